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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import se.mandat.cases.AcceptOwnership;
import se.mandat.cases.AcknowledgeOutcome;
import se.mandat.cases.AppointPerson;
import se.mandat.cases.CaseView;
import se.mandat.cases.CompleteAction;
import se.mandat.cases.DecideCase;
import se.mandat.cases.NoteProgress;
import se.mandat.cases.OpenContact;
import se.mandat.cases.PlanAction;
import se.mandat.cases.ReviewEffect;
import se.mandat.cases.ViewCase;
import se.mandat.cases.ViewProcess;
import se.mandat.organisation.Directory;
import se.mandat.organisation.Person;
import se.mandat.shared.MandatException;
import se.mandat.shared.Problem;
import se.mandat.web.platform.ErrorPages;
import se.mandat.web.platform.Frame;
import se.mandat.web.platform.Frames;
import se.mandat.web.platform.Mistakes;
import se.mandat.web.platform.Page;
import se.mandat.web.platform.Refusals;
import se.mandat.web.platform.Sending;
import se.mandat.web.platform.Typed;

/**
 * A case: what the customer said, who shall do what by when, and what this reader may do now. A form that is refused is
 * shown again with all that was typed.
 */
@Path("/cases/{number}")
@RequestScoped
@Produces(MediaType.TEXT_HTML)
public class CasePages {

    private static final Pattern ID = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    @Inject
    private ViewCase viewCase;

    @Inject
    private ViewProcess viewProcess;

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
    private OpenContact openContact;

    @Inject
    private CaseSheets sheets;

    @Inject
    private Choices choices;

    @Inject
    private Directory directory;

    @Inject
    private Refusals refusals;

    @Inject
    private Sending sending;

    @Inject
    private ErrorPages errorPages;

    @Inject
    private Frames frames;

    @Inject
    private HttpServletRequest request;

    @PathParam("number")
    private String number;

    @GET
    public Page show() {
        Frame frame = frames.frame(request, "cases");
        CaseView found = viewCase.handle(number);
        CaseSheet sheet = sheet(found, frame);
        return page(
                frame, sheet, forms(found, sheet, frame, null, Typed.NOTHING, Mistakes.NONE, null, null, List.of()));
    }

    /** The model that the case follows, in the reader's language. */
    @GET
    @Path("process")
    @Produces(MediaType.APPLICATION_XML)
    public String process() {
        viewCase.handle(number);
        return ProcessModel.of(viewProcess.handle(number))
                .diagram(frames.frame(request, "cases").t().language());
    }

    @POST
    @Path("decision")
    public Response decide() {
        Typed typed = Typed.of(request);
        return carryOut("decision", "decided", typed, () -> decideCase.handle(CaseCommands.decision(number, typed)));
    }

    @POST
    @Path("appointment")
    public Response appoint() {
        Typed typed = Typed.of(request);
        return carryOut(
                "appointment", "appointed", typed, () -> appointPerson.handle(CaseCommands.appointment(number, typed)));
    }

    @POST
    @Path("ownership")
    public Response accept() {
        Typed typed = Typed.of(request);
        return carryOut(
                "ownership", "accepted", typed, () -> acceptOwnership.handle(CaseCommands.ownership(number, typed)));
    }

    @POST
    @Path("action")
    public Response plan() {
        Typed typed = Typed.of(request);
        return carryOut("action", "planned", typed, () -> planAction.handle(CaseCommands.plan(number, typed)));
    }

    @POST
    @Path("progress")
    public Response progress() {
        Typed typed = Typed.of(request);
        return carryOut(
                "progress", "progress-noted", typed, () -> noteProgress.handle(CaseCommands.progress(number, typed)));
    }

    @POST
    @Path("action/completion")
    public Response complete() {
        Typed typed = Typed.of(request);
        return carryOut(
                "action/completion",
                "completed",
                typed,
                () -> completeAction.handle(CaseCommands.completion(number, typed)));
    }

