package se.mandat.web.platform;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Leads whoever guesses to the description of the API. */
@Path("/api")
@RequestScoped
public class ApiRoot {

    @GET
    public Response description() {
        return Response.seeOther(URI.create("/api/v1")).build();
    }
}
