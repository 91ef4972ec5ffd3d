package se.mandat.web.cases;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import se.mandat.cases.AcceptOwnership;
import se.mandat.cases.CancelContribution;
import se.mandat.cases.CompleteAction;
import se.mandat.cases.CompleteContribution;
import se.mandat.cases.DeclineContribution;
import se.mandat.cases.NoteProgress;
import se.mandat.cases.OfferHandover;
import se.mandat.cases.PlanAction;
import se.mandat.web.platform.IfMatch;
import se.mandat.web.platform.OncePerKey;

/** What the owner of a case and those who help do with it. Each command answers the case as it is afterwards. */
@Path("/api/v1/cases")
@RequestScoped
@OncePerKey
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class WorkingApi {

    @Inject
    private AcceptOwnership acceptOwnership;

    @Inject
    private OfferHandover offerHandover;

    @Inject
    private PlanAction planAction;

    @Inject
    private NoteProgress noteProgress;

    @Inject
    private CompleteContribution completeContribution;

    @Inject
    private DeclineContribution declineContribution;

    @Inject
    private CancelContribution cancelContribution;

    @Inject
    private CompleteAction completeAction;

    @Inject
    private CaseAnswers answers;

    @POST
    @Path("{number}/ownership")
    public Response own(
            @PathParam("number") String number, @HeaderParam("If-Match") String read, CaseRequests.Ownership sent) {
        acceptOwnership.handle(new AcceptOwnership.Command(
                number, IfMatch.version(read), sent.accept(), sent.betterOwner(), sent.reason()));
        return answers.theCase(number);
    }

    @POST
    @Path("{number}/handover")
    public Response handOver(
            @PathParam("number") String number, @HeaderParam("If-Match") String read, CaseRequests.Handover sent) {
        offerHandover.handle(new OfferHandover.Command(number, IfMatch.version(read), sent.to(), sent.reason()));
        return answers.theCase(number);
    }

    @POST
    @Path("{number}/action")
    public Response plan(
            @PathParam("number") String number, @HeaderParam("If-Match") String read, CaseRequests.Action sent) {
        planAction.handle(
                new PlanAction.Command(number, IfMatch.version(read), sent.what(), sent.dueOn(), sent.contributors()));
        return answers.theCase(number);
    }

    @POST
    @Path("{number}/progress")
    public Response tell(@PathParam("number") String number, CaseRequests.Telling sent) {
        noteProgress.handle(new NoteProgress.Command(number, sent.text()));
        return answers.theCase(number);
    }

    @POST
    @Path("{number}/contributions/{id}/completion")
    public Response contribute(
            @PathParam("number") String number,
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") String read,
            CaseRequests.Telling sent) {
        completeContribution.handle(new CompleteContribution.Command(number, id, IfMatch.version(read), sent.text()));
        return answers.theCase(number);
    }

    @POST
    @Path("{number}/contributions/{id}/decline")
    public Response declineContribution(
            @PathParam("number") String number,
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") String read,
            CaseRequests.Declined sent) {
        declineContribution.handle(
                new DeclineContribution.Command(number, id, IfMatch.version(read), sent.better(), sent.reason()));
        return answers.theCase(number);
    }

    @POST
    @Path("{number}/contributions/{id}/cancellation")
    public Response cancelContribution(
            @PathParam("number") String number,
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") String read,
            CaseRequests.Reason sent) {
        cancelContribution.handle(new CancelContribution.Command(number, id, IfMatch.version(read), sent.reason()));
        return answers.theCase(number);
    }

    @POST
    @Path("{number}/action/completion")
    public Response complete(
            @PathParam("number") String number, @HeaderParam("If-Match") String read, CaseRequests.Telling sent) {
        completeAction.handle(new CompleteAction.Command(number, IfMatch.version(read), sent.text()));
        return answers.theCase(number);
    }
}
