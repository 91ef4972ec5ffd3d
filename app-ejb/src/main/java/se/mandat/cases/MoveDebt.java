package se.mandat.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import se.mandat.obligation.Obligation;
import se.mandat.obligation.ObligationEvent.Cause;
import se.mandat.obligation.ObligationKind;
import se.mandat.obligation.Obligations;

/**
 * Moves what is owed to somebody else. Where nobody may hold it, somebody must appoint; where the step turns out to ask
 * for another kind, that is opened instead. The process that waits for its end goes on waiting.
 */
@ApplicationScoped
class MoveDebt {

    @Inject
    private Cases cases;

    @Inject
    private Obligations obligations;

    @Inject
    private OpenObligation openObligation;

    /** Moves it by the same due time. */
    void move(Case of, Obligation obligation, Debtors.Debt debt, Cause cause) {
        move(of, obligation, debt, cause, null, false);
    }

    /** Moves it by the same due time, for a reason that somebody has written. */
    void move(Case of, Obligation obligation, Debtors.Debt debt, Cause cause, String reason) {
        move(of, obligation, debt, cause, reason, false);
    }

    /** Moves it with the full service level anew. */
    void moveAnew(Case of, Obligation obligation, Debtors.Debt debt, Cause cause) {
        move(of, obligation, debt, cause, null, true);
    }

    private void move(Case of, Obligation obligation, Debtors.Debt debt, Cause cause, String reason, boolean anew) {
        if (debt.isAsIn(obligation)) {
            cases.publish(of);
            return;
        }
        if (debt.kind() != obligation.kind()) {
            Step step = stepOf(of, obligation);
            obligations.cancel(obligation, debt.kind() == ObligationKind.APPOINT ? Cause.NOBODY_ELIGIBLE : cause);
            openObligation.open(of, step, debt, obligation.processId());
            return;
        }
        if (obligation.leading()) {
            OpenObligation.moveOwnershipWith(obligation.kind(), debt, of);
        }
        OpenObligation.owedBy(debt, obligation.matter(), of);
        cases.publish(of);
        if (anew) {
            obligations.transferAnew(obligation, debt.holder(), cause, of.involvement(), of.severity());
        } else {
            obligations.transfer(obligation, debt.holder(), cause, reason, of.involvement());
        }
    }

    /** The debtor stayed silent beyond the grace: it moves up, with the time that the table gives whoever it moves to. */
    void moveUp(Case of, Obligation obligation, Debtors.Debt debt) {
        if (debt.kind() != obligation.kind()) {
            obligations.climb(obligation, debt.debtor());
            move(of, obligation, debt, Cause.SILENT);
            return;
        }
        if (obligation.leading()) {
            OpenObligation.moveOwnershipWith(obligation.kind(), debt, of);
        }
        OpenObligation.owedBy(debt, obligation.matter(), of);
        cases.publish(of);
        obligations.moveUp(obligation, debt.holder(), of.involvement(), of.severity());
    }

    /** The step that an obligation belongs to. */
    static Step stepOf(Case of, Obligation obligation) {
        ObligationKind kind = obligation.kind() == ObligationKind.APPOINT ? obligation.appoints() : obligation.kind();
        Matter matter = obligation.matter() == null ? null : of.matter(obligation.matter());
        return new Step(kind, obligation.concerns(), matter, null);
    }
}
