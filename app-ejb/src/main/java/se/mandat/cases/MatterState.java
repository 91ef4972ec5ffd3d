package se.mandat.cases;

/** What came of a {@link Matter}; it ends once. */
public enum MatterState {
    OPEN,
    /** It was done, accepted, answered or upheld. */
    GRANTED,
    /** It was declined or turned down, or nobody answered in time. */
    REFUSED,
    /** It is needed no more. */
    CANCELLED
}
