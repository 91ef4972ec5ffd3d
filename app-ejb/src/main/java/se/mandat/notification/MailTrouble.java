package se.mandat.notification;

/** Why a mail has not arrived. */
public enum MailTrouble {
    /** The mail server does not answer, or not in time. */
    UNREACHABLE,
    /** The mail server answers, but has not taken it. */
    NOT_TAKEN,
    /** The mail server says that there is no such address, for good. */
    NO_SUCH_ADDRESS,
    /** It could not be put into words. */
    UNWRITABLE,
    /** Whoever was sending it fell silent in the midst of it, each time. */
    CUT_SHORT
}
