package se.mandat.web.platform;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** How Mandat works, in plain words, for whoever is about to use it. */
@Path("/help")
@RequestScoped
@Produces(MediaType.TEXT_HTML)
public class HelpPages {

    @Inject
    private Frames frames;

    @Inject
    private HttpServletRequest request;

    @GET
    public Page help() {
        return Page.of("help", "frame", frames.frame(request, "help"));
    }
}
