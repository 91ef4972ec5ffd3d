package se.mandat.cases;

import java.time.Instant;
import se.mandat.obligation.ObligationKind;

/**
 * Something that was to happen by itself and has failed.
 *
 * @param id names it for a new try
 * @param caseNumber null where the engine cannot say of which case
 * @param obligation what is owed whose deadline it was, or null
 * @param what of a deadline what was to come, as {@code Awaited} calls it; of a step its id in the model; of a closing
 *     day its date
 * @param failure the kind of failure, without its words
 * @param tries how often it has failed
 * @param again when it is tried again by itself; null when it is not any more
 */
public record Incident(
        String id,
        Kind kind,
        String caseNumber,
        ObligationKind obligation,
        String what,
        String failure,
        int tries,
        Instant again) {

    /** The kind of what lies at the bottom of a failure. */
    static String failureOf(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getClass().getSimpleName();
    }

    public enum Kind {
        /** What is due of an obligation. */
        DEADLINE,
        /** The due times that follow from a closing day that has come or gone. */
        CLOSING_DAY,
        /** A step of a process that the engine carries out by itself. */
        STEP
    }
}
