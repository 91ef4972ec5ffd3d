package se.mandat.cases;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import se.mandat.obligation.Obligation;
import se.mandat.obligation.Obligations;
import se.mandat.shared.MandatException;
import se.mandat.shared.MandatException.FieldError;
import se.mandat.shared.Text;
import se.mandat.worktime.WorkingCalendar;

/** The owner says what will be done and by when, within the ceiling; it may be said anew. */
@Stateless
public class PlanAction {

    @Inject
    private CaseDesk desk;

    @Inject
    private Cases cases;

    @Inject
    private Obligations obligations;

    /** @param dueOn the day in Stockholm by which it will be done: 17.00, or the ceiling's minute on the ceiling's day */
    public record Command(
            String caseNumber,
            ReadVersion read,
            @Text(required = true) String what,
            @NotNull(message = "error.required") LocalDate dueOn) {}

    @RolesAllowed("employee")
    public void handle(Command command) {
        CaseDesk.Held held = desk.take(command.caseNumber(), command.read(), Right.ACTION, command);
        WorkingCalendar calendar = obligations.calendarOf(held.person());
        Instant dueAt = dueAt(command.dueOn(), held.owed(), calendar);
        held.theCase().plan(command.what(), command.dueOn(), dueAt);
        desk.keep(held);
        obligations.reschedule(held.owed(), dueAt, calendar);
    }

    private Instant dueAt(LocalDate dueOn, Obligation act, WorkingCalendar calendar) {
        LocalDate ceilingDay = act.ceilingAt().atZone(WorkingCalendar.ZONE).toLocalDate();
        if (dueOn.isAfter(ceilingDay)) {
            throw refuse("error.beyond-ceiling", ceilingDay);
        }
        if (!calendar.isWorkingDay(dueOn)) {
            throw refuse("error.not-a-working-day", calendar.nextWorkingDay(dueOn));
        }
        Instant dueAt = dueOn.equals(ceilingDay) ? act.ceilingAt() : calendar.endOfDay(dueOn);
        if (!dueAt.isAfter(cases.now())) {
            throw refuse("error.past", calendar.nextWorkingDay(LocalDate.ofInstant(cases.now(), WorkingCalendar.ZONE)));
        }
        return dueAt;
    }

    private static MandatException refuse(String key, LocalDate instead) {
        return MandatException.invalid(List.of(new FieldError("dueOn", key, Map.of("date", instead.toString()))));
    }
}
