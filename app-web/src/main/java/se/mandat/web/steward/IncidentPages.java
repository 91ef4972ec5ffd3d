package se.mandat.web.steward;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import se.mandat.cases.ListIncidents;
import se.mandat.cases.RetryIncident;
import se.mandat.web.platform.Frames;
import se.mandat.web.platform.OncePerKey;
import se.mandat.web.platform.Page;
import se.mandat.web.platform.Stewards;

/** What was to happen by itself and has failed. */
@Path("/steward/incidents")
@RequestScoped
@OncePerKey
@Produces(MediaType.TEXT_HTML)
public class IncidentPages {

    @Inject
    private ListIncidents listIncidents;

    @Inject
    private RetryIncident retryIncident;

    @Inject
    private Frames frames;

    @Inject
    private HttpServletRequest request;

    @GET
    public Page incidents() {
        Stewards.mayRead(request);
        return Page.of(
                "steward/incidents",
                "frame",
                frames.frame(request, "steward"),
                "view",
                new IncidentsView(listIncidents.list(), Stewards.mayAct(request)));
    }

    @POST
    @Path("{id}/retry")
    public Response retry(@PathParam("id") String id) {
        Stewards.mustAct(request);
        retryIncident.handle(id);
        return Response.seeOther(URI.create("/steward/incidents?done=retried")).build();
    }
}
