package se.mandat.worktime;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/** The changes of closing days from which due times still follow, for whoever works them out. */
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

    /** The first of which something is to be worked out now; the calendars are then as the table says. */
    public Optional<ClosingDayChange> next() {
        Optional<ClosingDayChange> next = closingDays.pending(KNOWN_EVERYWHERE);
        next.ifPresent(change -> calendars.read());
        return next;
    }

    /** The due times of this case are worked out; so many have moved. */
    public void reached(UUID change, String caseNumber, int moved) {
        closingDays
                .hold(change)
                .filter(found -> found.doneAt() == null)
                .ifPresent(found -> found.reached(caseNumber, moved));
    }

    /** Every case is gone through. @param passes as it was when that began */
    public void passed(UUID change, int passes) {
        closingDays
                .hold(change)
                .filter(found -> found.passes() == passes)
                .ifPresent(found -> found.passed(clock.instant().truncatedTo(ChronoUnit.MICROS)));
    }
}
