package se.mandat.cases;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.UUID;
import se.mandat.shared.Text;

/** Somebody has done the part of the work that they were asked for. */
@Stateless
public class CompleteContribution {

    @Inject
    private CaseDesk desk;

    /** @param read the version of the contribution's obligation */
    public record Command(String caseNumber, UUID obligation, ReadVersion read, @Text(required = true) String text) {}

    @RolesAllowed("employee")
    public void handle(Command command) {
        CaseDesk.Held held = desk.takeContribution(
                command.caseNumber(), command.obligation(), command.read(), Right.CONTRIBUTION, command);
        held.theCase().completeContribution(held.owed().matter(), held.person().username(), command.text());
        desk.complete(held, StepOutcome.COMPLETED);
    }
}