    @POST
    @Path("effect-review")
    public Response review() {
        Typed typed = Typed.of(request);
        return carryOut(
                "effect-review", "reviewed", typed, () -> reviewEffect.handle(CaseCommands.review(number, typed)));
    }

    @POST
    @Path("acknowledgement")
    public Response acknowledge() {
        Typed typed = Typed.of(request);
        return carryOut(
                "acknowledgement",
                "acknowledged",
                typed,
                () -> acknowledgeOutcome.handle(CaseCommands.acknowledgement(number, typed)));
    }

    /** A POST, since opening them leaves a trace. */
    @POST
    @Path("contact")
    public Page contact() {
        String voice = Typed.of(request).get("voice");
        if (!ID.matcher(voice).matches()) {
            throw new MandatException(Problem.NOT_FOUND, "problem.not-found");
        }
        String contact = openContact.handle(number, UUID.fromString(voice));
        return Page.of(
                "contact",
                "frame",
                frames.frame(request, "cases"),
                "contact",
                new ContactView(number, viewCase.handle(number).customerVoice().words(), contact));
    }

    private Response carryOut(String call, String done, Typed typed, Runnable command) {
        Sending.Sent sent = sending.send(request, () -> {
            command.run();
            return Response.seeOther(URI.create("/cases/" + number + "?done=" + done))
                    .build();
        });
        return sent.isDone() ? sent.done() : refused(call, typed, sent);
    }

    private Response refused(String call, Typed typed, Sending.Sent sent) {
        MandatException refusal = sent.refusal();
        if (refusal == null || refusal.problem() == Problem.NOT_FOUND || refusal.problem() == Problem.ROLE_FORBIDDEN) {
            return Response.status(sent.problem().status())
                    .entity(errorPages.page(sent.problem(), request))
                    .build();
        }
        Frame frame = frames.frame(request, "cases");
        CaseView found = viewCase.handle(number);
        CaseSheet sheet = sheet(found, frame);
        boolean changed = refusal.problem() == Problem.CHANGED_MEANWHILE;
        boolean wrong = refusal.problem() == Problem.INVALID;
        List<CaseForms.Written> written = sheet.may(call) ? List.of() : CaseCommands.written(typed, frame.t());
        CaseForms forms = forms(
                found,
                sheet,
                frame,
                call,
                typed,
                wrong ? refusals.mistakes(refusal, frame.t()) : Mistakes.NONE,
                changed ? sheets.since(number, CaseCommands.seen(typed), frame.t()) : null,
                changed || wrong ? null : refusals.sentence(refusal, frame.t()),
                written);
        return Response.status(sent.problem().status())
                .entity(page(frame, sheet, forms))
                .build();
    }

    private CaseSheet sheet(CaseView found, Frame frame) {
        return sheets.of(found, request.getUserPrincipal().getName(), frame.t());
    }

    private static Page page(Frame frame, CaseSheet sheet, CaseForms forms) {
        return Page.of("case", "frame", frame, "c", sheet, "forms", forms);
    }

    private CaseForms forms(
            CaseView found,
            CaseSheet sheet,
            Frame frame,
            String call,
            Typed typed,
            Mistakes mistakes,
            List<CaseSheet.HistoryLine> since,
            String refusal,
            List<CaseForms.Written> written) {
        return new CaseForms(
                call,
                typed,
                Map.of("decision", CaseCommands.begunDecision(found), "action", CaseCommands.begunPlan(found)),
                mistakes,
                since != null,
                refusal,
                since == null ? List.of() : since,
                written,
                sheet.mayAct() ? choices.people() : List.of(),
                sheet.mayAct() ? choices.units(found.unit()) : List.of(),
                directory.now().line(found.unit()).stream()
                        .findFirst()
                        .map(Person::name)
                        .orElse(null),
                found.obligations().stream()
                        .filter(o -> o.endedAt() == null && o.appoints() != null)
                        .map(o -> o.appoints().name())
                        .findFirst()
                        .orElse(null),
                sheet.now() != null
                        && sheet.now().opensAt() != null
                        && sheet.now().opensAt().isAfter(frame.t().now()));
    }
}
