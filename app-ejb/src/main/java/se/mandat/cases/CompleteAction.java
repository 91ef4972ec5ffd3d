package se.mandat.cases;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import se.mandat.shared.Text;

/** The owner has made the change. Whether it helped the customer is for somebody else to see, from the review date. */
@Stateless
public class CompleteAction {

    @Inject
    private CaseDesk desk;

    /** @param text what was done */
    public record Command(String caseNumber, ReadVersion read, @Text(required = true) String text) {}

    @RolesAllowed("employee")
    public void handle(Command command) {
        CaseDesk.Held held = desk.take(command.caseNumber(), command.read(), Right.COMPLETION, command);
        held.theCase().completeAction(held.person().username(), command.text());
        desk.complete(held, StepOutcome.COMPLETED);
    }
}
