package se.mandat.web.cases;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import se.mandat.cases.KeepDrafts;
import se.mandat.cases.OpenContact;
import se.mandat.cases.RaiseCase;
import se.mandat.web.platform.IfMatch;
import se.mandat.web.platform.OncePerKey;
import se.mandat.web.platform.Refusal;
import se.mandat.web.platform.Refused;

/** Raises cases, keeps drafts of them, and shows them one at a time. */
@Path("/api/v1/cases")
@RequestScoped
@OncePerKey
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class CaseApi {

    private static final String DRAFT_PREFIX = "U-";

    @Inject
    private RaiseCase raiseCase;

    @Inject
    private KeepDrafts drafts;

    @Inject
    private OpenContact openContact;

    @Inject
    private CaseAnswers answers;

    @POST
    public Response raise(CaseRequests.Raise sent) {
        return Boolean.TRUE.equals(sent.draft())
                ? answers.newDraft(drafts.begin(sent.command()))
                : answers.newCase(raiseCase.handle(sent.command()));
    }

    @GET
    @Path("{number}")
    public Response read(@PathParam("number") String number) {
        return number.startsWith(DRAFT_PREFIX) ? answers.theDraft(number) : answers.theCase(number);
    }

    @PUT
    @Path("{number}/draft")
    public Response write(
            @PathParam("number") String number, @HeaderParam("If-Match") String read, CaseRequests.Raise sent) {
        drafts.write(number, IfMatch.version(read), sent.command(), !Boolean.FALSE.equals(sent.draft()));
        return answers.theDraft(number);
    }

    @DELETE
    @Path("{number}/draft")
    public Response discard(@PathParam("number") String number, @HeaderParam("If-Match") String read) {
        drafts.discard(number, IfMatch.version(read));
        return Response.noContent().build();
    }

    @POST
    @Path("{number}/submission")
    public Response submit(
            @PathParam("number") String number, @HeaderParam("If-Match") String read, CaseRequests.Submission sent) {
        return answers.newCase(drafts.submit(number, IfMatch.version(read), sent.expectedRoute()));
    }

    /** How to reach a customer. */
    record Contact(String contact) {}

    @GET
    @Path("{number}/voices/{voice}/contact")
    public Contact contact(@PathParam("number") String number, @PathParam("voice") String voice) {
        return new Contact(openContact.handle(number, id(voice)));
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            throw new Refused(Refusal.NOT_FOUND);
        }
    }
}
