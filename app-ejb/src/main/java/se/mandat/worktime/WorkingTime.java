package se.mandat.worktime;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * An amount of working time, as the service levels state it: {@code 4 h}, {@code 2 d}. A working day has nine working
 * hours, 08–17. What time that is depends on where it is counted from; see {@link WorkingCalendar#plus}.
 *
 * @param duration how long; never negative
 */
public record WorkingTime(Duration duration) implements Comparable<WorkingTime> {

    public static final WorkingTime NONE = new WorkingTime(Duration.ZERO);

    private static final int HOURS_OF_A_DAY = 9;

    /** @throws IllegalArgumentException for a negative duration */
    public WorkingTime {
        Objects.requireNonNull(duration, "duration");
        if (duration.isNegative()) {
            throw new IllegalArgumentException("Working time cannot be negative: " + duration);
        }
    }

    public static WorkingTime hours(long hours) {
        return new WorkingTime(Duration.ofHours(hours));
    }

    /** So many whole working days, of nine working hours each. */
    public static WorkingTime days(long days) {
        return hours(Math.multiplyExact(days, HOURS_OF_A_DAY));
    }

    /** For a measured amount, see {@link WorkingCalendar#between}. */
    public static WorkingTime of(Duration duration) {
        return new WorkingTime(duration);
    }

    /** Whole working minutes; seconds are dropped. */
    public long minutes() {
        return duration.toMinutes();
    }

    public WorkingTime plus(WorkingTime other) {
        return new WorkingTime(duration.plus(other.duration));
    }

    /** Half as much, when a reminder is due; rounded down to the microsecond, as the database keeps time. */
    public WorkingTime half() {
        return new WorkingTime(duration.dividedBy(2).truncatedTo(ChronoUnit.MICROS));
    }

    @Override
    public int compareTo(WorkingTime other) {
        return duration.compareTo(other.duration);
    }
}
