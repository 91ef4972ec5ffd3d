package se.mandat.cases;

import se.mandat.obligation.DecisionConcern;
import se.mandat.obligation.ObligationKind;

/**
 * A step that somebody shall owe, as the process reaches it.
 *
 * @param concerns what is to be decided; null when nothing is
 * @param matter what it is about beside the main line; null on it
 * @param owedBy the role or the unit's path that the model names, for steps that a process owner has added; else null
 */
record Step(ObligationKind kind, DecisionConcern concerns, Matter matter, String owedBy) {

    static Step of(ObligationKind kind, Matter matter, String owedBy, Case of) {
        return new Step(kind, kind == ObligationKind.DECIDE ? concern(matter, owedBy, of) : null, matter, owedBy);
    }

    private static DecisionConcern concern(Matter matter, String owedBy, Case of) {
        if (matter != null) {
            return matter.kind() == MatterKind.OBJECTION ? DecisionConcern.OBJECTION : DecisionConcern.AMENDMENT_APPEAL;
        }
        if (owedBy != null) {
            return DecisionConcern.STEP;
        }
        if (of.decisions().isEmpty()) {
            return DecisionConcern.PROPOSAL;
        }
        if (of.isRejected()) {
            return DecisionConcern.APPEAL;
        }
        return of.hasFailedInThisRound() ? DecisionConcern.FAILED_REVIEWS : DecisionConcern.STEP;
    }

    /** Whether the case's stage follows from it. */
    boolean leads() {
        return matter == null;
    }
}
