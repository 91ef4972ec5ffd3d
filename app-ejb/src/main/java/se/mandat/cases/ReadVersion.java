package se.mandat.cases;

/**
 * Which version of a case the author of a command had read.
 *
 * @param number null when the author says nothing, {@link #ANY}'s when any will do
 */
public record ReadVersion(Long number) {

    private static final long ANY_NUMBER = -1;

    /** The command does not depend on what else has happened. */
    public static final ReadVersion ANY = new ReadVersion(ANY_NUMBER);

    public static final ReadVersion MISSING = new ReadVersion(null);

    public static ReadVersion of(long number) {
        return new ReadVersion(number);
    }

    boolean isMissing() {
        return number == null;
    }

    boolean covers(long current) {
        return number != null && (number == ANY_NUMBER || number == current);
    }
}
