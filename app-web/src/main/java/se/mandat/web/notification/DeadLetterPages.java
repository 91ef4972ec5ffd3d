package se.mandat.web.notification;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import se.mandat.notification.DeadLetters;
import se.mandat.web.platform.Frames;
import se.mandat.web.platform.Names;
import se.mandat.web.platform.Page;
import se.mandat.web.platform.Stewards;

/** The stewards' page of mails that were given up; auditors read it. */
@Path("/steward/mail")
@RequestScoped
@Produces(MediaType.TEXT_HTML)
public class DeadLetterPages {

    private static final int SHOWN = 50;

    @Inject
    private DeadLetters deadLetters;

    @Inject
    private DeadLetterList list;

    @Inject
    private Names names;

    @Inject
    private Frames frames;

    @Inject
    private HttpServletRequest request;

    @GET
    public Page deadLetters(@QueryParam("cursor") String cursor) {
        Stewards.mayRead(request);
        DeadLetterList.Part part = list.of(cursor, SHOWN);
        return Page.of(
                "dead-letters",
                "frame",
                frames.frame(request, "steward"),
                "mails",
                new DeadLettersView(
                        part.items().stream().map(this::item).toList(),
                        Stewards.mayAct(request),
                        part.next() == null ? null : "/steward/mail?cursor=" + part.next(),
                        cursor == null || cursor.isEmpty() ? null : "/steward/mail"));
    }

    @POST
    @Path("retry")
    public Response tryAllAgain() {
        deadLetters.tryAllAgain();
        return done("mail-again");
    }

    @POST
    @Path("{id:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}}/retry")
    public Response tryAgain(@PathParam("id") String id) {
        deadLetters.tryAgain(UUID.fromString(id));
        return done("mail-again");
    }

    @POST
    @Path("{id:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}}/dismissal")
    public Response putAway(@PathParam("id") String id) {
        deadLetters.putAway(UUID.fromString(id));
        return done("mail-put-away");
    }

    private static Response done(String what) {
        return Response.seeOther(URI.create("/steward/mail?done=" + what)).build();
    }

    private DeadLettersView.Item item(DeadLetters.DeadLetter letter) {
        return new DeadLettersView.Item(
                letter.id().toString(),
                names.person(letter.recipient()),
                letter.cases(),
                letter.writtenAt(),
                letter.diedAt(),
                letter.why().name(),
                letter.tries());
    }
}
