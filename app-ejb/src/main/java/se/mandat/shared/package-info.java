/** What every concept speaks of: events, the caller, time, how a refusal is said, a call to others. Depends on nothing. */
package se.mandat.shared;
