/** The history of a case, for reading and for proving. */
package se.mandat.web.history;
