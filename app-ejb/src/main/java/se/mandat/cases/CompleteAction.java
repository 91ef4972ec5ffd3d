package se.mandat.cases;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import se.mandat.obligation.Obligations;
import se.mandat.shared.Text;

/** The owner has made the change. Whether it helped the customer is for somebody else to see, from the review date. */
@Stateless
public class CompleteAction {

    @Inject
    private CaseDesk desk;

    @Inject
    private ReviewIntervals intervals;

    @Inject
    private Obligations obligations;

    @Inject
    private Cases cases;

    /** @param text what was done */
    public record Command(String caseNumber, ReadVersion read, @Text(required = true) String text) {}

    @RolesAllowed("employee")
    public void handle(Command command) {
        CaseDesk.Held held = desk.take(command.caseNumber(), command.read(), Right.COMPLETION, command);
        Case of = held.theCase();
        Instant reviewFrom = obligations.calendarOf(held.whose()).plus(cases.now(), intervals.after(of.severity()));
        of.completeAction(held.person().username(), command.text(), reviewFrom);
        desk.complete(held, StepOutcome.COMPLETED);
    }
}
