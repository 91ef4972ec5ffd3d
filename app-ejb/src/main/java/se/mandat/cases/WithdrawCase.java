package se.mandat.cases;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import se.mandat.obligation.ObligationEvent.Cause;
import se.mandat.shared.Text;

/** The raiser takes the case back, with a reason. What was charged is given back. */
@Stateless
public class WithdrawCase {

    @Inject
    private CaseDesk desk;

    @Inject
    private Charges charges;

    public record Command(String caseNumber, ReadVersion read, @Text(required = true) String reason) {}

    @RolesAllowed("employee")
    public void handle(Command command) {
        CaseDesk.Held held = desk.take(command.caseNumber(), command.read(), Right.WITHDRAWAL, command);
        held.theCase().withdraw(held.person().username(), command.reason(), desk.owing(held.theCase()));
        charges.giveBack(held.theCase());
        desk.end(held, Cause.WITHDRAWN, StepOutcome.WITHDRAWN);
    }
}
