package se.mandat.cases;

import se.mandat.obligation.ObligationKind;

/** What somebody may do with a case now: the names of the calls, and the buttons of the page. */
public enum Right {
    DECISION("decision", ObligationKind.DECIDE),
    REFERRAL("referral", ObligationKind.DECIDE),
    OUTCOME("outcome", null),
    APPOINTMENT("appointment", ObligationKind.APPOINT),
    RESPONSE("response", ObligationKind.RESPOND),
    APPEAL("appeal", null),
    OBJECTION("objection", null),
    PROPOSAL("proposal", null),
    WITHDRAWAL("withdrawal", null),
    MERGE("merge", null),
    OWNERSHIP("ownership", ObligationKind.ACCEPT_OWNERSHIP),
    HANDOVER("handover", null),
    ACTION("action", ObligationKind.ACT),
    PROGRESS("progress", ObligationKind.ACT),
    COMPLETION("action/completion", ObligationKind.ACT),
    CONTRIBUTION("contributions/completion", ObligationKind.CONTRIBUTE),
    CONTRIBUTION_DECLINE("contributions/decline", ObligationKind.CONTRIBUTE),
    CONTRIBUTION_CANCELLATION("contributions/cancellation", null),
    EFFECT_REVIEW("effect-review", ObligationKind.REVIEW_EFFECT),
    EXTENSION("extensions", null),
    EXTENSION_DECISION("extensions/decision", null),
    PAUSE("pauses", null),
    RESUMPTION("pauses/end", null),
    VOICES("voices", null),
    MESSAGES("messages", null),
    FOLLOWING("following", null),
    ACKNOWLEDGEMENT("acknowledgement", null),
    ANSWER("answer", ObligationKind.ANSWER),
    CONTACT("contact", null);

    private final String call;
    private final ObligationKind pays;

    Right(String call, ObligationKind pays) {
        this.call = call;
        this.pays = pays;
    }

    /**
     * The call's address below the case's; that of a contribution or a pause has the obligation's
     * id in its middle, the answer to a question for more time that question's.
     */
    public String call() {
        return call;
    }

    /** The obligation that using this right pays, and whose debtor has it; null for the others. */
    ObligationKind pays() {
        return pays;
    }
}
