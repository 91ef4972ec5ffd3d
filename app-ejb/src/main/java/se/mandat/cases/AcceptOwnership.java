package se.mandat.cases;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Map;
import se.mandat.shared.MandatException;
import se.mandat.shared.MandatException.FieldError;

/** The named owner takes the case on and is accountable for it until it closes. */
@Stateless
public class AcceptOwnership {

    @Inject
    private CaseDesk desk;

    /** @param accept must be true */
    public record Command(String caseNumber, ReadVersion read, @NotNull(message = "error.required") Boolean accept) {}

    @RolesAllowed("employee")
    public void handle(Command command) {
        CaseDesk.Held held = desk.take(command.caseNumber(), command.read(), Right.OWNERSHIP, command);
        if (!command.accept()) {
            throw MandatException.invalid(
                    List.of(new FieldError("accept", "error.unknown-value", Map.of("value", "false"))));
        }
        held.theCase().acceptOwnership();
        desk.complete(held, StepOutcome.ACCEPTED);
    }
}
