package se.mandat.mandate;

import se.mandat.organisation.Level;

/** How much a person of each level may decide over in a quarter; a table that a manager may change. */
public interface LedgerLimits {

    /** Whole kronor a quarter. */
    long of(Level level);
}
