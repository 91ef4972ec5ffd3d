package se.mandat.cases;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import se.mandat.obligation.Obligation;
import se.mandat.obligation.ObligationKind;
import se.mandat.obligation.Obligations;
import se.mandat.shared.MandatException;
import se.mandat.shared.MandatException.FieldError;
import se.mandat.shared.Problem;
import se.mandat.shared.Text;
import se.mandat.worktime.WorkingCalendar;

/**
 * Somebody above the debtor lets the clock of what is owed stand still, for a cause outside the organisation and until a
 * day; it goes on by itself.
 */
@Stateless
public class PauseObligation {

    @Inject
    private CaseDesk desk;

    @Inject
    private Cases cases;

    @Inject
    private Obligations obligations;

    /**
     * @param obligation what is paused; null is refused
     * @param read the version of that obligation
     * @param until the last day of the pause, which ends at 17.00
     * @param cause what outside the organisation is waited for
     */
    public record Command(
            String caseNumber,
            UUID obligation,
            ReadVersion read,
            @NotNull(message = "error.required") LocalDate until,
            @Text(required = true) String cause) {}

    @RolesAllowed("employee")
    public void handle(Command command) {
        CaseDesk.Held held = desk.takeTimeOf(command.caseNumber(), command.obligation(), command.read(), Right.PAUSE);
        Obligation owed = held.owed();
        if (owed.isOverdue(cases.now())) {
            throw new MandatException(
                    Problem.NOT_NOW,
                    "problem.not-now.PAUSE",
                    Map.of("stage", held.theCase().stage().name(), "case", command.caseNumber()));
        }
        desk.check(command);
        Instant latest = owed.kind() == ObligationKind.CONTRIBUTE
                ? obligations.actionDue(command.caseNumber()).orElse(null)
                : null;
        requirePossible(command.until(), latest, obligations.calendarOf(owed));
        obligations.pause(owed, command.until(), latest, command.cause());
    }

    private void requirePossible(LocalDate until, Instant latest, WorkingCalendar calendar) {
        LocalDate today = LocalDate.ofInstant(cases.now(), WorkingCalendar.ZONE);
        if (until.isAfter(today.plusYears(1))) {
            throw refuse("error.beyond-a-year", today.plusYears(1));
        }
        Instant end = calendar.dueOn(until, "until");
        if (!end.isAfter(cases.now())) {
            throw refuse("error.past", calendar.nextWorkingDay(today));
        }
        if (latest != null && !end.isBefore(latest)) {
            throw refuse("error.beyond-plan", LocalDate.ofInstant(latest, WorkingCalendar.ZONE));
        }
    }

    private static MandatException refuse(String key, LocalDate date) {
        return MandatException.invalid(List.of(new FieldError("until", key, Map.of("date", date.toString()))));
    }
}
