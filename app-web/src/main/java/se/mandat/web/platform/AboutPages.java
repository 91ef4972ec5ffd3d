package se.mandat.web.platform;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** What Mandat is, for whoever wonders. */
@Path("/about")
@RequestScoped
@Produces(MediaType.TEXT_HTML)
public class AboutPages {

    @Inject
    private Frames frames;

    @Inject
    private HttpServletRequest request;

    @GET
    public Page about() {
        return Page.of("about", "frame", frames.frame(request, ""));
    }
}
