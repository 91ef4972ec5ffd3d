package se.mandat.worktime;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
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
     * Every case is gone through.
     *
     * @param passes as it was when that began
     * @return what has moved of those who have not been told so, and are to be told now
     */
    public List<ClosingDayChange.Moved> passed(UUID change, int passes) {
        return closingDays
                .hold(change)
                .filter(found -> found.passes() == passes)
                .map(found -> {
                    found.passed(clock.instant().truncatedTo(ChronoUnit.MICROS));
                    return closingDays.toBeTold(change);
                })
                .orElse(List.of());
    }
}
