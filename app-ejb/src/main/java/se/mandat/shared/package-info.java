/** What every concept speaks of: events, the caller, time, and how a refusal is said. Depends on nothing. */
package se.mandat.shared;
