package se.mandat.worktime;

import static java.util.stream.Collectors.groupingBy;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/** The closing days and eves to come, and who changed which. */
@Stateless
public class ListClosingDays {

    @Inject
    private ClosingDays closingDays;

    @Inject
    private Clock clock;

    /** @param unit the unit's path; everything under it is closed too */
    public record Day(UUID id, String unit, LocalDate day, String reason) {}

    /** @param unit the unit's path; everything under it is open too */
    public record Open(UUID id, String unit, LocalDate day, String reason) {}

    /**
     * An eve, closed by default.
     *
     * @param open where it is not
     */
    public record Coming(Eve eve, LocalDate day, List<Open> open) {}

    /**
     * A closing day that came or went, or an eve that was opened or closed again.
     *
     * @param moved how many due times have followed so far
     * @param doneAt when all of them had; null while some are still to be worked out
     */
    public record Change(
            String unit,
            LocalDate day,
            String reason,
            ClosingDayChange.Kind kind,
            String by,
            Instant at,
            int moved,
            boolean working,
            Instant doneAt) {}

    /** From today on, the first first. */
    @RolesAllowed("employee")
    public List<Day> handle() {
        return closingDays.from(ClosingDay.class, today()).stream()
                .map(day -> new Day(day.id(), day.unitPath(), day.day(), day.reason()))
                .toList();
    }

    /** Where eves are kept open, from today on, the first first. */
    @RolesAllowed("employee")
    public List<Open> openEves() {
        return closingDays.from(OpenEve.class, today()).stream()
                .map(eve -> new Open(eve.id(), eve.unitPath(), eve.day(), eve.reason()))
                .toList();
    }

    /** The eves that can be opened from today on, those at a weekend left out, the first first. */
    @RolesAllowed({"steward", "auditor"})
    public List<Coming> eves() {
        LocalDate today = today();
        LocalDate last = today.plusYears(ChangeClosingDays.YEARS_AHEAD);
        Map<LocalDate, List<Open>> open = openEves().stream().collect(groupingBy(Open::day));
        WorkingCalendar standard = WorkingCalendar.standard();
        return IntStream.rangeClosed(today.getYear(), last.getYear())
                .mapToObj(SwedishHolidays::eves)
                .flatMap(eves -> eves.entrySet().stream())
                .filter(eve -> !eve.getKey().isBefore(today) && !eve.getKey().isAfter(last))
                .filter(eve -> standard.closure(eve.getKey()).orElseThrow() == Closure.EVE)
                .sorted(Map.Entry.comparingByKey())
                .map(eve -> new Coming(eve.getValue(), eve.getKey(), open.getOrDefault(eve.getKey(), List.of())))
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
                        change.kind(),
                        change.changedBy(),
                        change.changedAt(),
                        change.moved(),
                        change.passes() == 0,
                        change.doneAt()))
                .toList();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE);
    }
}
