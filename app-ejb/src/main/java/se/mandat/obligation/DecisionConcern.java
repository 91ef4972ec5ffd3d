package se.mandat.obligation;

/** What a decision that is owed is about. */
public enum DecisionConcern {
    /** What the raiser proposes, for the first time. */
    PROPOSAL,
    /** A rejection that the raiser does not accept. */
    APPEAL,
    /** An amendment that the raiser does not accept, while the work goes on. */
    AMENDMENT_APPEAL,
    /** A decision within the raiser's mandate that a manager objects to, while the work goes on. */
    OBJECTION,
    /** What to do when the effect has failed to come more than once. */
    FAILED_REVIEWS,
    /** A step that the process owner has added. */
    STEP
}
