package se.mandat.cases;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import se.mandat.obligation.DecisionConcern;
import se.mandat.obligation.ObligationKind;
import se.mandat.organisation.Person;
import se.mandat.shared.MandatException;
import se.mandat.shared.MandatException.FieldError;
import se.mandat.shared.Text;

/**
 * Names somebody for what nobody in the line may owe; the step then opens for that person. Who is appointed owner cannot
 * decline, and so has accepted.
 */
@Stateless
public class AppointPerson {

    @Inject
    private CaseDesk desk;

    @Inject
    private Naming naming;

    @Inject
    private Debtors debtors;

    /** @param person the user name of whoever shall owe it */
    public record Command(String caseNumber, ReadVersion read, @Text(required = true, max = 200) String person) {}

    @RolesAllowed("employee")
    public void handle(Command command) {
        CaseDesk.Held held = desk.take(command.caseNumber(), command.read(), Right.APPOINTMENT, command);
        Case of = held.theCase();
        ObligationKind kind = held.owed().appoints();
        Person person = naming.holder(command.person(), kind, of.involvement(), "person");
        requireAllowed(person, kind, held);
        of.appoint(kind, person.username(), held.person().username());
        if (kind == ObligationKind.ACCEPT_OWNERSHIP && held.owed().leading()) {
            of.moveOwnership(person.username(), true);
            desk.complete(held, StepOutcome.ACCEPTED);
        } else {
            desk.complete(held, StepOutcome.APPOINTED);
        }
    }

    /** Who has sent the decision on as disqualified, or has decided what is appealed, does not decide it after all. */
    private void requireAllowed(Person person, ObligationKind kind, CaseDesk.Held held) {
        Case of = held.theCase();
        if (debtors.allows(person, kind, held.owed().concerns(), of)) {
            return;
        }
        throw MandatException.invalid(List.of(new FieldError(
                "person", why(person, kind, held.owed().concerns(), of), Map.of("person", person.username()))));
    }

    private static String why(Person person, ObligationKind kind, DecisionConcern concerns, Case of) {
        if (kind == ObligationKind.DECIDE && of.disqualified().contains(person.username())) {
            return "error.disqualified";
        }
        return concerns == DecisionConcern.APPEAL || concerns == DecisionConcern.AMENDMENT_APPEAL
                ? "error.has-decided-what-is-appealed"
                : "error.may-not-hold." + kind;
    }
}
