/** A clock that stands still until a steward moves it, for trying out what silence leads to. */
package se.mandat.clock;
