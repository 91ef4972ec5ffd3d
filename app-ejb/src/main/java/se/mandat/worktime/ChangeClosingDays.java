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
import java.util.Optional;
import java.util.UUID;
import se.mandat.organisation.Directory;
import se.mandat.shared.Caller;
import se.mandat.shared.Inputs;
import se.mandat.shared.MandatException;
import se.mandat.shared.MandatException.FieldError;
import se.mandat.shared.Problem;
import se.mandat.shared.Text;
import se.mandat.worktime.ClosingDayChange.Kind;

/**
 * A steward says on which days a unit, and everything under it, is closed, and on which eves it is open though all are
 * closed by default. The due times that follow from it are worked out soon afterwards, case by case. Days that have gone
 * by stay as they were lived.
 */
@Stateless
@RolesAllowed("steward")
public class ChangeClosingDays {

    static final int YEARS_AHEAD = 5;

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
    public record Day(
            @Text(required = true) String unit,
            @NotNull(message = "error.required") LocalDate day,
            @Text(required = true, max = 200) String reason) {}

    /** @return the new closing day's id */
    public UUID add(Day command) {
        inputs.check(command);
        if (closure(command.unit(), command.day()).isPresent()) {
            throw refuse("day", "error.closed-already", Map.of());
        }
        if (closingDays.isOpenEve(command.unit(), command.day())) {
            throw refuse("day", "error.eve-kept-open", Map.of());
        }
        ClosingDay day = new ClosingDay(UUID.randomUUID(), command.unit(), command.day(), command.reason());
        closingDays.add(day, change(Kind.ADDED, day));
        return day.id();
    }

    /** @throws MandatException when there is no such closing day, or it has gone by */
    public void remove(UUID id) {
        ClosingDay day = find(ClosingDay.class, id, "problem.closing-day-not-found");
        closingDays.remove(day, change(Kind.REMOVED, day));
    }

    /**
     * @return the open eve's id
     * @throws MandatException when the day is no eve, or something else closes it
     */
    public UUID open(Day command) {
        inputs.check(command);
        Closure closed =
                closure(command.unit(), command.day()).orElseThrow(() -> refuse("day", "error.open-already", Map.of()));
        if (closed != Closure.EVE) {
            throw refuse("day", "error.stays-closed", Map.of("closure", closed.name()));
        }
        OpenEve eve = new OpenEve(UUID.randomUUID(), command.unit(), command.day(), command.reason());
        closingDays.add(eve, change(Kind.OPENED, eve));
        return eve.id();
    }

    /** @throws MandatException when there is no such open eve, or it has gone by */
    public void close(UUID id) {
        OpenEve eve = find(OpenEve.class, id, "problem.open-eve-not-found");
        closingDays.remove(eve, change(Kind.CLOSED, eve));
    }

    /** Why the unit is closed on this day as the tables say now. */
    private Optional<Closure> closure(String unit, LocalDate day) {
        if (directory.now().unit(unit).isEmpty()) {
            throw refuse("unit", "error.unknown-unit", Map.of("unit", unit));
        }
        LocalDate today = today();
        if (day.isBefore(today)) {
            throw refuse("day", "error.past", Map.of("date", today.toString()));
        }
        LocalDate last = today.plusYears(YEARS_AHEAD);
        if (day.isAfter(last)) {
            throw refuse("day", "error.too-far-ahead", Map.of("date", last.toString()));
        }
        calendars.read();
        return calendars.of(unit).closure(day);
    }

    private <D extends UnitDay> D find(Class<D> kind, UUID id, String unknown) {
        D day = closingDays.find(kind, id).orElseThrow(() -> new MandatException(Problem.NOT_FOUND, unknown));
        if (day.day().isBefore(today())) {
            throw new MandatException(Problem.NOT_NOW, "problem.closing-day-gone-by");
        }
        return day;
    }

    private ClosingDayChange change(Kind kind, UnitDay day) {
        ClosingDayChange change = new ClosingDayChange(
                UUID.randomUUID(), kind, day, caller.actor().username(), now());
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
