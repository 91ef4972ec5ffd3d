package se.mandat.cases;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.mandat.obligation.ObligationEvent.Cause;
import se.mandat.shared.MandatException;
import se.mandat.shared.MandatException.FieldError;
import se.mandat.shared.Outcome;
import se.mandat.shared.Text;

/**
 * Two cases are about the same: this one goes on as the other, which takes its voices and followers and is as severe as
 * the worse of the two.
 */
@Stateless
public class MergeCase {

    @Inject
    private CaseDesk desk;

    @Inject
    private Cases cases;

    @Inject
    private Contacts contacts;

    @Inject
    private Hastening hastening;

    /** @param into the number of an open case that does not follow from this one */
    public record Command(
            String caseNumber,
            ReadVersion read,
            @Text(required = true, max = 40) String into,
            @Text(required = true) String reason) {}

    @RolesAllowed("employee")
    public void handle(Command command) {
        Optional<Case> other = cases.holdBoth(command.caseNumber(), command.into());
        CaseDesk.Held held = desk.take(command.caseNumber(), command.read(), Right.MERGE, command);
        Case merged = held.theCase();
        Case target = other.orElseThrow(() -> refused("error.unknown-case", command.into()));
        requirePossible(merged, target);
        Outcome before = target.severity();
        int known = target.voices().size();
        target.takeVoicesOf(merged, held.person().username(), hastening.pressed(target));
        for (int i = 0; i < merged.voices().size(); i++) {
            contacts.copy(
                    merged.voices().get(i).id(), target.voices().get(known + i).id(), target);
        }
        cases.publish(target);
        hastening.since(before, target);
        merged.mergeInto(target, held.person().username(), command.reason(), desk.owing(merged));
        desk.end(held, Cause.MERGED, StepOutcome.MERGED);
    }

    private void requirePossible(Case merged, Case target) {
        if (target.number().equals(merged.number())) {
            throw refused("error.merge-into-itself", target.number());
        }
        if (!target.isOpen()) {
            throw refused("error.merge-into-closed", target.number());
        }
        if (new Descent(cases::find).follows(target, merged)) {
            throw refused("error.merge-into-descendant", target.number());
        }
    }

    private static MandatException refused(String key, String into) {
        return MandatException.invalid(List.of(new FieldError("into", key, Map.of("case", into))));
    }
}
