package se.mandat.worktime;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import se.mandat.organisation.Directory;
import se.mandat.shared.Caller;
import se.mandat.shared.Inputs;
import se.mandat.shared.MandatException;
import se.mandat.shared.MandatException.FieldError;
import se.mandat.shared.Problem;
import se.mandat.shared.Text;

/**
 * A steward says on which days a unit, and everything under it, is closed. The due times that follow from it are worked
 * out soon afterwards, case by case. Days that have gone by stay as they were lived.
 */
@Stateless
@RolesAllowed("steward")
public class ChangeClosingDays {

    private static final int YEARS_AHEAD = 5;

    @Inject
    private ClosingDays closingDays;

    @Inject
    private WorkingCalendars calendars;

    @Inject
    private Event<ClosingDayChange> changes;

    @Inject
    private Directory directory;

    @Inject
    private Caller caller;

    @Inject
    private Inputs inputs;

    @Inject
    private Clock clock;

    /** @param unit the unit's path */
    public record Added(
            @Text(required = true) String unit,
            @NotNull(message = "error.required") LocalDate day,
            @Text(required = true, max = 200) String reason) {}

    /** @return the new closing day's id */
    public UUID add(Added command) {
        inputs.check(command);
        if (directory.now().unit(command.unit()).isEmpty()) {
            throw refuse("unit", "error.unknown-unit", Map.of("unit", command.unit()));
        }
        LocalDate today = today();
        if (command.day().isBefore(today)) {
            throw refuse("day", "error.past", Map.of("date", today.toString()));
        }
        if (command.day().isAfter(today.plusYears(YEARS_AHEAD))) {
            throw refuse(
                    "day",
                    "error.too-far-ahead",
                    Map.of("date", today.plusYears(YEARS_AHEAD).toString()));
        }
        calendars.read();
        if (!calendars.of(command.unit()).isWorkingDay(command.day())) {
            throw refuse("day", "error.closed-already", Map.of());
        }
        ClosingDay day = new ClosingDay(UUID.randomUUID(), command.unit(), command.day(), command.reason());
        closingDays.add(day, change(day, true));
        return day.id();
    }

    /** @throws MandatException when there is no such closing day, or it has gone by */
    public void remove(UUID id) {
        ClosingDay day = closingDays
                .find(id)
                .orElseThrow(() -> new MandatException(Problem.NOT_FOUND, "problem.closing-day-not-found"));
        if (day.day().isBefore(today())) {
            throw new MandatException(Problem.NOT_NOW, "problem.closing-day-gone-by");
        }
        closingDays.remove(day, change(day, false));
    }

    private ClosingDayChange change(ClosingDay day, boolean added) {
        ClosingDayChange change = new ClosingDayChange(
                UUID.randomUUID(), day, added, caller.actor().username(), now());
        changes.fire(change);
        return change;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(now(), WorkingCalendar.ZONE);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static MandatException refuse(String field, String key, Map<String, Object> arguments) {
        return MandatException.invalid(List.of(new FieldError(field, key, arguments)));
    }
}
