package se.mandat.obligation;

/** What can be owed. */
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
