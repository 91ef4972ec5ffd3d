/** Who may decide what, up to where: the question to the decision table, its answer, and each person's ledger. */
package se.mandat.mandate;
