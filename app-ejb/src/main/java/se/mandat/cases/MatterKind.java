package se.mandat.cases;

/** What people can begin beside the main line of a case. */
public enum MatterKind {
    /** The raiser does not accept a rejection or an amendment. */
    APPEAL,
    /** A manager does not accept what was decided within the raiser's mandate. */
    OBJECTION,
    /** A decider sends the decision to whom it belongs. */
    REFERRAL,
    /** Somebody asked to own the case names a better owner. */
    DECLINE,
    /** The owner asks somebody else to take over. */
    HANDOVER,
    /** The owner asks somebody for a part of the work. */
    CONTRIBUTION,
    /** The raiser asks what the outcome means. */
    QUESTION
}
