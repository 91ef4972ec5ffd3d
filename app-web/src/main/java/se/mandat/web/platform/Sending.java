package se.mandat.web.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.Callable;
import se.mandat.shared.MandatException;

/**
 * Carries out what a form asks for, once for each showing of the form, in one transaction. When it fails, the whole of
 * it is undone before anybody is asked to show the form again.
 */
@ApplicationScoped
public class Sending {

    @Inject
    private Once once;

    @Inject
    private Problems problems;

    /**
     * What became of a form.
     *
     * @param done where to go now; null when it was refused
     * @param refusal what the reader can do something about, or null
     * @param problem what went wrong, in the reader's language; null when nothing did
     */
    public record Sent(Response done, MandatException refusal, ProblemDocument problem) {

        public boolean isDone() {
            return done != null;
        }
    }

    public Sent send(HttpServletRequest request, Callable<Response> command) {
        String key = request.getParameter(OnceInterceptor.FIELD);
        try {
            if (key == null || key.isEmpty()) {
                return new Sent(command.call(), null, null);
            }
            return new Sent(
                    once.answer(
                            new Once.Asked(
                                    request.getUserPrincipal().getName(),
                                    Addresses.path(request),
                                    key,
                                    Fingerprint.of(request.getParameterMap())),
                            command),
                    null,
                    null);
        } catch (Exception failure) {
            return new Sent(null, refusal(failure), problems.of(failure, ReaderLanguage.of(request)));
        }
    }

    private static MandatException refusal(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof MandatException refusal) {
                return refusal;
            }
        }
        return null;
    }
}
