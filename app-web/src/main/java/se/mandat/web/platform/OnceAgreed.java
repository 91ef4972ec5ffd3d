package se.mandat.web.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import java.time.Instant;

/**
 * For a command that moves the time and is no one transaction: where it is to go is kept with its key before it begins.
 * Sent again it means to go to the same time, and is there already unless it was broken off.
 */
@ApplicationScoped
public class OnceAgreed {

    @Inject
    private Once once;

    record Kept(Instant to) {}

    /** @throws Refused as {@link Refusal#MALFORMED} when there is a key that is none */
    public void check(HttpServletRequest request) {
        OnceInterceptor.asked(request);
    }

    /**
     * Where to go.
     *
     * @param to where this command would go now
     * @return where it was to go when its key was sent first; {@code to} when there is no key
     */
    public Instant destination(HttpServletRequest request, Instant to) {
        return OnceInterceptor.asked(request).map(asked -> kept(asked, to)).orElse(to);
    }

    private Instant kept(Once.Asked asked, Instant to) {
        try {
            Response first =
                    once.answer(asked, to, () -> Response.ok(new Kept(to)).build());
            return ((Kept) StrictJson.read((byte[]) first.getEntity(), Kept.class)).to();
        } catch (RuntimeException refused) {
            throw refused;
        } catch (Exception unheard) {
            throw new IllegalStateException(unheard);
        }
    }
}
