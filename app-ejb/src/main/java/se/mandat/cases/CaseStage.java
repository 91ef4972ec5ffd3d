package se.mandat.cases;

import se.mandat.obligation.ObligationKind;

/** Where a case is in its life: the stage of its leading obligation. A draft is no case yet. */
public enum CaseStage {
    DRAFT,
    DECIDING,
    ASSIGNING,
    ACTING,
    REVIEWING,
    CLOSED;

    /** The stage that an obligation of this kind leads; APPOINT leads that of what somebody is appointed to. */
    static CaseStage ledBy(ObligationKind kind) {
        return switch (kind) {
            case DECIDE, RESPOND -> DECIDING;
            case ACCEPT_OWNERSHIP -> ASSIGNING;
            case ACT -> ACTING;
            case REVIEW_EFFECT -> REVIEWING;
            case APPOINT, CONTRIBUTE, ANSWER -> throw new IllegalArgumentException(kind + " leads no stage by itself");
        };
    }
}
