package se.mandat.web.platform;

import jakarta.servlet.http.HttpServletRequest;

/** Who an address is for. */
final class Addresses {

    private Addresses() {}

    /** Path within the application, decoded, with its first slash. */
    static String path(HttpServletRequest request) {
        String info = request.getPathInfo();
        return request.getServletPath() + (info == null ? "" : info);
    }

    static boolean isApi(HttpServletRequest request) {
        String path = path(request);
        return path.equals("/api") || path.startsWith("/api/");
    }

    /** What tells how the API is used is for everybody; it holds nothing of anybody's. */
    static boolean isApiDescription(HttpServletRequest request) {
        return switch (path(request)) {
            case "/api", "/api/", "/api/v1", "/api/v1/", "/api/v1/openapi.json" -> true;
            default -> false;
        };
    }

    /** Where people are sent while nobody can log in. */
    static boolean isLogInDetour(HttpServletRequest request) {
        return path(request).equals(LogInDetour.PATH);
    }

    /** What is served without anybody being logged in. */
    static boolean isPublic(HttpServletRequest request) {
        String path = path(request);
        return path.startsWith("/assets/")
                || path.startsWith("/health/")
                || path.startsWith("/problems/")
                || path.startsWith("/calendar/")
                || path.equals("/backchannel-logout")
                || isLogInDetour(request)
                || isApiDescription(request);
    }
}
