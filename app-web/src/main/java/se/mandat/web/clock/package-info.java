/** The simulated clock: where it stands, and moving it. */
package se.mandat.web.clock;
