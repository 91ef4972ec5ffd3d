package se.mandat.cases;

import java.time.Instant;
import java.util.Set;
import se.mandat.obligation.Awaited;
import se.mandat.obligation.DecisionConcern;
import se.mandat.obligation.Involvement;
import se.mandat.obligation.Obligation;
import se.mandat.obligation.ObligationKind;
import se.mandat.shared.Outcome;

/**
 * All that the price of silence depends on, of one open obligation.
 *
 * @param leading whether the case's stage follows from it
 * @param onBehalfOf the absent person in whose place the debtor holds it; null for their own
 * @param debtors the how-manieth debtor this is, counting those only to whom silence has moved it
 * @param next what comes next
 * @param nextAt when that is planned
 * @param barred who may not owe it for what they have done
 * @param objectors who may decide it as their own, but not instead of somebody else
 * @param smallAndReversible whether the case has a proposal that silence may let stand
 */
record Standing(
        ObligationKind kind,
        DecisionConcern concerns,
        boolean leading,
        String debtor,
        String onBehalfOf,
        int debtors,
        Instant dueAt,
        Awaited next,
        Instant nextAt,
        Outcome severity,
        String leadUnit,
        Involvement involvement,
        Set<String> barred,
        Set<String> objectors,
        boolean smallAndReversible) {

    /** A proposal that costs more does not stand by silence. */
    private static final long SMALL = 25_000;

    static Standing of(Obligation obligation, Case of) {
        Proposal proposal = of.proposal();
        return new Standing(
                obligation.kind(),
                obligation.concerns(),
                obligation.leading(),
                obligation.debtor(),
                obligation.onBehalfOf(),
                obligation.debtors(),
                obligation.dueAt(),
                obligation.next(),
                obligation.nextAt(),
                of.severity(),
                of.leadUnit(),
                of.involvement(),
                Debtors.barred(obligation.kind(), obligation.concerns(), of),
                Debtors.objectors(obligation.kind(), obligation.concerns(), of),
                proposal != null && isSmallAndReversible(proposal.cost(), proposal.reversible()));
    }

    /** The absent person, or else the debtor: whose line it climbs, and by whose calendar it is due. */
    String whose() {
        return onBehalfOf == null ? debtor : onBehalfOf;
    }

    /** @param cost in whole kronor, null when unknown or nothing is proposed */
    static boolean isSmallAndReversible(Long cost, Boolean reversible) {
        return cost != null && cost <= SMALL && Boolean.TRUE.equals(reversible);
    }
}
