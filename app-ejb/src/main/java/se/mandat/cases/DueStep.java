package se.mandat.cases;

/** What the process of what is due does: one word for each of its ways. */
public enum DueStep {
    /** Half of the time has passed, or a review has opened. */
    REMIND,
    /** First rung: the manager is told. */
    TELL,
    /** Second rung: the manager has it. */
    MOVE,
    /** The right is lost. */
    LAPSE,
    /** Nobody is above: it is broken, which is told of, now and every fifth working day. */
    REPEAT,
    /** A pause is over. */
    RESUME
}
