package se.mandat.web.cases;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import se.mandat.cases.AcknowledgeOutcome;
import se.mandat.cases.AddVoice;
import se.mandat.cases.AnswerQuestion;
import se.mandat.cases.FollowCase;
import se.mandat.cases.ReviewEffect;
import se.mandat.cases.SendMessage;
import se.mandat.web.platform.Page;

/** The forms in which people tell whether it helped, what another customer said, and what they want each other to know. */
@Path("/cases/{number}")
@RequestScoped
@Produces(MediaType.TEXT_HTML)
public class TellingPages {

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
    private CaseScreen screen;

    @PathParam("number")
    private String number;

    @POST
    @Path("effect-review")
    public Response review() {
        return screen.carryOut(
                number, "effect-review", "reviewed", typed -> reviewEffect.handle(TellingForms.review(number, typed)));
    }

    @POST
    @Path("voices")
    public Response addVoice() {
        return screen.carryOut(
                number, "voices", "voice-added", typed -> addVoice.handle(TellingForms.voice(number, typed)));
    }

    /** The form for another customer's voice with what was written on a page of its own; nothing is sent yet. */
    @POST
    @Path("voices/begun")
    public Page beginVoice() {
        return screen.begin(number, "voices");
    }

    /** What had been written is gone when this address is asked for again. */
    @GET
    @Path("voices/begun")
    public Response beginVoiceAnew() {
        return Response.seeOther(URI.create("/cases/" + number)).build();
    }

    @POST
    @Path("messages")
    public Response write() {
        return screen.carryOut(
                number, "messages", "message-sent", typed -> sendMessage.handle(TellingForms.message(number, typed)));
    }

    @POST
    @Path("following")
    public Response follow() {
        String done = screen.sent().is("follow", "true") ? "following" : "not-following";
        return screen.carryOut(
                number, "following", done, typed -> followCase.handle(TellingForms.following(number, typed)));
    }

    @POST
    @Path("acknowledgement")
    public Response acknowledge() {
        String done = screen.sent().is("understood", "false") ? "asked" : "acknowledged";
        return screen.carryOut(
                number,
                "acknowledgement",
                done,
                typed -> acknowledgeOutcome.handle(TellingForms.acknowledgement(number, typed)));
    }

    @POST
    @Path("answer")
    public Response answer() {
        return screen.carryOut(
                number, "answer", "answered", typed -> answerQuestion.handle(TellingForms.answer(number, typed)));
    }
}
