package se.mandat.cases;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.Map;
import se.mandat.shared.MandatException;
import se.mandat.shared.Problem;
import se.mandat.shared.Text;

/**
 * Answers the effect question, with evidence. That it did not help can be said at once; that it did, only when there has
 * been time to see it. EFFECTIVE closes the case, everything else starts a new round.
 */
@Stateless
public class ReviewEffect {

    @Inject
    private CaseDesk desk;

    @Inject
    private Cases cases;

    public record Command(
            String caseNumber,
            ReadVersion read,
            @NotNull(message = "error.required") EffectVerdict verdict,
            @NotNull(message = "error.required") @Valid Evidence evidence) {}

    /** @param kind how the reviewer knows; null means OBSERVED */
    public record Evidence(EvidenceKind kind, @Text(required = true) String text) {

        EvidenceKind kindOrObserved() {
            return kind == null ? EvidenceKind.OBSERVED : kind;
        }
    }

    @RolesAllowed("employee")
    public void handle(Command command) {
        CaseDesk.Held held = desk.take(command.caseNumber(), command.read(), Right.EFFECT_REVIEW, command);
        requireTimeToSee(command.verdict(), held.owed().opensAt());
        held.theCase()
                .reviewEffect(
                        held.person().username(),
                        command.verdict(),
                        command.evidence().kindOrObserved(),
                        command.evidence().text());
        desk.complete(held, StepOutcome.of(command.verdict()));
    }

    private void requireTimeToSee(EffectVerdict verdict, Instant opensAt) {
        if (verdict != EffectVerdict.NOT_EFFECTIVE && cases.now().isBefore(opensAt)) {
            throw new MandatException(
                    Problem.NOT_NOW, "problem.too-early-to-review", Map.of("opensAt", opensAt.toString()));
        }
    }
}
