/** Runs every path of the models and every row of the tables on an engine in memory, and lints the models. */
package se.mandat.processes;
