package se.mandat.cases;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.UUID;
import se.mandat.obligation.ObligationKind;
import se.mandat.organisation.Person;
import se.mandat.shared.MandatException;
import se.mandat.shared.Text;

/** The owner asks somebody to take the case over, and stays owner until they accept. */
@Stateless
public class OfferHandover {

    @Inject
    private CaseDesk desk;

    @Inject
    private Naming naming;

    @Inject
    private Beside beside;

    public record Command(
            String caseNumber,
            ReadVersion read,
            @Text(required = true, max = 200) String to,
            @Text(required = true) String reason) {}

    @RolesAllowed("employee")
    public void handle(Command command) {
        CaseDesk.Held held = desk.take(command.caseNumber(), command.read(), Right.HANDOVER, command);
        Case of = held.theCase();
        Person to = naming.holder(command.to(), ObligationKind.ACT, of.involvement(), "to");
        if (to.username().equals(of.owner())) {
            throw MandatException.invalid("to", "error.already-owner");
        }
        UUID handover = of.offerHandover(to.username(), command.reason());
        beside.start(of, ObligationKind.ACCEPT_OWNERSHIP, handover);
    }
}
