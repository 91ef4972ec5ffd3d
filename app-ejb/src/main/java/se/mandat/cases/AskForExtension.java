package se.mandat.cases;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import se.mandat.obligation.Obligation;
import se.mandat.obligation.ObligationKind;
import se.mandat.obligation.Obligations;
import se.mandat.shared.MandatException;
import se.mandat.shared.MandatException.FieldError;
import se.mandat.shared.Text;
import se.mandat.worktime.WorkingCalendar;

/**
 * Whoever owes something asks whoever manages them, or stands in for that manager, for more time: at most the working
 * time that it got at first, from its present due time. The clock goes on meanwhile.
 */
@Stateless
public class AskForExtension {

    @Inject
    private CaseDesk desk;

    @Inject
    private Cases cases;

    @Inject
    private Obligations obligations;

    @Inject
    private Superiors superiors;

    /**
     * @param obligation for which more time is asked; null is refused
     * @param read the version of that obligation
     * @param dueAt until when; null where a day is given
     * @param dueOn the day in Stockholm until which: 17.00, or the latest possible minute on the latest possible day
     */
    public record Command(
            String caseNumber,
            UUID obligation,
            ReadVersion read,
            Instant dueAt,
            LocalDate dueOn,
            @Text(required = true) String reason) {}

    @RolesAllowed("employee")
    public void handle(Command command) {
        CaseDesk.Held held =
                desk.takeTimeOf(command.caseNumber(), command.obligation(), command.read(), Right.EXTENSION, command);
        Obligation owed = held.owed();
        Superiors.Superior asked = superiors.first(owed).orElseThrow();
        Instant dueAt = command.dueOn() == null ? minute(command, held) : day(command, held);
        String field = command.dueOn() == null ? "dueAt" : "dueOn";
        if (!dueAt.isAfter(owed.dueAt())) {
            throw refuse(field, "error.not-later", owed.dueAt());
        }
        if (!dueAt.isAfter(cases.now())) {
            throw refuse(field, "error.gone-by", cases.now());
        }
        Instant latest = latest(held);
        if (dueAt.isAfter(latest)) {
            throw refuse(field, "error.beyond-extension", latest);
        }
        obligations.ask(owed, dueAt, command.reason(), asked.person(), asked.absent());
    }

    private Instant minute(Command command, CaseDesk.Held held) {
        if (command.dueAt() == null) {
            throw MandatException.invalid("dueAt", "error.required");
        }
        return obligations.calendarOf(held.owed()).dueAt(command.dueAt().truncatedTo(ChronoUnit.MICROS), "dueAt");
    }

    private Instant day(Command command, CaseDesk.Held held) {
        Instant endOfDay = obligations.calendarOf(held.owed()).dueOn(command.dueOn());
        Instant latest = latest(held);
        boolean last = command.dueOn().equals(LocalDate.ofInstant(latest, WorkingCalendar.ZONE));
        return last ? latest : endOfDay;
    }

    /** The latest due time that an extension may give it; a contribution is never due after the action. */
    private Instant latest(CaseDesk.Held held) {
        return latest(held.owed(), held.theCase(), obligations);
    }

    static Instant latest(Obligation owed, Case of, Obligations obligations) {
        Instant latest = obligations.calendarOf(owed).plus(owed.dueAt(), obligations.given(owed, of.severity()));
        return owed.kind() != ObligationKind.CONTRIBUTE
                ? latest
                : obligations
                        .actionDue(of.number())
                        .filter(due -> due.isBefore(latest))
                        .orElse(latest);
    }

    private static MandatException refuse(String field, String key, Instant until) {
        return MandatException.invalid(List.of(new FieldError(field, key, Map.of("until", until.toString()))));
    }
}
