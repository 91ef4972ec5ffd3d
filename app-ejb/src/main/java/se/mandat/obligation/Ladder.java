package se.mandat.obligation;

import java.time.Duration;
import java.util.List;
import se.mandat.shared.Outcome;
import se.mandat.worktime.WorkingTime;

/** The times of the ladder that an overdue obligation climbs. */
public final class Ladder {

    /** How often a broken obligation is told of. */
    static final WorkingTime BETWEEN_REPEATS = WorkingTime.days(5);

    /** What happens this soon after its time has happened at its time. */
    static final Duration PUNCTUAL = Duration.ofMinutes(1);

    private static final List<Duration> PAUSES =
            List.of(Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(30));

    private Ladder() {}

    /** How much working time lies between that the manager is told and that the debt moves to them. */
    public static WorkingTime grace(Outcome severity) {
        return severity == Outcome.HARMED ? WorkingTime.hours(1) : WorkingTime.days(1);
    }

    /** How long to wait after so many failures before. */
    public static Duration pause(int failures) {
        return PAUSES.get(Math.min(failures, PAUSES.size() - 1));
    }
}
