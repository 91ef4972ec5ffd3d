package se.mandat.cases;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Map;
import se.mandat.shared.MandatException;
import se.mandat.shared.MandatException.FieldError;

/** A raiser who was not the reviewer says that they have understood how it ended. */
@Stateless
public class AcknowledgeOutcome {

    @Inject
    private CaseDesk desk;

    /** @param understood must be true */
    public record Command(String caseNumber, @NotNull(message = "error.required") Boolean understood) {}

    @RolesAllowed("employee")
    public void handle(Command command) {
        CaseDesk.Held held = desk.takeForAcknowledgement(command.caseNumber(), command);
        if (!command.understood()) {
            throw MandatException.invalid(
                    List.of(new FieldError("understood", "error.unknown-value", Map.of("value", "false"))));
        }
        held.theCase().acknowledge(held.person().username());
        desk.keep(held);
    }
}
