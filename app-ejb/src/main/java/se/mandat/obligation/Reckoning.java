package se.mandat.obligation;

import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import se.mandat.worktime.WorkingCalendar;
import se.mandat.worktime.WorkingTime;

/**
 * How a time came about, so that it can be worked out anew in a calendar that has changed: counted in working time from
 * a moment on, or set by a person.
 */
@Embeddable
class Reckoning {

    private Instant from;
    private Long time;
    private Instant set;

    protected Reckoning() {}

    private Reckoning(Instant from, Long time, Instant set) {
        this.from = from;
        this.time = time;
        this.set = set;
    }

    static Reckoning counted(Instant from, WorkingTime time) {
        return new Reckoning(from, micros(time.duration()), null);
    }

    /** @param now when it was set */
    static Reckoning set(Instant at, Instant now) {
        return new Reckoning(now, null, at);
    }

    /** The time in this calendar; one that was set and falls on a closed day is 17.00 of the next working day. */
    Instant at(WorkingCalendar calendar) {
        return set == null ? calendar.plus(from, WorkingTime.of(duration(time))) : calendar.openDeadline(set);
    }

    /** The moment from which it is counted, or at which it was set; reminders are half-way from here. */
    Instant from() {
        return from;
    }

    /** The same, counted from another moment; what was set stays as it was set. */
    Reckoning countedFrom(Instant other) {
        return set == null ? new Reckoning(other, time, null) : this;
    }

    /** How much working time it is; null when it was set. */
    Long time() {
        return time;
    }

    /** Half of the working time that it is, after which a reminder comes. */
    Long half() {
        return micros(WorkingTime.of(duration(time)).half().duration());
    }

    static Long micros(Duration duration) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.EPOCH.plus(duration));
    }

    static Duration duration(long micros) {
        return Duration.of(micros, ChronoUnit.MICROS);
    }
}
