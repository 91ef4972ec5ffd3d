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
import se.mandat.cases.AcceptOwnership;
import se.mandat.cases.AcknowledgeOutcome;
import se.mandat.cases.AppointPerson;
import se.mandat.cases.CompleteAction;
import se.mandat.cases.DecideCase;
import se.mandat.cases.NoteProgress;
import se.mandat.cases.PlanAction;
import se.mandat.cases.ReviewEffect;
import se.mandat.web.platform.IfMatch;
import se.mandat.web.platform.OncePerKey;

/** What people do with a case on its way. Each command answers the case as it is afterwards. */
@Path("/api/v1/cases")
@RequestScoped
@OncePerKey
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class CaseCommandApi {

    @Inject
    private DecideCase decideCase;

    @Inject
    private AppointPerson appointPerson;

    @Inject
    private AcceptOwnership acceptOwnership;

    @Inject
    private PlanAction planAction;

    @Inject
    private NoteProgress noteProgress;

    @Inject
    private CompleteAction completeAction;

    @Inject
    private ReviewEffect reviewEffect;

    @Inject
    private AcknowledgeOutcome acknowledgeOutcome;

    @Inject
    private CaseAnswers answers;

    @POST
    @Path("{number}/decision")
    public Response decide(
            @PathParam("number") String number, @HeaderParam("If-Match") String read, CaseRequests.Decision sent) {
        decideCase.handle(new DecideCase.Command(
                number,
                IfMatch.version(read),
                sent.verdict(),
                sent.reason(),
                sent.owner(),
                sent.effectQuestion(),
                sent.expectedEffect(),
                sent.proposal()));
        return answers.theCase(number);
    }

    @POST
    @Path("{number}/appointment")
    public Response appoint(
            @PathParam("number") String number, @HeaderParam("If-Match") String read, CaseRequests.Appointment sent) {
        appointPerson.handle(new AppointPerson.Command(number, IfMatch.version(read), sent.person()));
        return answers.theCase(number);
    }

    @POST
    @Path("{number}/ownership")
    public Response own(
            @PathParam("number") String number, @HeaderParam("If-Match") String read, CaseRequests.Ownership sent) {
        acceptOwnership.handle(new AcceptOwnership.Command(number, IfMatch.version(read), sent.accept()));
        return answers.theCase(number);
    }

    @POST
    @Path("{number}/action")
    public Response plan(
            @PathParam("number") String number, @HeaderParam("If-Match") String read, CaseRequests.Action sent) {
        planAction.handle(new PlanAction.Command(number, IfMatch.version(read), sent.what(), sent.dueOn()));
        return answers.theCase(number);
    }

    @POST
    @Path("{number}/progress")
    public Response tell(@PathParam("number") String number, CaseRequests.Telling sent) {
        noteProgress.handle(new NoteProgress.Command(number, sent.text()));
        return answers.theCase(number);
    }

    @POST
    @Path("{number}/action/completion")
    public Response complete(
            @PathParam("number") String number, @HeaderParam("If-Match") String read, CaseRequests.Telling sent) {
        completeAction.handle(new CompleteAction.Command(number, IfMatch.version(read), sent.text()));
        return answers.theCase(number);
    }

    @POST
    @Path("{number}/effect-review")
    public Response review(
            @PathParam("number") String number, @HeaderParam("If-Match") String read, CaseRequests.EffectReview sent) {
        reviewEffect.handle(new ReviewEffect.Command(
                number,
                IfMatch.version(read),
                sent.verdict(),
                sent.evidence() == null ? null : sent.evidence().given()));
        return answers.theCase(number);
    }

    @POST
    @Path("{number}/acknowledgement")
    public Response acknowledge(@PathParam("number") String number, CaseRequests.Acknowledgement sent) {
        acknowledgeOutcome.handle(new AcknowledgeOutcome.Command(number, sent.understood()));
        return answers.theCase(number);
    }
}
