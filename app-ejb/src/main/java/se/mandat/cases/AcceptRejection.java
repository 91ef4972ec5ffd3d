package se.mandat.cases;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import se.mandat.obligation.ObligationEvent.Cause;
import se.mandat.shared.MandatException;

/** Whoever was asked to respond to a rejection accepts it: the case closes as REJECTED. */
@Stateless
public class AcceptRejection {

    @Inject
    private CaseDesk desk;

    @Inject
    private Beside beside;

    /** @param accept must be true; who does not accept, appeals */
    public record Command(String caseNumber, ReadVersion read, @NotNull(message = "error.required") Boolean accept) {}

    @RolesAllowed("employee")
    public void handle(Command command) {
        CaseDesk.Held held = desk.take(command.caseNumber(), command.read(), Right.RESPONSE, command);
        if (!command.accept()) {
            throw MandatException.invalid("accept", "error.appeal-instead");
        }
        held.theCase().acceptRejection(held.person().username(), false);
        beside.endAll(held.theCase(), Cause.CLOSED);
        desk.complete(held, StepOutcome.REJECTION_ACCEPTED);
    }
}
