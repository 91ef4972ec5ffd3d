package se.mandat.organisation;

/**
 * The identity provider cannot be reached, or what it answers cannot be the whole organisation. What was read last
 * stands. The message names no person.
 */
final class ReadingRefused extends Exception {

    private static final long serialVersionUID = 1L;

    ReadingRefused(String why) {
        super(why);
    }

    ReadingRefused(String why, Throwable cause) {
        super(why, cause);
    }
}
