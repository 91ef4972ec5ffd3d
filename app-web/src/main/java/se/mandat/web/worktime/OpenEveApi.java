package se.mandat.web.worktime;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import se.mandat.web.platform.OncePerKey;
import se.mandat.worktime.ChangeClosingDays;
import se.mandat.worktime.ListClosingDays;

/** The eves from today on that a unit, and everything under it, is open though they are closed by default. */
@Path("/api/v1/organisation/open-eves")
@RequestScoped
@OncePerKey
@Produces(MediaType.APPLICATION_JSON)
public class OpenEveApi {

    @Inject
    private ListClosingDays listClosingDays;

    @Inject
    private ChangeClosingDays changeClosingDays;

    /** @param unit its path */
    record Eve(UUID id, String unit, LocalDate day, String reason) {}

    record Eves(List<Eve> items) {}

    record Opening(String unit, LocalDate day, String reason) {}

    @GET
    public Eves all() {
        return new Eves(listClosingDays.openEves().stream()
                .map(eve -> new Eve(eve.id(), eve.unit(), eve.day(), eve.reason()))
                .toList());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response open(Opening sent) {
        UUID id = changeClosingDays.open(new ChangeClosingDays.Day(sent.unit(), sent.day(), sent.reason()));
        return Response.status(Response.Status.CREATED)
                .entity(new Eve(id, sent.unit(), sent.day(), sent.reason()))
                .build();
    }

    @DELETE
    @Path("{id}")
    public Response close(@PathParam("id") UUID id) {
        changeClosingDays.close(id);
        return Response.noContent().build();
    }
}
