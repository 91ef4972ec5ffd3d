package se.mandat.cases;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import se.mandat.obligation.ObligationKind;
import se.mandat.shared.MandatException;
import se.mandat.shared.Text;

/**
 * A raiser who was not the reviewer says whether they have understood how it ended. A question goes to whoever can
 * explain it, who is never the raiser, and is answered on the closed case.
 */
@Stateless
public class AcknowledgeOutcome {

    @Inject
    private CaseDesk desk;

    @Inject
    private Beside beside;

    @Inject
    private Debtors debtors;

    /** @param question what the raiser wants to know; required when the outcome is not understood, else refused */
    public record Command(
            String caseNumber, @NotNull(message = "error.required") Boolean understood, @Text String question) {}

    @RolesAllowed("employee")
    public void handle(Command command) {
        CaseDesk.Held held = desk.take(command.caseNumber(), ReadVersion.ANY, Right.ACKNOWLEDGEMENT, command);
        Case of = held.theCase();
        String question = RaiseCase.blankToNull(command.question());
        if (command.understood()) {
            if (question != null) {
                throw MandatException.invalid("question", "error.understood-asks-nothing");
            }
            of.acknowledge(held.person().username());
            desk.keep(held);
            return;
        }
        if (question == null) {
            throw MandatException.invalid("question", "error.required");
        }
        UUID asked =
                of.ask(held.person().username(), question, debtors.answering(of).username());
        beside.start(of, ObligationKind.ANSWER, asked);
    }
}
