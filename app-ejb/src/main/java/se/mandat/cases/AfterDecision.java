package se.mandat.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import se.mandat.obligation.DecisionConcern;
import se.mandat.obligation.Obligation;
import se.mandat.obligation.ObligationEvent.Cause;
import se.mandat.obligation.ObligationKind;
import se.mandat.obligation.Obligations;

/** How a case goes on when it has been decided: what is owed next, what stops, and when a rejection is the end of it. */
@ApplicationScoped
class AfterDecision {

    @Inject
    private CaseDesk desk;

    @Inject
    private Beside beside;

    @Inject
    private Charges charges;

    @Inject
    private Cases cases;

    @Inject
    private Obligations obligations;

    @Inject
    private Debtors debtors;

    @Inject
    private MoveDebt moveDebt;

    @Inject
    private CaseProcess process;

    void goOn(CaseDesk.Held held, DecisionConcern concerns, Verdict verdict) {
        Case of = held.theCase();
        boolean rejected = verdict == Verdict.REJECTED;
        if (!rejected) {
            endHandovers(of);
        }
        switch (concerns) {
            case PROPOSAL -> desk.complete(held, StepOutcome.of(verdict, of));
            case APPEAL -> {
                if (rejected) {
                    of.close(ClosedAs.REJECTED);
                    beside.endAll(of, Cause.CLOSED);
                } else if (of.hasEndedThisRound()) {
                    of.startDecidedRound();
                }
                desk.complete(held, rejected ? StepOutcome.REJECTED_FOR_GOOD : StepOutcome.of(verdict, of));
            }
            case FAILED_REVIEWS, STEP -> {
                if (rejected) {
                    beside.endAll(of, Cause.OVERTURNED);
                    charges.restore(of);
                    desk.complete(held, stopped(of));
                } else {
                    if (concerns == DecisionConcern.FAILED_REVIEWS) {
                        of.startDecidedRound();
                    }
                    desk.complete(held, StepOutcome.of(verdict, of));
                }
            }
            case OBJECTION, AMENDMENT_APPEAL -> {
                desk.complete(held, StepOutcome.COMPLETED);
                if (rejected && concerns == DecisionConcern.OBJECTION) {
                    overturn(of);
                } else {
                    passOnReview(held);
                    beside.startContributions(of);
                }
            }
        }
    }

    /** Who was asked to take over from an owner whom the decision has replaced, is asked no more. */
    private void endHandovers(Case of) {
        List<Obligation> groundless = obligations.of(of.number()).stream()
                .filter(owed -> owed.isOpen() && !owed.leading())
                .filter(owed -> isEndedHandover(of.matter(owed.matter())))
                .toList();
        cases.publish(of);
        groundless.forEach(owed -> beside.end(owed, Cause.OWNER_NAMED));
    }

    private static boolean isEndedHandover(Matter matter) {
        return matter.kind() == MatterKind.HANDOVER && !matter.isOpen();
    }

    /** Who has decided in an absent person's place reviews nothing of this round, though it was theirs to review. */
    private void passOnReview(CaseDesk.Held held) {
        if (held.inPlaceOf() == null) {
            return;
        }
        Case of = held.theCase();
        of.tookPart(held.person().username());
        obligations.of(of.number()).stream()
                .filter(open -> open.isOpen() && open.kind() == ObligationKind.REVIEW_EFFECT)
                .filter(open -> List.of(open.debtor(), open.whose())
                        .contains(held.person().username()))
                .forEach(open ->
                        moveDebt.move(of, open, debtors.next(MoveDebt.stepOf(of, open), of), Cause.REVIEWER_DECIDED));
    }

    /** The work stops; the raiser may respond to it, unless no appeal remains. */
    private void overturn(Case of) {
        beside.endAll(of, Cause.OVERTURNED);
        charges.restore(of);
        StepOutcome outcome = stopped(of);
        cases.publish(of);
        Obligation leading = desk.leading(of);
        obligations.cancel(leading, Cause.OVERTURNED);
        process.stepDone(of.number(), leading.processId(), outcome);
    }

    private static StepOutcome stopped(Case of) {
        if (of.appealRemains()) {
            return StepOutcome.OVERTURNED;
        }
        of.close(ClosedAs.REJECTED);
        return StepOutcome.REJECTION_STANDS;
    }
}
