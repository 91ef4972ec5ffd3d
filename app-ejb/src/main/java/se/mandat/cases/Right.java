package se.mandat.cases;

import se.mandat.obligation.ObligationKind;

/** What somebody may do with a case now: the names of the calls, and the buttons of the page. */
public enum Right {
    DECISION("decision", ObligationKind.DECIDE),
    APPOINTMENT("appointment", ObligationKind.APPOINT),
    OWNERSHIP("ownership", ObligationKind.ACCEPT_OWNERSHIP),
    ACTION("action", ObligationKind.ACT),
    PROGRESS("progress", ObligationKind.ACT),
    COMPLETION("action/completion", ObligationKind.ACT),
    EFFECT_REVIEW("effect-review", ObligationKind.REVIEW_EFFECT),
    ACKNOWLEDGEMENT("acknowledgement", null),
    CONTACT("contact", null);

    private final String call;
    private final ObligationKind pays;

    Right(String call, ObligationKind pays) {
        this.call = call;
        this.pays = pays;
    }

    /** The call's address below the case's. */
    public String call() {
        return call;
    }

    /** The obligation that using this right pays, and whose debtor has it; null for the others. */
    ObligationKind pays() {
        return pays;
    }
}
