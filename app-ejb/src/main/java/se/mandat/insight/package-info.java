/** What can be seen across cases: projections in SQL that only read, and that know nothing of the domain but its tables. */
package se.mandat.insight;
