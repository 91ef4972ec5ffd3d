/** What one named person owes a case by a time, and its whole life: opened, moved, ended. */
package se.mandat.obligation;
