package se.mandat.cases;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.UUID;
import se.mandat.obligation.ObligationKind;
import se.mandat.shared.Text;

/** A manager concerned does not accept what was decided within the raiser's mandate. The objector's manager decides, while the work goes on. */
@Stateless
public class ObjectToDecision {

    @Inject
    private CaseDesk desk;

    @Inject
    private Beside beside;

    public record Command(String caseNumber, ReadVersion read, @Text(required = true) String reason) {}

    @RolesAllowed("employee")
    public void handle(Command command) {
        CaseDesk.Held held = desk.take(command.caseNumber(), command.read(), Right.OBJECTION, command);
        UUID objection = held.theCase().object(held.person().username(), command.reason());
        beside.start(held.theCase(), ObligationKind.DECIDE, objection);
    }
}
