package se.mandat.web.platform;

import jakarta.servlet.http.HttpServletRequest;

/** Whose the stewards' pages are: stewards', and auditors' to read. */
public final class Stewards {

    private static final String STEWARD = "steward";
    private static final String AUDITOR = "auditor";

    private Stewards() {}

    /** @throws Refused as {@link Refusal#ROLE_FORBIDDEN} for everybody but stewards and auditors */
    public static void mayRead(HttpServletRequest request) {
        if (!request.isUserInRole(STEWARD) && !request.isUserInRole(AUDITOR)) {
            throw new Refused(Refusal.ROLE_FORBIDDEN);
        }
    }

    /** @throws Refused as {@link Refusal#ROLE_FORBIDDEN} for everybody but stewards */
    public static void mustAct(HttpServletRequest request) {
        if (!mayAct(request)) {
            throw new Refused(Refusal.ROLE_FORBIDDEN);
        }
    }

    /** Whether the reader may do what the page offers. */
    public static boolean mayAct(HttpServletRequest request) {
        return request.isUserInRole(STEWARD);
    }
}
