package se.mandat.cases;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.Map;
import se.mandat.obligation.ObligationEvent.Cause;
import se.mandat.shared.MandatException;
import se.mandat.shared.Problem;
import se.mandat.shared.Text;

/**
 * Answers the effect question, with evidence. That it did not help can be said at once; that it did, only when there has
 * been time to see it. EFFECTIVE closes the case, the first
 * failure starts a new round, and from the second on the owner's manager decides whether to go on.
 */
@Stateless
public class ReviewEffect {

    @Inject
    private CaseDesk desk;

    @Inject
    private Cases cases;

    @Inject
    private Beside beside;

    /**
     * @param despiteNewVoice why a customer's voice that came since the action was completed does not contradict the
     *     effect; required for EFFECTIVE when one came
     * @param learned what was learned; asked, never demanded
     */
    public record Command(
            String caseNumber,
            ReadVersion read,
            @NotNull(message = "error.required") EffectVerdict verdict,
            @NotNull(message = "error.required") @Valid Evidence evidence,
            @Text String despiteNewVoice,
            @Text String learned) {}

    /** @param kind how the reviewer knows; null means OBSERVED */
    public record Evidence(EvidenceKind kind, @Text(required = true) String text) {

        EvidenceKind kindOrObserved() {
            return kind == null ? EvidenceKind.OBSERVED : kind;
        }
    }

    @RolesAllowed("employee")
    public void handle(Command command) {
        CaseDesk.Held held = desk.take(command.caseNumber(), command.read(), Right.EFFECT_REVIEW);
        requireTimeToSee(command.verdict(), held.owed().opensAt());
        desk.check(command);
        Case of = held.theCase();
        String despite = RaiseCase.blankToNull(command.despiteNewVoice());
        if (command.verdict() == EffectVerdict.EFFECTIVE
                && despite == null
                && !of.voicesSinceCompletion().isEmpty()) {
            throw MandatException.invalid("despiteNewVoice", "error.new-voice-contradicts");
        }
        of.reviewEffect(new EndingEvent.EffectReviewed(
                of.number(),
                of.round(),
                held.person().username(),
                command.verdict(),
                command.evidence().kindOrObserved(),
                command.evidence().text(),
                despite,
                RaiseCase.blankToNull(command.learned())));
        goOn(held, command.verdict());
    }

    private void goOn(CaseDesk.Held held, EffectVerdict verdict) {
        if (verdict == EffectVerdict.EFFECTIVE) {
            beside.endAll(held.theCase(), Cause.CLOSED);
        }
        boolean failedAgain =
                verdict != EffectVerdict.EFFECTIVE && held.theCase().hasFailedAgain();
        desk.complete(held, failedAgain ? StepOutcome.FAILED_AGAIN : StepOutcome.of(verdict));
    }

    private void requireTimeToSee(EffectVerdict verdict, Instant opensAt) {
        boolean saysThatItHelped = verdict != null && verdict != EffectVerdict.NOT_EFFECTIVE;
        if (saysThatItHelped && cases.now().isBefore(opensAt)) {
            throw new MandatException(
                    Problem.NOT_NOW, "problem.too-early-to-review", Map.of("opensAt", opensAt.toString()));
        }
    }
}
