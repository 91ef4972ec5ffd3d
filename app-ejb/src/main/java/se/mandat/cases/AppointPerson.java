package se.mandat.cases;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import se.mandat.obligation.ObligationKind;
import se.mandat.organisation.Person;
import se.mandat.shared.Text;

/** Names somebody for what nobody in the line may owe; the step then opens for that person. */
@Stateless
public class AppointPerson {

    @Inject
    private CaseDesk desk;

    @Inject
    private Naming naming;

    /** @param person the user name of whoever shall owe it */
    public record Command(String caseNumber, ReadVersion read, @Text(required = true, max = 200) String person) {}

    @RolesAllowed("employee")
    public void handle(Command command) {
        CaseDesk.Held held = desk.take(command.caseNumber(), command.read(), Right.APPOINTMENT, command);
        Case of = held.theCase();
        ObligationKind kind = held.owed().appoints();
        Person person = naming.holder(command.person(), kind, of.involvement(), "person");
        of.appoint(kind, person.username(), held.person().username());
        desk.complete(held, StepOutcome.APPOINTED);
    }
}
