package se.mandat.web.clock;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import se.mandat.clock.MoveClock;
import se.mandat.web.platform.OncePerKey;

/** The simulated clock. Moving it is answered when everything that came due on the way has run. */
@Path("/api/v1/clock")
@RequestScoped
@OncePerKey(inOneTransaction = false)
@Produces(MediaType.APPLICATION_JSON)
public class ClockApi {

    @Inject
    private ClockMoves moves;

    /** Where it stands. */
    record Now(Instant now) {}

    /** How far to go, {@code P3D}, or to what time. */
    record Move(String advance, String to) {}

    @GET
    public Now read() {
        return new Now(moves.now());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response move(Move move) {
        return Response.ok(new Now(moves.move(new MoveClock.Command(move.advance(), move.to()))))
                .build();
    }
}
