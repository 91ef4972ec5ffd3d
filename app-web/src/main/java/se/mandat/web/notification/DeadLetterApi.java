package se.mandat.web.notification;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import se.mandat.notification.DeadLetters;
import se.mandat.notification.MailTrouble;
import se.mandat.web.platform.Listing;
import se.mandat.web.platform.OncePerKey;
import se.mandat.web.platform.Query;

/** The mails that were given up, for stewards. */
@Path("/api/v1/dead-letters")
@RequestScoped
@OncePerKey
@Produces(MediaType.APPLICATION_JSON)
public class DeadLetterApi {

    @Inject
    private DeadLetters deadLetters;

    @Inject
    private DeadLetterList list;

    /** One of them: to whom, about which cases, why; never what it says. */
    record Letter(
            UUID id,
            String recipient,
            List<String> cases,
            Instant writtenAt,
            Instant diedAt,
            MailTrouble why,
            int tries) {}

    @GET
    public Listing<Letter> list(@QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
        DeadLetterList.Part part = list.of(cursor, Query.limit(limit));
        return new Listing<>(
                part.items().stream()
                        .map(letter -> new Letter(
                                letter.id(),
                                letter.recipient(),
                                letter.cases(),
                                letter.writtenAt(),
                                letter.diedAt(),
                                letter.why(),
                                letter.tries()))
                        .toList(),
                part.next());
    }

    @POST
    @Path("{id}/retry")
    public Response tryAgain(@PathParam("id") UUID id) {
        deadLetters.tryAgain(id);
        return Response.noContent().build();
    }

    @POST
    @Path("{id}/dismissal")
    public Response putAway(@PathParam("id") UUID id) {
        deadLetters.putAway(id);
        return Response.noContent().build();
    }
}
