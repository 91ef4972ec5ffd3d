package se.mandat.obligation;

/** What can be owed; who owes it stands in PRODUCT.md's table of obligations. */
public enum ObligationKind {
    DECIDE,
    RESPOND,
    APPOINT,
    ACCEPT_OWNERSHIP,
    ACT,
    CONTRIBUTE,
    REVIEW_EFFECT,
    ANSWER
}
