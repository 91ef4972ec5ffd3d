package se.mandat.web.platform;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Locale;

/** Remembers in which language somebody wants to read. */
@Path("/language")
@RequestScoped
public class Languages {

    private static final int A_YEAR = 365 * 24 * 60 * 60;

    @Inject
    private HttpServletRequest request;

    @POST
    public Response choose() {
        Typed typed = Typed.of(request);
        Locale chosen = Words.in(Locale.forLanguageTag(typed.get("lang"))).locale();
        return Response.seeOther(here(typed.get("back")))
                .cookie(new NewCookie.Builder(ReaderLanguage.COOKIE)
                        .value(chosen.getLanguage())
                        .path("/")
                        .maxAge(A_YEAR)
                        .httpOnly(true)
                        .sameSite(NewCookie.SameSite.LAX)
                        .build())
                .build();
    }

    /** Back to the page, never to another site. */
    static URI here(String back) {
        boolean ours = back != null && back.startsWith("/") && !back.startsWith("//") && !back.contains("\\");
        try {
            return ours ? URI.create(back) : URI.create("/");
        } catch (IllegalArgumentException notAnAddress) {
            return URI.create("/");
        }
    }
}
