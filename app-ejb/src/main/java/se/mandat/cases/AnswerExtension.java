package se.mandat.cases;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import java.util.Map;
import java.util.UUID;
import se.mandat.obligation.Extension;
import se.mandat.obligation.Obligations;
import se.mandat.shared.MandatException;
import se.mandat.shared.Problem;
import se.mandat.shared.Text;

/** Whoever manages the debtor, or stands in for that manager, answers whether they get more time; a refusal says why. */
@Stateless
public class AnswerExtension {

    @Inject
    private CaseDesk desk;

    @Inject
    private Cases cases;

    @Inject
    private Obligations obligations;

    /**
     * @param extension the id of the question, or of the obligation that the waiting one is about
     * @param read the version of that obligation
     */
    public record Command(
            String caseNumber,
            UUID extension,
            ReadVersion read,
            @NotNull(message = "error.required") Boolean approved,
            @Text String reason) {}

    @RolesAllowed("employee")
    public void handle(Command command) {
        UUID obligation = obligations
                .extension(command.extension())
                .map(Extension::obligation)
                .orElse(command.extension());
        CaseDesk.Held held =
                desk.takeTimeAt(command.caseNumber(), obligation, command.read(), Right.EXTENSION_DECISION);
        Extension question = obligations.extension(held.owed().extension()).orElseThrow();
        if (!command.extension().equals(question.id()) && !command.extension().equals(obligation)) {
            throw new MandatException(
                    Problem.NOT_NOW,
                    "problem.not-now.EXTENSION_DECISION",
                    Map.of("stage", held.theCase().stage().name(), "case", command.caseNumber()));
        }
        if (Boolean.TRUE.equals(command.approved())) {
            requireStillPossible(question, held);
        }
        desk.check(command);
        if (!command.approved()) {
            if (command.reason() == null || command.reason().isBlank()) {
                throw MandatException.invalid("reason", "error.required");
            }
            obligations.refuse(held.owed(), question, held.person(), command.reason());
            return;
        }
        obligations.extend(held.owed(), question, held.person(), command.reason());
    }

    /** Since it was asked for, the time has gone by, a closing day has come upon it, or the due time has moved. */
    private void requireStillPossible(Extension question, CaseDesk.Held held) {
        boolean later = question.dueAt().isAfter(held.owed().dueAt())
                && question.dueAt().isAfter(cases.now());
        boolean open = obligations.calendarOf(held.owed()).allowsDeadline(question.dueAt());
        if (!later
                || !open
                || question.dueAt().isAfter(AskForExtension.latest(held.owed(), held.theCase(), obligations))) {
            throw new MandatException(
                    Problem.NOT_NOW,
                    "problem.extension-outdated",
                    Map.of("until", question.dueAt().toString()));
        }
    }
}
