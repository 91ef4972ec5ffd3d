package se.mandat.notification;

/** A mail was not taken. */
class UndeliveredException extends Exception {

    private static final long serialVersionUID = 1L;

    private final MailTrouble trouble;

    UndeliveredException(MailTrouble trouble, Throwable cause) {
        super(trouble.name(), cause);
        this.trouble = trouble;
    }

    MailTrouble trouble() {
        return trouble;
    }
}
