package se.mandat.obligation;

import java.time.Instant;
import java.time.LocalDate;
import se.mandat.worktime.WorkingCalendar;

/** By when a part of an action is done: in the contributor's working time, and not after the whole. */
public final class ContributionTime {

    private ContributionTime() {}

    /**
     * The deadline nearest to {@code due} that may stand. Where none is left before the action is due, nobody is asked
     * for something that is late already: it is the end of the next working day.
     *
     * @param calendar of the unit of whoever's contribution it is
     */
    public static Instant within(Instant actionDue, Instant due, WorkingCalendar calendar, Instant now) {
        Instant open = calendar.openDeadline(due);
        Instant within = open.isAfter(actionDue) ? calendar.lastDeadline(actionDue) : open;
        return within.isAfter(now)
                ? within
                : calendar.endOfDay(calendar.nextWorkingDay(LocalDate.ofInstant(now, WorkingCalendar.ZONE)));
    }
}
