package se.mandat.cases;

/** What was decided about a proposal. */
public enum Verdict {
    APPROVED,
    AMENDED,
    REJECTED
}
