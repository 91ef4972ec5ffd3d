package se.mandat.web.platform;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import se.mandat.shared.MandatException;
import se.mandat.shared.MandatException.FieldError;

/**
 * Query parameters as what they mean, as a body's fields are: one that cannot be read, or that is none of a closed set, is
 * malformed; one out of range is invalid.
 */
public final class Query {

    /** As many as a list gives when nobody says how many. */
    public static final int USUAL_LIMIT = 50;

    /** The most that a list gives at once. */
    public static final int MOST = 200;

    private Query() {}

    /** How many to list, 1–200. */
    public static int limit(String text) {
        if (text == null) {
            return USUAL_LIMIT;
        }
        if (!text.matches("-?\\d+")) {
            throw Refused.malformed("limit", "error.whole-number");
        }
        BigInteger limit = new BigInteger(text);
        if (limit.signum() < 1 || limit.compareTo(BigInteger.valueOf(MOST)) > 0) {
            throw MandatException.invalid("limit", "error.limit");
        }
        return limit.intValue();
    }

    /** {@code true} or {@code false}, or null when it is not said. */
    public static Boolean truth(String name, String text) {
        if (text == null) {
            return null;
        }
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw Refused.malformed(name, "error.true-or-false");
        };
    }

    /** A date, or null when it is not said. */
    public static LocalDate day(String name, String text) {
        try {
            return text == null ? null : Dates.day(text);
        } catch (DateTimeException e) {
            throw Refused.malformed(name, "error.date");
        }
    }

    /** One of a closed set, or null when it is not said. */
    public static <E extends Enum<E>> E one(Class<E> set, String name, String text) {
        if (text == null) {
            return null;
        }
        for (E one : set.getEnumConstants()) {
            if (one.name().equals(text)) {
                return one;
            }
        }
        throw Refused.malformed(new FieldError(name, "error.unknown-value", Map.of("value", text)));
    }
}
