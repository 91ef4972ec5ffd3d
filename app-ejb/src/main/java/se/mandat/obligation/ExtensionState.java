package se.mandat.obligation;

/** What became of a question for more time. */
public enum ExtensionState {
    /** Nobody has answered yet; the clock goes on meanwhile. */
    ASKED,
    APPROVED,
    REFUSED,
    /** The debt ended or moved before anybody answered. */
    DROPPED
}
