package se.mandat.obligation;

import se.mandat.worktime.WorkingTime;

/**
 * How much working time an obligation gets.
 *
 * @param time for its first debtor; null where a person sets the date
 * @param next anew for whoever it moves to
 */
public record ServiceLevel(WorkingTime time, WorkingTime next, WhenSilent whenSilent) {}
