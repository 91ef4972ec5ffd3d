package se.mandat.worktime;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The working calendar of each unit. Closing days and open eves are read from their tables at most once in
 * {@link #FRESH}, so a call costs no query and a change is known after that time at the latest; on the node that was told
 * of it, at once.
 */
@ApplicationScoped
public class WorkingCalendars {

    static final Duration FRESH = Duration.ofSeconds(10);

    private final Supplier<UnitDays> tables;
    private final LongSupplier nanos;
    private volatile Reading reading;
    private int changes;

    /** Only for the container's proxy. */
    protected WorkingCalendars() {
        this(() -> UnitDays.of(List.of(), List.of()), () -> 0);
    }

    // The age of the reading is the machine's business: a simulated clock that stands still must not keep it for good.
    @Inject
    WorkingCalendars(ClosingDays closingDays) {
        this(closingDays::unitDays, System::nanoTime);
    }

    WorkingCalendars(Supplier<UnitDays> tables, LongSupplier nanos) {
        this.tables = tables;
        this.nanos = nanos;
    }

    /**
     * The calendar of a unit.
     *
     * @param unitPath for example {@code nordvik/teknik/gata}; what is said of every unit above it applies too
     */
    public WorkingCalendar of(String unitPath) {
        return latest().calendar(unitPath);
    }

    private Reading latest() {
        Reading last = reading;
        return last != null && nanos.getAsLong() - last.at < FRESH.toNanos() ? last : read();
    }

    /** What is known may be old from here on, and so may what is being read just now. */
    synchronized void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) ClosingDayChange change) {
        changes++;
        reading = null;
    }

    /** Reads the tables now, whatever is known. */
    Reading read() {
        int before = changes();
        Reading last = reading;
        long now = nanos.getAsLong();
        UnitDays days = tables.get();
        Reading next = last != null && last.days.equals(days) ? last.stillTrueAt(now) : new Reading(now, days);
        keep(next, before);
        return next;
    }

    private synchronized int changes() {
        return changes;
    }

    private synchronized void keep(Reading next, int before) {
        if (changes == before) {
            reading = next;
        }
    }

    static final class Reading {

        private static final WorkingCalendar STANDARD = WorkingCalendar.standard();

        private final long at;
        private final UnitDays days;
        private final Map<String, WorkingCalendar> calendars;

        Reading(long at, UnitDays days) {
            this(at, days, new ConcurrentHashMap<>());
        }

        private Reading(long at, UnitDays days, Map<String, WorkingCalendar> calendars) {
            this.at = at;
            this.days = days;
            this.calendars = calendars;
        }

        Reading stillTrueAt(long now) {
            return new Reading(now, days, calendars);
        }

        /** Units without days of their own share one calendar with the unit above, and what it remembers of the years. */
        WorkingCalendar calendar(String unitPath) {
            WorkingCalendar known = calendars.get(unitPath);
            if (known != null) {
                return known;
            }
            int end = unitPath.lastIndexOf('/');
            WorkingCalendar above = end < 0 ? STANDARD : calendar(unitPath.substring(0, end));
            WorkingCalendar own = days.calendar(unitPath, above);
            calendars.put(unitPath, own);
            return own;
        }
    }
}
