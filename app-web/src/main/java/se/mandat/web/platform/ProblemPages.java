package se.mandat.web.platform;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;

/** What a kind of problem means, for whoever follows the address in a problem document's {@code type}. */
@Path("/problems")
@RequestScoped
public class ProblemPages {

    @Inject
    private Frames frames;

    @GET
    @Path("{slug}")
    @Produces(MediaType.TEXT_HTML)
    public Page explain(@PathParam("slug") String slug, @Context HttpServletRequest request) {
        Refusal refusal = Arrays.stream(Refusal.values())
                .filter(one -> one.slug().equals(slug))
                .findFirst()
                .orElseThrow(() -> new Refused(Refusal.NOT_FOUND));
        String title = Words.in(ReaderLanguage.of(request)).say("problem." + slug + ".title");
        return Page.of(
                "error",
                "frame",
                frames.frame(request, ""),
                "error",
                new ErrorView(ErrorPages.kind(refusal), title + " (" + refusal.status() + ")", null, "/", null));
    }
}
