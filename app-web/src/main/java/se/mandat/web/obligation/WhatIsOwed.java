package se.mandat.web.obligation;

import se.mandat.cases.ObligationView;
import se.mandat.obligation.DecisionConcern;
import se.mandat.obligation.ObligationKind;

/**
 * The name under which it is said what somebody owes: its kind, and where that alone would mislead, what it is about.
 * {@code DECIDE} is a decision on a proposal, {@code DECIDE.OBJECTION} one on an objection.
 */
public final class WhatIsOwed {

    private WhatIsOwed() {}

    public static String in(ObligationView owed) {
        return in(
                owed.kind().name(),
                owed.concerns() == null ? null : owed.concerns().name(),
                owed.matter() != null);
    }

    /**
     * @param concerns what a decision is about; null for anything but a decision
     * @param beside whether it belongs to something begun beside the main line
     */
    public static String in(String kind, String concerns, boolean beside) {
        if (kind.equals(ObligationKind.DECIDE.name()) && concerns != null) {
            return concerns.equals(DecisionConcern.PROPOSAL.name()) ? kind : kind + "." + concerns;
        }
        return beside && kind.equals(ObligationKind.ACCEPT_OWNERSHIP.name()) ? kind + ".HANDOVER" : kind;
    }
}
