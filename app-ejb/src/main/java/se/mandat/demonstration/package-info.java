/** Fills an empty database with cases that show how the system works, by running the real use cases on a past clock. */
package se.mandat.demonstration;
