package se.mandat.launcher;

/** Why the system could not be started, in one line for the person who tried. */
public class CannotStartException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CannotStartException(String message) {
        super(message);
    }

    public CannotStartException(String message, Throwable cause) {
        super(message + " (" + cause.getMessage() + ")", cause);
    }
}
