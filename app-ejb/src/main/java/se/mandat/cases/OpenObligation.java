package se.mandat.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import se.mandat.obligation.ContributionTime;
import se.mandat.obligation.Obligation;
import se.mandat.obligation.ObligationKind;
import se.mandat.obligation.Obligations;
import se.mandat.obligation.Obligations.Opening;
import se.mandat.obligation.Obligations.Opens;
import se.mandat.worktime.WorkingCalendar;

/** The process has reached a step: somebody owes it from now on. Runs within whatever brought the process there. */
@ApplicationScoped
public class OpenObligation {

    @Inject
    private Cases cases;

    @Inject
    private Debtors debtors;

    @Inject
    private Obligations obligations;

    @Inject
    private ReviewIntervals intervals;

    @Inject
    private Beside beside;

    /**
     * Opens what the step asks for, or APPOINT where nobody may hold that.
     *
     * @param matter what it is about beside the main line; null on it
     * @param owedBy the role or the unit's path that the model names; null when the rules say who
     * @param obligationProcess the process instance that waits for its end
     * @return the obligation's id
     */
    public UUID handle(String caseNumber, ObligationKind kind, UUID matter, String owedBy, UUID obligationProcess) {
        Case of = cases.held(caseNumber);
        Step step = Step.of(kind, matter == null ? null : of.matter(matter), owedBy, of);
        return open(of, step, debtors.next(step, of), obligationProcess).id();
    }

    Obligation open(Case of, Step step, Debtors.Debt debt, UUID obligationProcess) {
        boolean appoint = debt.kind() == ObligationKind.APPOINT;
        if (step.leads()) {
            if (!appoint) {
                moveOwnershipWith(step.kind(), debt, of);
            }
            of.ledBy(step.kind());
        }
        owedBy(debt, step.matter() == null ? null : step.matter().id(), of);
        cases.publish(of);
        Obligation opened = obligations.open(
                new Opening(
                        of.number(),
                        debt.kind(),
                        appoint ? step.kind() : null,
                        step.concerns(),
                        step.matter() == null ? null : step.matter().id(),
                        of.severity(),
                        debt.kind() == ObligationKind.REVIEW_EFFECT ? opensReview(of) : null,
                        debt.kind() == ObligationKind.CONTRIBUTE ? contributionDue(of, step.matter(), debt) : null,
                        obligationProcess),
                debt.holder(),
                of.involvement());
        if (debt.kind() == ObligationKind.ACT) {
            obligations.keepContributionsWithinAction(of.number());
            beside.startContributions(of);
        }
        return opened;
    }

    private Opens opensReview(Case of) {
        return new Opens(of.completedAt(), intervals.after(of.severity()));
    }

    /**
     * The day that was set, or else, or where that has gone by, when the whole action is due, which no contribution
     * passes. While somebody must be appointed to act, nothing says that: it has the time of one that has moved.
     */
    private Instant contributionDue(Case of, Matter contribution, Debtors.Debt debt) {
        WorkingCalendar calendar = obligations.calendarOf(debt.holder().whose());
        Instant actionDue = obligations
                .actionDue(of.number())
                .orElseGet(() -> calendar.plus(cases.now(), obligations.levelOfMoved(debt.kind(), of.severity())));
        Instant wished = contribution.dueOn() == null ? actionDue : calendar.endOfDay(contribution.dueOn());
        Instant due = wished.isAfter(cases.now()) ? wished : actionDue;
        return ContributionTime.within(actionDue, due, calendar, cases.now());
    }

    /**
     * What was asked for beside the main line is asked of whoever owes it, also when somebody stands in for them; of
     * nobody else while somebody must appoint.
     */
    static void owedBy(Debtors.Debt debt, UUID matter, Case of) {
        of.owedBy(debt.debtor().username());
        if (matter == null || debt.kind() == ObligationKind.APPOINT) {
            of.owedBy(debt.whose());
        } else {
            of.owedBy(debt.whose(), matter);
        }
    }

    /**
     * Whoever owes ACT owns the case; whoever owes ACCEPT_OWNERSHIP is asked to. Who only stands in for them, does and is
     * not.
     */
    static void moveOwnershipWith(ObligationKind step, Debtors.Debt debt, Case of) {
        if (step == ObligationKind.ACT) {
            of.moveOwnership(debt.whose(), true);
        } else if (step == ObligationKind.ACCEPT_OWNERSHIP) {
            of.moveOwnership(debt.whose(), false);
        }
    }
}
