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
import se.mandat.cases.AnswerExtension;
import se.mandat.cases.AskForExtension;
import se.mandat.cases.EndPause;
import se.mandat.cases.PauseObligation;
import se.mandat.web.platform.IfMatch;
import se.mandat.web.platform.OncePerKey;

/** What moves the due time of an obligation. Each command answers the case as it is afterwards. */
@Path("/api/v1/cases")
@RequestScoped
@OncePerKey
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class TimesApi {

    @Inject
    private AskForExtension askForExtension;

    @Inject
    private AnswerExtension answerExtension;

    @Inject
    private PauseObligation pauseObligation;

    @Inject
    private EndPause endPause;

    @Inject
    private CaseAnswers answers;

    @POST
    @Path("{number}/extensions")
    public Response ask(
            @PathParam("number") String number, @HeaderParam("If-Match") String read, CaseRequests.Extension sent) {
        askForExtension.handle(new AskForExtension.Command(
                number, sent.obligation(), IfMatch.version(read), sent.dueAt(), null, sent.reason()));
        return answers.theCase(number);
    }

    @POST
    @Path("{number}/extensions/{id}/decision")
    public Response answer(
            @PathParam("number") String number,
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") String read,
            CaseRequests.ExtensionDecision sent) {
        answerExtension.handle(
                new AnswerExtension.Command(number, id, IfMatch.version(read), sent.approved(), sent.reason()));
        return answers.theCase(number);
    }

    @POST
    @Path("{number}/pauses")
    public Response pause(
            @PathParam("number") String number, @HeaderParam("If-Match") String read, CaseRequests.Pause sent) {
        pauseObligation.handle(new PauseObligation.Command(
                number, sent.obligation(), IfMatch.version(read), sent.until(), sent.cause()));
        return answers.theCase(number);
    }

    @POST
    @Path("{number}/pauses/{id}/end")
    public Response endPause(
            @PathParam("number") String number,
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") String read,
            CaseRequests.Nothing sent) {
        endPause.handle(new EndPause.Command(number, id, IfMatch.version(read)));
        return answers.theCase(number);
    }
}
