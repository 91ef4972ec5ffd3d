package se.mandat.obligation;

/** What comes next for an open obligation unless its debtor acts. */
public enum Awaited {
    /** The debtor is reminded. */
    REMIND,
    /** It is due: the manager is told, or the right lapses. */
    DUE,
    /** The manager has been told, and gets it. */
    MOVE,
    /** Nobody is above the debtor: it is broken, and told of again. */
    REPEAT,
    /** Its clock stands still, and goes on by itself. */
    RESUME
}
