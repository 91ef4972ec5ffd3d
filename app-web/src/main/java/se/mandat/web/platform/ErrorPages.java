package se.mandat.web.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;

/** A refusal as a page: what happened, and what the reader can do now. */
@ApplicationScoped
public class ErrorPages {

    @Inject
    private Frames frames;

    public Page page(ProblemDocument problem, HttpServletRequest request) {
        return Page.of(
                "error",
                "frame",
                frame(problem, request),
                "error",
                new ErrorView(
                        kind(problem.refusal()),
                        detail(problem),
                        problem.incident(),
                        address(problem, request),
                        unsent(problem.refusal(), request)));
    }

    /** With the menu for whoever is logged in, unless what it needs could be what is broken. */
    private Frame frame(ProblemDocument problem, HttpServletRequest request) {
        return switch (problem.refusal()) {
            case INCIDENT, UNAVAILABLE, LOG_IN_UNAVAILABLE, BUSY, NOT_LOGGED_IN, UNKNOWN_PERSON ->
                frames.plain(request);
            default -> frames.frame(request, "");
        };
    }

    private static String detail(ProblemDocument problem) {
        return switch (problem.refusal()) {
            case INCIDENT, UNAVAILABLE, LOG_IN_UNAVAILABLE, BUSY, NOT_LOGGED_IN, CSRF -> null;
            default ->
                problem.errors().isEmpty()
                        ? problem.detail()
                        : problem.errors().getFirst().message();
        };
    }

    private static String address(ProblemDocument problem, HttpServletRequest request) {
        if (Addresses.isLogInDetour(request)) {
            return LogInDetour.back(request);
        }
        return request.getMethod().equals("GET") && passes(problem.refusal()) ? Addresses.path(request) : "/";
    }

    /** Nobody types twice because of what passes by itself. */
    private static Unsent unsent(Refusal refusal, HttpServletRequest request) {
        return request.getMethod().equals("POST") && (passes(refusal) || refusal == Refusal.INCIDENT)
                ? Unsent.of(request)
                : null;
    }

    private static boolean passes(Refusal refusal) {
        return switch (refusal) {
            case BUSY, UNAVAILABLE, LOG_IN_UNAVAILABLE, TOO_MANY_CALLS -> true;
            default -> false;
        };
    }

    static String kind(Refusal refusal) {
        return switch (refusal) {
            case NOT_LOGGED_IN -> "signed-out";
            case CSRF -> "expired";
            case TOO_LARGE -> "too-large";
            case MALFORMED, INVALID, NOT_JSON -> "invalid";
            case NOT_FOUND, METHOD_NOT_ALLOWED, NOT_ACCEPTABLE -> "not-found";
            case ROLE_FORBIDDEN, NOT_YOUR_RIGHT, UNKNOWN_PERSON -> "forbidden";
            case BUSY -> "busy";
            case TOO_MANY_CALLS -> "too-many";
            case LOG_IN_UNAVAILABLE -> "provider";
            case UNAVAILABLE -> "unavailable";
            case INCIDENT -> "broken";
            default -> "conflict";
        };
    }
}
