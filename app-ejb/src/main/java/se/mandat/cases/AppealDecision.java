package se.mandat.cases;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.UUID;
import se.mandat.obligation.ObligationKind;
import se.mandat.shared.Text;

/** The raiser does not accept a rejection, or an amendment while the work goes on: the next eligible manager up decides, once. */
@Stateless
public class AppealDecision {

    @Inject
    private CaseDesk desk;

    @Inject
    private Beside beside;

    public record Command(String caseNumber, ReadVersion read, @Text(required = true) String reason) {}

    @RolesAllowed("employee")
    public void handle(Command command) {
        CaseDesk.Held held = desk.take(command.caseNumber(), command.read(), Right.APPEAL, command);
        Case of = held.theCase();
        boolean ofRejection = desk.leading(of).kind() == ObligationKind.RESPOND;
        UUID appeal = of.appeal(held.person().username(), command.reason());
        if (ofRejection) {
            desk.complete(held.of(desk.leading(of)), StepOutcome.APPEALED);
        } else {
            beside.start(of, ObligationKind.DECIDE, appeal);
        }
    }
}
