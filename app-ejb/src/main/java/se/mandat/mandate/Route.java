package se.mandat.mandate;

/** The mandate's answer: who decides. */
public enum Route {
    /** The raiser decides by submitting. */
    OWN,
    /** The manager of the lead unit. */
    MANAGER,
    /** The manager of the nearest unit that contains all the touched ones. */
    JOINT,
    /** The manager of the root unit. */
    EXECUTIVE
}
