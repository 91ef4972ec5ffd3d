package se.mandat.cases;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import se.mandat.shared.Text;

/** Answers what the raiser asked about the outcome; the raiser is told, and may say that it is understood. */
@Stateless
public class AnswerQuestion {

    @Inject
    private CaseDesk desk;

    public record Command(String caseNumber, ReadVersion read, @Text(required = true) String text) {}

    @RolesAllowed("employee")
    public void handle(Command command) {
        CaseDesk.Held held = desk.take(command.caseNumber(), command.read(), Right.ANSWER, command);
        held.theCase().answer(held.owed().matter(), held.person().username(), command.text());
        desk.complete(held, StepOutcome.COMPLETED);
    }
}
