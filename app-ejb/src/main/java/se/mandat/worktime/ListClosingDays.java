package se.mandat.worktime;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The closing days to come, and who changed which. */
@Stateless
public class ListClosingDays {

    @Inject
    private ClosingDays closingDays;

    @Inject
    private Clock clock;

    /** @param unit the unit's path; everything under it is closed too */
    public record Day(UUID id, String unit, LocalDate day, String reason) {}

    /**
     * A closing day that came or went.
     *
     * @param moved how many due times have followed so far
     * @param doneAt when all of them had; null while some are still to be worked out
     */
    public record Change(
            String unit,
            LocalDate day,
            String reason,
            boolean added,
            String by,
            Instant at,
            int moved,
            boolean working,
            Instant doneAt) {}

    /** From today on, the first first. */
    @RolesAllowed("employee")
    public List<Day> handle() {
        return closingDays.from(LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE)).stream()
                .map(day -> new Day(day.id(), day.unitPath(), day.day(), day.reason()))
                .toList();
    }

    /** The latest changes, the latest first. */
    @RolesAllowed({"steward", "auditor"})
    public List<Change> changes(int limit) {
        return closingDays.changes(limit).stream()
                .map(change -> new Change(
                        change.unitPath(),
                        change.day(),
                        change.reason(),
                        change.added(),
                        change.changedBy(),
                        change.changedAt(),
                        change.moved(),
                        change.passes() == 0,
                        change.doneAt()))
                .toList();
    }
}
