package se.mandat.web.cases;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
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

/** The forms of those who ask for more time, and of those who answer or let the clock stand still. */
@Path("/cases/{number}")
@RequestScoped
@Produces(MediaType.TEXT_HTML)
public class TimesPages {

    @Inject
    private AskForExtension askForExtension;

    @Inject
    private AnswerExtension answerExtension;

    @Inject
    private PauseObligation pauseObligation;

    @Inject
    private EndPause endPause;

    @Inject
    private CaseScreen screen;

    @PathParam("number")
    private String number;

    @POST
    @Path("extensions")
    public Response ask() {
        return screen.carryOut(
                number,
                "extensions/" + screen.sent().get("obligation"),
                "extension-asked",
                typed -> askForExtension.handle(TimesForms.extension(number, typed)));
    }

    @POST
    @Path("extensions/{id}/decision")
    public Response answer(@PathParam("id") UUID id) {
        String done = screen.sent().is("approved", "true") ? "extended" : "extension-refused";
        return screen.carryOut(
                number,
                "extensions/" + id + "/decision",
                done,
                typed -> answerExtension.handle(TimesForms.answer(number, id, typed)));
    }

    @POST
    @Path("pauses")
    public Response pause() {
        return screen.carryOut(
                number,
                "pauses/" + screen.sent().get("obligation"),
                "paused",
                typed -> pauseObligation.handle(TimesForms.pause(number, typed)));
    }

    @POST
    @Path("pauses/{id}/end")
    public Response endPause(@PathParam("id") UUID id) {
        return screen.carryOut(
                number,
                "pauses/" + id + "/end",
                "resumed",
                typed -> endPause.handle(new EndPause.Command(number, id, CaseCommands.version(typed))));
    }
}
