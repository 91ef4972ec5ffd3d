package se.mandat.web.platform;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import se.mandat.shared.Preparation;

/**
 * What every request passes before it is read: is anybody logged in and known here, did they mean it, do they call too
 * often, is it of a size and kind that we read. In this order.
 */
public class Gate extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    /** In seconds, without a request: so long whoever has logged in stays so. */
    private static final int WORKING_DAY = 10 * 60 * 60;

    @Inject
    private transient RevokedSessions revoked;

    @Inject
    private transient Preparation preparation;

    @Inject
    private transient Members members;

    @Inject
    private transient Csrf csrf;

    @Inject
    private transient RateLimit rateLimit;

    @Inject
    private transient IdentityProvider provider;

    @Inject
    private transient Problems problems;

    @Inject
    private transient ErrorPages pages;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            if (Addresses.isLogInDetour(request)) {
                detour(request, response);
                return;
            }
            if (Addresses.isPublic(request)) {
                chain.doFilter(request, response);
                return;
            }
            if (!preparation.isOver()) {
                throw new Refused(Refusal.UNAVAILABLE);
            }
            Optional<Identity> identity = Identity.of(request);
            if (identity.isPresent() && isEnded(identity.get())) {
                end(request);
                if (!Addresses.isApi(request)) {
                    sendAgain(request, response);
                    return;
                }
                identity = Optional.empty();
            }
            if (Addresses.isApi(request)) {
                call(identity.orElseThrow(() -> new Refused(Refusal.NOT_LOGGED_IN)), request, response, chain);
            } else if (identity.isEmpty()) {
                // Asks the provider to log in again and keeps what was sent, so that nothing typed is lost.
                request.authenticate(response);
            } else {
                page(identity.get(), request, response, chain);
            }
        } catch (IOException | ServletException | RuntimeException failure) {
            answer(failure, request, response);
        }
    }

    private void call(Identity identity, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try (RateLimit.Call call = rateLimit.enter(identity.username())) {
            members.check(identity.username(), request);
            if (!identity.isBearer()) {
                checkMeant(request.getHeader(Csrf.HEADER), identity, request);
            }
            BufferedBody body = BufferedBody.read(request);
            Parameters.check(request);
            chain.doFilter(body, response);
        }
    }

    private void page(Identity identity, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        prolong(request.getSession(false));
        try (RateLimit.Call call = rateLimit.enter(identity.username())) {
            members.check(identity.username(), request);
            Parameters.check(request);
            String token = request.getHeader(Csrf.HEADER);
            checkMeant(
                    token != null || SAFE.contains(request.getMethod()) ? token : request.getParameter(Csrf.FIELD),
                    identity,
                    request);
            chain.doFilter(request, response);
        }
    }

    private void checkMeant(String token, Identity identity, HttpServletRequest request) {
        if (!SAFE.contains(request.getMethod()) && !csrf.isValid(token, identity.username())) {
            throw new Refused(Refusal.CSRF);
        }
    }

    private boolean isEnded(Identity identity) {
        return !identity.isBearer()
                && identity.sid().isPresent()
                && revoked.isRevoked(
                        identity.sid().get(),
                        identity.subject().orElse(""),
                        identity.loggedInAt().map(Instant::ofEpochSecond).orElse(Instant.EPOCH));
    }

    /** They can go on as soon as one can log in; until then they are told, and keep what they typed. */
    private void detour(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (SAFE.contains(request.getMethod()) && provider.answers()) {
            response.sendRedirect(LogInDetour.back(request));
        } else {
            throw new Refused(Refusal.LOG_IN_UNAVAILABLE);
        }
    }

    /** A working day is not interrupted; what nobody has logged in on is forgotten soon. */
    private static void prolong(HttpSession session) {
        if (session != null && session.getMaxInactiveInterval() != WORKING_DAY) {
            session.setMaxInactiveInterval(WORKING_DAY);
        }
    }

    private static void end(HttpServletRequest request) throws ServletException {
        request.logout();
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    /** The same once more, without a session: only what arrives so is kept until they have logged in. */
    private static void sendAgain(HttpServletRequest request, HttpServletResponse response) {
        String query = request.getQueryString();
        String address = request.getRequestURI() + (query == null ? "" : "?" + query);
        response.setStatus(HttpServletResponse.SC_TEMPORARY_REDIRECT);
        response.setHeader("Location", LogInDetour.isOurs(address) ? address : "/");
    }

    private void answer(Throwable failure, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        ProblemDocument problem = problems.of(failure, ReaderLanguage.of(request));
        if (response.isCommitted()) {
            return;
        }
        response.setStatus(problem.status());
        if (problem.retryAfter() != null) {
            response.setIntHeader("Retry-After", problem.retryAfter());
        }
        if (problem.refusal() == Refusal.NOT_LOGGED_IN) {
            response.setHeader(
                    "WWW-Authenticate",
                    Identity.hasBearer(request)
                            ? "Bearer realm=\"mandat\", error=\"invalid_token\""
                            : "Bearer realm=\"mandat\"");
        }
        byte[] body;
        if (Addresses.isApi(request)) {
            response.setContentType(ProblemDocument.MEDIA_TYPE);
            body = StrictJson.write(problem);
        } else {
            response.setContentType("text/html; charset=utf-8");
            body = PageWriter.render(pages.page(problem, request)).toByteArray();
        }
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
