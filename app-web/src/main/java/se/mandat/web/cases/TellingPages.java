package se.mandat.web.cases;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
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
import se.mandat.web.platform.Typed;

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

    @Inject
    private HttpServletRequest request;

    @PathParam("number")
    private String number;

    @POST
    @Path("effect-review")
    public Response review() {
        Typed typed = Typed.of(request);
        return screen.carryOut(
                number,
                "effect-review",
                "reviewed",
                typed,
                () -> reviewEffect.handle(TellingForms.review(number, typed)));
    }

    @POST
    @Path("voices")
    public Response addVoice() {
        Typed typed = Typed.of(request);
        return screen.carryOut(
                number, "voices", "voice-added", typed, () -> addVoice.handle(TellingForms.voice(number, typed)));
    }

    /** The form for another customer's voice with what was written on a page of its own; nothing is sent yet. */
    @POST
    @Path("voices/begun")
    public Page beginVoice() {
        return screen.begin(number, "voices", Typed.of(request));
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
        Typed typed = Typed.of(request);
        return screen.carryOut(
                number,
                "messages",
                "message-sent",
                typed,
                () -> sendMessage.handle(TellingForms.message(number, typed)));
    }

    @POST
    @Path("following")
    public Response follow() {
        Typed typed = Typed.of(request);
        return screen.carryOut(
                number,
                "following",
                typed.is("follow", "true") ? "following" : "not-following",
                typed,
                () -> followCase.handle(TellingForms.following(number, typed)));
    }

    @POST
    @Path("acknowledgement")
    public Response acknowledge() {
        Typed typed = Typed.of(request);
        return screen.carryOut(
                number,
                "acknowledgement",
                typed.is("understood", "false") ? "asked" : "acknowledged",
                typed,
                () -> acknowledgeOutcome.handle(TellingForms.acknowledgement(number, typed)));
    }

    @POST
    @Path("answer")
    public Response answer() {
        Typed typed = Typed.of(request);
        return screen.carryOut(
                number, "answer", "answered", typed, () -> answerQuestion.handle(TellingForms.answer(number, typed)));
    }
}
