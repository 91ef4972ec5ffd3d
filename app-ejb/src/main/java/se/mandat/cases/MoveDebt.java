package se.mandat.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import se.mandat.obligation.Awaited;
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

    @Inject
    private PriceOfSilence silence;

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
        of.changedHands();
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
        String told = obligations.told(obligation);
        if (anew) {
            obligations.transferAnew(obligation, debt.holder(), cause, of.involvement(), of.severity());
        } else if (cause == Cause.LEFT && isOfThemselves(debt, told, obligation)) {
            obligations.transferAsTold(obligation, debt.holder(), cause, of.involvement(), of.severity());
        } else {
            obligations.transfer(obligation, debt.holder(), cause, reason, of.involvement());
            tellWhoeverIsAbove(of, obligation, told);
        }
    }

    /** Whether the debt becomes that of whoever has been told that they get it, and not what they hold for another. */
    private static boolean isOfThemselves(Debtors.Debt debt, String told, Obligation obligation) {
        return debt.debtor().username().equals(told) && !debt.whose().equals(obligation.whose());
    }

    /** Whoever is above its new debtor may be somebody else than who has been told: nobody gets anything unheard. */
    private void tellWhoeverIsAbove(Case of, Obligation obligation, String told) {
        if (obligation.next() != Awaited.MOVE && obligation.next() != Awaited.REPEAT) {
            return;
        }
        Standing standing = Standing.of(obligation, of);
        boolean unheard = silence.above(standing)
                .filter(above -> !above.debtor().username().equals(told))
                .isPresent();
        if (unheard && !silence.lapses(standing)) {
            obligations.tellAnew(obligation);
        }
    }

    /** The debtor stayed silent beyond the grace: it moves up, with the time that the table gives whoever it moves to. */
    void moveUp(Case of, Obligation obligation, Debtors.Debt debt) {
        if (debt.kind() != obligation.kind()) {
            obligations.climb(obligation, debt.debtor());
            move(of, obligation, debt, Cause.SILENT);
            return;
        }
        of.changedHands();
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
