/** Who may do what: one table, replayed over HTTP. */
package se.mandat.authorization;
