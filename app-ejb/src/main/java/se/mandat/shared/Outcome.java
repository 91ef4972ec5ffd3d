package se.mandat.shared;

/**
 * How it went for the customer: did the customer reach the goal? The worst outcome among a case's voices is its
 * severity. In order of severity, the mildest first.
 */
public enum Outcome {
    REACHED,
    DETOUR,
    NOT_REACHED,
    HARMED;

    /** The worse of the two. */
    public Outcome worst(Outcome other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
