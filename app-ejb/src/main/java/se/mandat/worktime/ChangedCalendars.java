package se.mandat.worktime;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The changes of closing days and eves from which due times still follow, for whoever works them out. */
@ApplicationScoped
public class ChangedCalendars {

    /** By the machine's clock, after which every node has read a change and no command under way knows it not. */
    private static final int KNOWN_EVERYWHERE = 20;

    @Inject
    private ClosingDays closingDays;

    @Inject
    private WorkingCalendars calendars;

    @Inject
    private Clock clock;

    /** The first of which something is to be worked out now; the calendars are then as the tables say. */
    public Optional<ClosingDayChange> next() {
        Optional<ClosingDayChange> next = closingDays.pending(KNOWN_EVERYWHERE, now());
        next.ifPresent(change -> calendars.read());
        return next;
    }

    /**
     * The due times of this case are worked out.
     *
     * @param moved how many have moved, by the user name of whoever owes what is due then
     */
    public void reached(UUID change, String caseNumber, Map<String, Integer> moved) {
        closingDays.hold(change).filter(found -> found.doneAt() == null).ifPresent(found -> {
            found.reached(
                    caseNumber,
                    moved.values().stream().mapToInt(Integer::intValue).sum());
            moved.forEach((person, howMany) -> closingDays.moved(change, person, caseNumber, howMany));
        });
    }

    /**
     * The due times of this case could not be worked out.
     *
     * @param kind the kind of failure, without its words
     */
    public void failed(UUID change, String caseNumber, String kind) {
        closingDays
                .hold(change)
                .filter(found -> found.doneAt() == null)
                .ifPresent(found -> found.failed(caseNumber, kind));
    }

    /**
     * Every case is gone through. That does not count where one has failed: all of it is done again after a pause.
     *
     * @param change as it was when that began
     * @return what has moved of those who have not been told so, and are to be told now
     */
    public List<ClosingDayChange.Moved> passed(ClosingDayChange change, Duration pause) {
        Optional<ClosingDayChange> begun = closingDays
                .hold(change.id())
                .filter(found -> found.passes() == change.passes() && found.tries() == change.tries());
        if (begun.isEmpty()) {
            return List.of();
        }
        if (begun.get().hasFailed()) {
            begun.get().hold(now().plus(pause));
            return List.of();
        }
        begun.get().passed(now());
        return closingDays.toBeTold(change.id());
    }

    /** Those on which a case has failed, the one that is tried again soonest first. */
    public List<ClosingDayChange> failed() {
        return closingDays.failed();
    }

    /** Lets one that has failed be tried again at once. @return whether there is such a one */
    public boolean tryNow(UUID change) {
        Optional<ClosingDayChange> failed = closingDays.hold(change).filter(found -> found.failedCase() != null);
        failed.ifPresent(ClosingDayChange::tryNow);
        return failed.isPresent();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
