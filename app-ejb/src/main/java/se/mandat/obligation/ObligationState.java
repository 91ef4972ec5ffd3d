package se.mandat.obligation;

/** An obligation ends exactly once. */
public enum ObligationState {
    OPEN,
    FULFILLED,
    LAPSED,
    CANCELLED
}
