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
import se.mandat.cases.AcceptRejection;
import se.mandat.cases.AppealDecision;
import se.mandat.cases.AppointPerson;
import se.mandat.cases.CompleteProposal;
import se.mandat.cases.CorrectOutcome;
import se.mandat.cases.DecideCase;
import se.mandat.cases.MergeCase;
import se.mandat.cases.ObjectToDecision;
import se.mandat.cases.ReferDecision;
import se.mandat.cases.WithdrawCase;
import se.mandat.web.platform.IfMatch;
import se.mandat.web.platform.OncePerKey;

/** What is decided about a case, and what is done about a decision. Each command answers the case as it is afterwards. */
@Path("/api/v1/cases")
@RequestScoped
@OncePerKey
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class DecidingApi {

    @Inject
    private DecideCase decideCase;

    @Inject
    private ReferDecision referDecision;

    @Inject
    private CorrectOutcome correctOutcome;

    @Inject
    private AppointPerson appointPerson;

    @Inject
    private AcceptRejection acceptRejection;

    @Inject
    private AppealDecision appealDecision;

    @Inject
    private ObjectToDecision objectToDecision;

    @Inject
    private CompleteProposal completeProposal;

    @Inject
    private WithdrawCase withdrawCase;

    @Inject
    private MergeCase mergeCase;

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
                sent.contributors(),
                sent.proposal()));
        return answers.theCase(number);
    }

    @POST
    @Path("{number}/referral")
    public Response refer(
            @PathParam("number") String number, @HeaderParam("If-Match") String read, CaseRequests.Referral sent) {
        referDecision.handle(new ReferDecision.Command(number, IfMatch.version(read), sent.units(), sent.reason()));
        return answers.theCase(number);
    }

    @POST
    @Path("{number}/outcome")
    public Response correct(
            @PathParam("number") String number,
            @HeaderParam("If-Match") String read,
            CaseRequests.CorrectedOutcome sent) {
        correctOutcome.handle(
                new CorrectOutcome.Command(number, IfMatch.version(read), sent.voice(), sent.outcome(), sent.reason()));
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
    @Path("{number}/response")
    public Response respond(
            @PathParam("number") String number, @HeaderParam("If-Match") String read, CaseRequests.Response sent) {
        acceptRejection.handle(new AcceptRejection.Command(number, IfMatch.version(read), sent.accept()));
        return answers.theCase(number);
    }

    @POST
    @Path("{number}/appeal")
    public Response appeal(
            @PathParam("number") String number, @HeaderParam("If-Match") String read, CaseRequests.Reason sent) {
        appealDecision.handle(new AppealDecision.Command(number, IfMatch.version(read), sent.reason()));
        return answers.theCase(number);
    }

    @POST
    @Path("{number}/objection")
    public Response object(
            @PathParam("number") String number, @HeaderParam("If-Match") String read, CaseRequests.Reason sent) {
        objectToDecision.handle(new ObjectToDecision.Command(number, IfMatch.version(read), sent.reason()));
        return answers.theCase(number);
    }

    @POST
    @Path("{number}/proposal")
    public Response propose(
            @PathParam("number") String number,
            @HeaderParam("If-Match") String read,
            CaseRequests.CompletedProposal sent) {
        SentFlat.as(
                "proposal",
                () -> completeProposal.handle(new CompleteProposal.Command(
                        number, IfMatch.version(read), sent.proposal(), sent.decision(), sent.expectedRoute())));
        return answers.theCase(number);
    }

    @POST
    @Path("{number}/withdrawal")
    public Response withdraw(
            @PathParam("number") String number, @HeaderParam("If-Match") String read, CaseRequests.Reason sent) {
        withdrawCase.handle(new WithdrawCase.Command(number, IfMatch.version(read), sent.reason()));
        return answers.theCase(number);
    }

    @POST
    @Path("{number}/merge")
    public Response merge(
            @PathParam("number") String number, @HeaderParam("If-Match") String read, CaseRequests.Merge sent) {
        mergeCase.handle(new MergeCase.Command(number, IfMatch.version(read), sent.into(), sent.reason()));
        return answers.theCase(number);
    }
}
