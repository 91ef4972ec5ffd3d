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
        if (owed.kind() == ObligationKind.DECIDE && owed.concerns() != null) {
            return owed.concerns() == DecisionConcern.PROPOSAL ? "DECIDE" : "DECIDE." + owed.concerns();
        }
        return owed.kind() == ObligationKind.ACCEPT_OWNERSHIP && owed.matter() != null
                ? "ACCEPT_OWNERSHIP.HANDOVER"
                : owed.kind().name();
    }
}
