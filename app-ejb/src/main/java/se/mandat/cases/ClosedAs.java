package se.mandat.cases;

/** How a case ended. */
public enum ClosedAs {
    /** Somebody other than the doer has seen that it got better for the customer. */
    EFFECTIVE,
    REJECTED,
    WITHDRAWN,
    MERGED
}
