package se.mandat.web.platform;

import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the server refuses before the application sees it: somebody who may not in, a log-in that the identity provider
 * does not carry out, a form that is far too large. The server knows a status only.
 */
public class RefusedByServer extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Problems problems;

    @Inject
    private transient Frames frames;

    @Inject
    private transient IdentityProvider provider;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        Locale language = ReaderLanguage.of(request);
        boolean api = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI))
                .startsWith("/api/");
        Throwable failure =
                request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable thrown ? thrown : null;
        boolean nobodyCanLogIn = failure == null && isFailedLogIn(status, request) && !provider.answers();
        if (nobodyCanLogIn) {
            failure = new Refused(Refusal.LOG_IN_UNAVAILABLE);
        }
        ProblemDocument problem = failure == null
                ? problems.of(
                        new Refused(
                                refusal(status), "problem." + refusal(status).slug(), Map.of(), List.of()),
                        language)
                : problems.of(failure, language);
        if (status == null || nobodyCanLogIn) {
            response.setStatus(problem.status());
        }
        if (problem.retryAfter() != null) {
            response.setIntHeader("Retry-After", problem.retryAfter());
        }
        byte[] body;
        if (api) {
            response.setContentType(ProblemDocument.MEDIA_TYPE);
            body = StrictJson.write(problem);
        } else {
            response.setContentType("text/html; charset=utf-8");
            body = PageWriter.render(Page.of(
                            "error",
                            "frame",
                            frames.plain(request),
                            "error",
                            new ErrorView(
                                    kind(status, request),
                                    null,
                                    problem.incident(),
                                    nobodyCanLogIn ? wanted(request) : "/",
                                    null)))
                    .toByteArray();
        }
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static Refusal refusal(Object status) {
        return switch (status instanceof Integer number ? number : 404) {
            case 400 -> Refusal.MALFORMED;
            case 401 -> Refusal.NOT_LOGGED_IN;
            case 403 -> Refusal.ROLE_FORBIDDEN;
            case 404 -> Refusal.NOT_FOUND;
            case 405 -> Refusal.METHOD_NOT_ALLOWED;
            case 413 -> Refusal.TOO_LARGE;
            default -> Refusal.UNAVAILABLE;
        };
    }

    private static String wanted(HttpServletRequest request) {
        String address = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        return LogInDetour.isOurs(address) ? address : "/";
    }

    private static String kind(Object status, HttpServletRequest request) {
        return isFailedLogIn(status, request) ? "provider" : ErrorPages.kind(refusal(status));
    }

    /** A refusal of somebody whom nobody has identified comes from a log-in that did not work. */
    private static boolean isFailedLogIn(Object status, HttpServletRequest request) {
        return request.getUserPrincipal() == null
                && (Integer.valueOf(403).equals(status) || Integer.valueOf(500).equals(status));
    }
}
