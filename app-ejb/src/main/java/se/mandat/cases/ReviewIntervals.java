package se.mandat.cases;

import se.mandat.shared.Outcome;
import se.mandat.worktime.WorkingTime;

/** How long after a completed action its effect is reviewed; a table that a manager may change. */
public interface ReviewIntervals {

    WorkingTime after(Outcome severity);
}
