package se.mandat.notification;

/** A mail was not taken. */
class UndeliveredException extends Exception {

    private static final long serialVersionUID = 1L;

    private final MailTrouble trouble;
    private final boolean reached;

    UndeliveredException(MailTrouble trouble, Throwable cause) {
        this(trouble, true, cause);
    }

    private UndeliveredException(MailTrouble trouble, boolean reached, Throwable cause) {
        super(trouble.name(), cause);
        this.trouble = trouble;
        this.reached = reached;
    }

    /** The mail server could not be spoken to at all. */
    static UndeliveredException atTheDoor(Throwable cause) {
        return new UndeliveredException(MailTrouble.UNREACHABLE, false, cause);
    }

    /** Whether the mail server may have got it all the same. */
    boolean reached() {
        return reached;
    }

    MailTrouble trouble() {
        return trouble;
    }
}
