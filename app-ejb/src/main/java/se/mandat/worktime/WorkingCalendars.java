package se.mandat.worktime;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toUnmodifiableSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The working calendar of each unit. Closing days are read from the table at most once in {@link #FRESH}, so a call
 * costs no query and a new closing day is known after that time at the latest; on the node that was told of it, at once.
 */
@ApplicationScoped
public class WorkingCalendars {

    static final Duration FRESH = Duration.ofSeconds(10);

    private final Supplier<List<ClosingDay>> closingDays;
    private final LongSupplier nanos;
    private volatile Reading reading;
    private int changes;

    /** Only for the container's proxy. */
    protected WorkingCalendars() {
        this(List::of, () -> 0);
    }

    // The age of the reading is the machine's business: a simulated clock that stands still must not keep it for good.
    @Inject
    WorkingCalendars(ClosingDays closingDays) {
        this(closingDays::all, System::nanoTime);
    }

    WorkingCalendars(Supplier<List<ClosingDay>> closingDays, LongSupplier nanos) {
        this.closingDays = closingDays;
        this.nanos = nanos;
    }

    /**
     * The calendar of a unit.
     *
     * @param unitPath for example {@code nordvik/teknik/gata}; the closing days of every unit above it apply too
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

    /** Reads the table now, whatever is known. */
    Reading read() {
        int before = changes();
        Reading last = reading;
        long now = nanos.getAsLong();
        Map<String, Set<LocalDate>> days = closingDays.get().stream()
                .collect(groupingBy(ClosingDay::unitPath, mapping(ClosingDay::day, toUnmodifiableSet())));
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
        private final Map<String, Set<LocalDate>> days;
        private final Map<String, WorkingCalendar> calendars;

        Reading(long at, Map<String, Set<LocalDate>> days) {
            this(at, days, new ConcurrentHashMap<>());
        }

        private Reading(long at, Map<String, Set<LocalDate>> days, Map<String, WorkingCalendar> calendars) {
            this.at = at;
            this.days = days;
            this.calendars = calendars;
        }

        Reading stillTrueAt(long now) {
            return new Reading(now, days, calendars);
        }

        /** Units without closing days share one calendar with the unit above, and what it remembers of the years. */
        WorkingCalendar calendar(String unitPath) {
            WorkingCalendar known = calendars.get(unitPath);
            if (known != null) {
                return known;
            }
            int end = unitPath.lastIndexOf('/');
            WorkingCalendar above = end < 0 ? STANDARD : calendar(unitPath.substring(0, end));
            WorkingCalendar own = above.closedOn(days.getOrDefault(unitPath, Set.of()));
            calendars.put(unitPath, own);
            return own;
        }
    }
}
