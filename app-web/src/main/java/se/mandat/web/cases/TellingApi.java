package se.mandat.web.cases;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import se.mandat.cases.AcknowledgeOutcome;
import se.mandat.cases.AddVoice;
import se.mandat.cases.AnswerQuestion;
import se.mandat.cases.FollowCase;
import se.mandat.cases.ReviewEffect;
import se.mandat.cases.SendMessage;
import se.mandat.cases.VoiceGiven;
import se.mandat.web.platform.IfMatch;
import se.mandat.web.platform.OncePerKey;

/** Whether it helped, what other customers say, and what people tell each other about a case. Each command answers the case as it is afterwards. */
@Path("/api/v1/cases")
@RequestScoped
@OncePerKey
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class TellingApi {

    @Inject
    private ReviewEffect reviewEffect;

    @Inject
    private AddVoice addVoice;

    @Inject
    private SendMessage sendMessage;

    @Inject
    private FollowCase followCase;

    @Inject
    private AcknowledgeOutcome acknowledgeOutcome;

    @Inject
    private AnswerQuestion answerQuestion;

    @Inject
    private CaseAnswers answers;

    @POST
    @Path("{number}/effect-review")
    public Response review(
            @PathParam("number") String number, @HeaderParam("If-Match") String read, CaseRequests.EffectReview sent) {
        reviewEffect.handle(new ReviewEffect.Command(
                number,
                IfMatch.version(read),
                sent.verdict(),
                sent.evidence() == null ? null : sent.evidence().given(),
                sent.despiteNewVoice(),
                sent.learned()));
        return answers.theCase(number);
    }

    @POST
    @Path("{number}/voices")
    public Response addVoice(@PathParam("number") String number, VoiceGiven sent) {
        SentFlat.as("customerVoice", () -> addVoice.handle(new AddVoice.Command(number, sent)));
        return answers.theCase(number);
    }

    @POST
    @Path("{number}/messages")
    public Response write(@PathParam("number") String number, CaseRequests.Message sent) {
        sendMessage.handle(new SendMessage.Command(number, sent.text(), sent.to()));
        return answers.theCase(number);
    }

    @PUT
    @Path("{number}/following")
    public Response follow(@PathParam("number") String number) {
        followCase.handle(new FollowCase.Command(number, true));
        return answers.theCase(number);
    }

    @DELETE
    @Path("{number}/following")
    public Response unfollow(@PathParam("number") String number) {
        followCase.handle(new FollowCase.Command(number, false));
        return answers.theCase(number);
    }

    @POST
    @Path("{number}/acknowledgement")
    public Response acknowledge(@PathParam("number") String number, CaseRequests.Acknowledgement sent) {
        acknowledgeOutcome.handle(new AcknowledgeOutcome.Command(number, sent.understood(), sent.question()));
        return answers.theCase(number);
    }

    @POST
    @Path("{number}/answer")
    public Response answer(
            @PathParam("number") String number, @HeaderParam("If-Match") String read, CaseRequests.Telling sent) {
        answerQuestion.handle(new AnswerQuestion.Command(number, IfMatch.version(read), sent.text()));
        return answers.theCase(number);
    }
}
