/**
 * What must always be true, each by its number, proven on the real application and its database: commands
 * come over HTTP as people and programs send them, and what they left is looked up behind the application's back.
 */
package se.mandat.invariants;
