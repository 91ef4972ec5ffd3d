package se.mandat.cases;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.UUID;
import se.mandat.obligation.ObligationEvent.Cause;
import se.mandat.shared.Text;

/** The owner needs a part of the work no more, and says why. */
@Stateless
public class CancelContribution {

    @Inject
    private CaseDesk desk;

    @Inject
    private Beside beside;

    /** @param read the version of the contribution's obligation */
    public record Command(String caseNumber, UUID obligation, ReadVersion read, @Text(required = true) String reason) {}

    @RolesAllowed("employee")
    public void handle(Command command) {
        CaseDesk.Held held = desk.takeContribution(
                command.caseNumber(), command.obligation(), command.read(), Right.CONTRIBUTION_CANCELLATION, command);
        held.theCase().cancelContribution(held.owed().matter(), held.person().username(), command.reason());
        desk.keep(held);
        beside.end(held.owed(), Cause.NOT_NEEDED);
    }
}
