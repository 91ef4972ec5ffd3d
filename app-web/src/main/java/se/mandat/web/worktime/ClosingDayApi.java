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

/** The days from today on that a unit, and everything under it, is closed besides weekends and holidays. */
@Path("/api/v1/organisation/closing-days")
@RequestScoped
@OncePerKey
@Produces(MediaType.APPLICATION_JSON)
public class ClosingDayApi {

    @Inject
    private ListClosingDays listClosingDays;

    @Inject
    private ChangeClosingDays changeClosingDays;

    /** @param unit its path */
    record Day(UUID id, String unit, LocalDate day, String reason) {}

    record Days(List<Day> items) {}

    record Closing(String unit, LocalDate day, String reason) {}

    @GET
    public Days all() {
        return new Days(listClosingDays.handle().stream()
                .map(day -> new Day(day.id(), day.unit(), day.day(), day.reason()))
                .toList());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response add(Closing sent) {
        UUID id = changeClosingDays.add(new ChangeClosingDays.Day(sent.unit(), sent.day(), sent.reason()));
        return Response.status(Response.Status.CREATED)
                .entity(new Day(id, sent.unit(), sent.day(), sent.reason()))
                .build();
    }

    @DELETE
    @Path("{id}")
    public Response remove(@PathParam("id") UUID id) {
        changeClosingDays.remove(id);
        return Response.noContent().build();
    }
}
