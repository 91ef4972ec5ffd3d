package se.mandat.web.platform;

import java.util.Locale;
import se.mandat.shared.Problem;

/**
 * Every way in which a request can be refused, with its status. Their order is that of the checks: of several reasons
 * the reader is told the first.
 */
public enum Refusal {
    NOT_LOGGED_IN(401),
    CSRF(403),
    UNKNOWN_PERSON(403),
    TOO_MANY_CALLS(429),
    TOO_LARGE(413),
    NOT_JSON(415),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    MALFORMED(400),
    NOT_FOUND(404),
    ROLE_FORBIDDEN(403),
    VERSION_MISSING(428),
    CHANGED_MEANWHILE(412),
    NOT_YOUR_RIGHT(403),
    NOT_NOW(409),
    COLLISION(409),
    INVALID(422),
    KEY_REUSED(422),
    BUSY(503),
    LOG_IN_UNAVAILABLE(503),
    UNAVAILABLE(503),
    INCIDENT(500);

    private final int status;

    Refusal(int status) {
        this.status = status;
    }

    public int status() {
        return status;
    }

    /** The last part of the problem's address and of its message keys: {@code not-now}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The address that names this kind of problem, and where a person can read about it. */
    public String type() {
        return "/problems/" + slug();
    }

    static Refusal of(Problem problem) {
        return switch (problem) {
            case NOT_FOUND -> NOT_FOUND;
            case ROLE_FORBIDDEN -> ROLE_FORBIDDEN;
            case VERSION_MISSING -> VERSION_MISSING;
            case CHANGED_MEANWHILE -> CHANGED_MEANWHILE;
            case NOT_YOUR_RIGHT -> NOT_YOUR_RIGHT;
            case NOT_NOW -> NOT_NOW;
            case INVALID -> INVALID;
        };
    }
}
