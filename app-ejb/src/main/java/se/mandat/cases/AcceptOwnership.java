package se.mandat.cases;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Map;
import se.mandat.obligation.Involvement;
import se.mandat.obligation.Obligation;
import se.mandat.obligation.ObligationEvent.Cause;
import se.mandat.obligation.ObligationKind;
import se.mandat.obligation.Obligations;
import se.mandat.organisation.Person;
import se.mandat.shared.MandatException;
import se.mandat.shared.MandatException.FieldError;
import se.mandat.shared.Text;

/**
 * Whoever is asked to own a case takes it on and is accountable for it until it closes, or declines by naming somebody
 * better. Asked by the owner to take over, they may decline without naming anybody: the owner stays.
 */
@Stateless
public class AcceptOwnership {

    @Inject
    private CaseDesk desk;

    @Inject
    private Naming naming;

    @Inject
    private Debtors debtors;

    @Inject
    private MoveDebt moveDebt;

    @Inject
    private Obligations obligations;

    /**
     * @param betterOwner the user name of whoever should own it instead; only with a refusal
     * @param reason why not; only with a refusal
     */
    public record Command(
            String caseNumber,
            ReadVersion read,
            @NotNull(message = "error.required") Boolean accept,
            @Text(max = 200) String betterOwner,
            @Text String reason) {}

    @RolesAllowed("employee")
    public void handle(Command command) {
        CaseDesk.Held held = desk.take(command.caseNumber(), command.read(), Right.OWNERSHIP, command);
        boolean handover = held.owed().matter() != null;
        if (command.accept()) {
            requireNothing(command.betterOwner(), "betterOwner");
            requireNothing(command.reason(), "reason");
            if (handover) {
                takeOver(held);
            } else {
                held.theCase().acceptOwnership();
                desk.complete(held, StepOutcome.ACCEPTED);
            }
        } else if (handover) {
            declineHandover(command, held);
        } else {
            decline(command, held);
        }
    }

    /** What the old owner owed moves along; whoever owns reviews nothing of it. */
    private void takeOver(CaseDesk.Held held) {
        Case of = held.theCase();
        Person owner = held.whose();
        of.handOver(held.owed().matter(), owner.username());
        desk.complete(held, StepOutcome.COMPLETED);
        for (Obligation open : obligations.of(of.number())) {
            if (open.isOpen() && open.kind() == ObligationKind.ACT) {
                moveDebt.move(of, open, debtors.of(owner, ObligationKind.ACT, null, of), Cause.HANDED_OVER);
            } else if (open.isOpen()
                    && open.kind() == ObligationKind.REVIEW_EFFECT
                    && List.of(open.debtor(), open.whose()).contains(owner.username())) {
                moveDebt.move(of, open, debtors.next(MoveDebt.stepOf(of, open), of), Cause.REVIEWER_OWNS);
            }
        }
    }

    private void declineHandover(Command command, CaseDesk.Held held) {
        Case of = held.theCase();
        String better = RaiseCase.blankToNull(command.betterOwner());
        if (better != null) {
            naming.holder(better, ObligationKind.ACT, of.involvement(), "betterOwner");
        }
        of.declineHandover(
                held.owed().matter(), held.whose().username(), better, required(command.reason(), "reason"), false);
        desk.complete(held, StepOutcome.COMPLETED);
    }

    private void decline(Command command, CaseDesk.Held held) {
        Case of = held.theCase();
        Involvement involvement = of.involvement();
        Person better = naming.holder(
                required(command.betterOwner(), "betterOwner"), ObligationKind.ACT, involvement, "betterOwner");
        String reason = required(command.reason(), "reason");
        String decliner = held.whose().username();
        if (better.equals(held.whose()) || of.ownershipDeclinedBy().contains(better.username())) {
            throw MandatException.invalid(
                    List.of(new FieldError("betterOwner", "error.has-declined", Map.of("person", better.username()))));
        }
        of.declineOwnership(decliner, better.username(), reason);
        desk.complete(held, StepOutcome.DECLINED);
    }

    private static String required(String text, String field) {
        if (RaiseCase.blankToNull(text) == null) {
            throw MandatException.invalid(field, "error.required");
        }
        return text;
    }

    private static void requireNothing(String text, String field) {
        if (RaiseCase.blankToNull(text) != null) {
            throw MandatException.invalid(field, "error.only-when-declining");
        }
    }
}
