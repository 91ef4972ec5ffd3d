package se.mandat.web.cases;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import se.mandat.cases.CheckMandate;
import se.mandat.cases.KeepDrafts;
import se.mandat.cases.RaiseCase;
import se.mandat.cases.ReadVersion;
import se.mandat.cases.SimilarCases;
import se.mandat.mandate.Route;
import se.mandat.organisation.Directory;
import se.mandat.organisation.Person;
import se.mandat.shared.Inputs;
import se.mandat.shared.MandatException;
import se.mandat.shared.Problem;
import se.mandat.web.platform.ErrorPages;
import se.mandat.web.platform.Frame;
import se.mandat.web.platform.Frames;
import se.mandat.web.platform.Mistakes;
import se.mandat.web.platform.Names;
import se.mandat.web.platform.Page;
import se.mandat.web.platform.Refusals;
import se.mandat.web.platform.Sending;
import se.mandat.web.platform.Spoken;
import se.mandat.web.platform.Typed;

/**
 * Raising a case, and keeping what is begun as a draft. Who may decide is shown before anything is sent: at once where
 * there are scripts, else on the way. What was shown is sent along, and nothing is sent on another answer than that.
 * Open cases alike are shown in the same place and the same manner; sending does not wait for anybody to read them.
 */
@Path("/")
@RequestScoped
@Produces(MediaType.TEXT_HTML)
public class RaisePages {

    private static final int NO_CONTENT = 204;
    private static final int MOST_SIMILAR = 3;
    private static final int LONGEST_QUOTE = 140;
    private static final Pattern NUMBER = Pattern.compile("M-\\d{4}-\\d{4,9}");

    @Inject
    private RaiseCase raiseCase;

    @Inject
    private CheckMandate checkMandate;

    @Inject
    private SimilarCases similarCases;

    @Inject
    private KeepDrafts keepDrafts;

    @Inject
    private Inputs inputs;

    @Inject
    private Directory directory;

    @Inject
    private Names names;

    @Inject
    private Choices choices;

    @Inject
    private PromiseChoices promiseChoices;

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

    @GET
    @Path("raise")
    public Response raise() {
        Frame frame = frames.frame(request, "raise");
        if (!frame.mayRaise()) {
            throw new MandatException(Problem.ROLE_FORBIDDEN, "problem.auditors-only-read");
        }
        return show(frame, null, null, begun(), Mistakes.NONE, null, false, 200);
    }

    /** What a link may bring along: the closed case whose matter has come back. */
    private Typed begun() {
        String closed = Typed.of(request).get("recurrenceOf");
        return NUMBER.matcher(closed).matches() ? Typed.NOTHING.with("recurrenceOf", closed) : Typed.NOTHING;
    }

    /** The mandate's answer to what is typed so far: the answer alone for a script, the whole page for a reader. */
    @POST
    @Path("raise/answer")
    public Response answer(@QueryParam("draft") String draft) {
        boolean script = request.getHeader("HX-Request") != null;
        Frame frame = frames.frame(request, draft == null ? "raise" : "drafts");
        Typed typed = Typed.of(request);
        MandateView answer = null;
        Mistakes mistakes = Mistakes.NONE;
        try {
            answer = ask(typed, false, frame.t());
        } catch (MandatException refusal) {
            // While somebody types, a half-written sum is no mistake; when they ask, it is.
            mistakes = refusals.mistakes(refusal, frame.t());
        }
        if (script) {
            RaiseView view = view(draft, null, typed, Mistakes.NONE, answer, false, List.of());
            return view.shown().equals(typed.get("shown"))
                    ? Response.status(NO_CONTENT).build()
                    : Response.ok(Page.of("raise/answer", "t", frame.t(), "raise", view))
                            .build();
        }
        Long version = typed.has("version") ? version(typed).number() : null;
        return show(frame, draft, version, typed, mistakes, answer, answer != null, mistakes.any() ? 422 : 200);
    }

    @POST
    @Path("raise")
    public Response send() {
        Typed typed = Typed.of(request);
        if (typed.is("act", "draft")) {
            Sending.Sent sent = sending.send(
                    request, () -> to("/drafts/" + keepDrafts.begin(form(typed).command()) + "?done=draft-saved"));
            return sent.isDone() ? sent.done() : refused(sent, null, null, typed);
        }
        if (!typed.has("expectedRoute")) {
            return showFirst(null, null, typed);
        }
        Sending.Sent sent = sending.send(
                request, () -> to("/cases/" + raiseCase.handle(form(typed).command()) + "?done=" + raised(typed)));
        return sent.isDone() ? sent.done() : refused(sent, null, null, typed);
    }

    @GET
    @Path("drafts")
    public Page drafts() {
        return Page.of(
                "drafts",
                "frame",
                frames.frame(request, "drafts"),
                "drafts",
                new DraftsView(keepDrafts.mine().stream()
                        .map(draft -> new DraftsView.Row(
                                draft.number(),
                                draft.content().customerVoice().words(),
                                draft.content().customerVoice().goal(),
                                draft.changedAt(),
                                draft.version()))
                        .toList()));
    }

    @GET
    @Path("drafts/{number}")
    public Response draft(@PathParam("number") String number) {
        KeepDrafts.View draft = keepDrafts.read(number);
        if (draft.submittedAs() != null) {
            return to("/cases/" + draft.submittedAs());
        }
        Frame frame = frames.frame(request, "drafts");
        Typed typed = RaiseForm.typed(draft.content(), me().username(), leadManager(unitsOf(draft)));
        MandateView answer = null;
        try {
            answer = ask(typed, false, frame.t());
        } catch (MandatException unfinished) {
            // A draft may name a unit that is no more; that is said when it is sent.
            answer = null;
        }
        return show(frame, number, draft.version(), typed, Mistakes.NONE, answer, false, 200);
    }

    @POST
    @Path("drafts/{number}")
    public Response write(@PathParam("number") String number) {
        Typed typed = Typed.of(request);
        ReadVersion read = version(typed);
        if (!typed.is("act", "draft") && !typed.has("expectedRoute")) {
            return showFirst(number, read.number(), typed);
        }
        Sending.Sent sent = sending.send(request, () -> {
            RaiseCase.Command command = form(typed).command();
            keepDrafts.write(number, read, command, true);
            return typed.is("act", "draft")
                    ? to("/drafts/" + number + "?done=draft-saved")
                    : to("/cases/"
                            + keepDrafts.submit(
                                    number,
                                    ReadVersion.of(keepDrafts.read(number).version()),
                                    command.expectedRoute())
                            + "?done=" + raised(typed));
        });
        return sent.isDone() ? sent.done() : refused(sent, number, read.number(), typed);
    }

    @POST
    @Path("drafts/{number}/deletion")
    public Response delete(@PathParam("number") String number) {
        Typed typed = Typed.of(request);
        Sending.Sent sent = sending.send(request, () -> {
            keepDrafts.discard(number, version(typed));
            return to("/drafts?done=draft-deleted");
        });
        return sent.isDone() ? sent.done() : errorPage(sent);
    }

    /** Nobody has seen who decides yet: that is shown, and nothing is sent. */
    private Response showFirst(String draft, Long version, Typed typed) {
        Frame frame = frames.frame(request, draft == null ? "raise" : "drafts");
        try {
            List<MandatException.FieldError> errors =
                    inputs.errorsOf(form(typed).command());
            MandateView answer = ask(typed, false, frame.t());
            Mistakes mistakes =
                    errors.isEmpty() ? Mistakes.NONE : refusals.mistakes(MandatException.invalid(errors), frame.t());
            return show(frame, draft, version, typed, mistakes, answer, !mistakes.any(), mistakes.any() ? 422 : 200);
        } catch (MandatException refusal) {
            if (refusal.problem() != Problem.INVALID) {
                throw refusal;
            }
            return show(frame, draft, version, typed, refusals.mistakes(refusal, frame.t()), null, false, 422);
        }
    }

    private Response refused(Sending.Sent sent, String draft, Long version, Typed typed) {
        MandatException refusal = sent.refusal();
        if (refusal == null) {
            return errorPage(sent);
        }
        Frame frame = frames.frame(request, draft == null ? "raise" : "drafts");
        return switch (refusal.problem()) {
            case INVALID ->
                show(
                        frame,
                        draft,
                        version,
                        typed,
                        refusals.mistakes(refusal, frame.t()),
                        answerIfAny(typed, false, frame.t()),
                        false,
                        sent.problem().status());
            case NOT_NOW ->
                switch (refusal.key()) {
                    case "problem.mandate-changed" ->
                        show(
                                frame,
                                draft,
                                version,
                                typed,
                                Mistakes.NONE,
                                answerIfAny(typed, true, frame.t()),
                                false,
                                sent.problem().status());
                    case "problem.draft-submitted" -> withoutDraft(refusal, typed, sent);
                    default -> errorPage(sent);
                };
            case NOT_FOUND -> draft == null ? errorPage(sent) : withoutDraft(refusal, typed, sent);
            case CHANGED_MEANWHILE -> changedMeanwhile(refusal, draft, typed, sent);
            default -> errorPage(sent);
        };
    }

    /** What the draft has become in another tab: another text, or a case. */
    private Response changedMeanwhile(MandatException refusal, String draft, Typed typed, Sending.Sent sent) {
        KeepDrafts.View now = keepDrafts.read(draft);
        if (now.submittedAs() != null) {
            return withoutDraft(now.submitted(), typed, sent);
        }
        Frame frame = frames.frame(request, "drafts");
        return show(
                frame,
                draft,
                now.version(),
                typed,
                Mistakes.of("customerVoice.words", refusals.sentence(refusal, frame.t())),
                answerIfAny(typed, false, frame.t()),
                false,
                sent.problem().status());
    }

    /** The draft is no more, since it was deleted or submitted in another tab; what was typed stays, as something new. */
    private Response withoutDraft(MandatException why, Typed typed, Sending.Sent sent) {
        Frame frame = frames.frame(request, "raise");
        return show(
                frame,
                null,
                null,
                typed,
                Mistakes.of(
                        "customerVoice.words",
                        frame.t().say("raise.draft-gone", "said", refusals.sentence(why, frame.t()))),
                answerIfAny(typed, false, frame.t()),
                false,
                sent.problem().status());
    }

    private Response errorPage(Sending.Sent sent) {
        return Response.status(sent.problem().status())
                .entity(errorPages.page(sent.problem(), request))
                .build();
    }

    private MandateView answerIfAny(Typed typed, boolean changed, Spoken t) {
        try {
            return ask(typed, changed, t);
        } catch (MandatException refusal) {
            return null;
        }
    }

    /** The mandate's answer, or null while too little is said. */
    private MandateView ask(Typed typed, boolean changed, Spoken t) {
        CheckMandate.Question question = form(typed).question();
        if (question == null) {
            return null;
        }
        CheckMandate.Reply reply = checkMandate.handle(question);
        var ruling = reply.answer().ruling();
        return new MandateView(
                ruling.route().name(),
                ruling.rule(),
                t.isSwedish() ? ruling.reasonSv() : ruling.reasonEn(),
                reply.decider().map(Person::name).orElse(null),
                reply.decider()
                        .flatMap(person -> names.managedBy(person.username()))
                        .map(unit -> t.say("mandate.decider-title", "unit", unit))
                        .orElse(null),
                reply.account().left(),
                reply.account().limit(),
                changed);
    }

    /** Open cases like what is typed so far; none while that is nothing yet, or too much. */
    private List<SimilarView> similar(Typed typed) {
        SimilarCases.Question question =
                new SimilarCases.Question(typed.text("customerVoice.words"), typed.text("customerVoice.goal"));
        return inputs.errorsOf(question).isEmpty()
                ? similarCases.handle(question).stream()
                        .limit(MOST_SIMILAR)
                        .map(found -> new SimilarView(
                                found.number(),
                                beginning(found.words(), LONGEST_QUOTE),
                                found.stage().name(),
                                names.unit(found.unit()),
                                found.raisedAt()))
                        .toList()
                : List.of();
    }

    /** So much of the words as fits. */
    static String beginning(String words, int longest) {
        if (words.codePointCount(0, words.length()) <= longest) {
            return words;
        }
        String cut = words.substring(0, words.offsetByCodePoints(0, longest));
        int space = cut.lastIndexOf(' ');
        return (space > longest / 2 ? cut.substring(0, space) : cut) + "…";
    }

    private Response show(
            Frame frame,
            String draft,
            Long version,
            Typed typed,
            Mistakes mistakes,
            MandateView answer,
            boolean first,
            int status) {
        List<Choice> promises = promiseChoices.inForce(me().unit(), typed.text("promise"), frame.t());
        RaiseView view = view(draft, version, typed, mistakes, answer, first, promises);
        return Response.status(status)
                .entity(Page.of("raise", "frame", frame, "raise", view))
                .build();
    }

    private RaiseView view(
            String draft,
            Long version,
            Typed typed,
            Mistakes mistakes,
            MandateView answer,
            boolean first,
            List<Choice> promises) {
        Person me = me();
        String lead = typed.has("leadUnit") ? typed.text("leadUnit") : me.unit();
        Person manager = manager(lead);
        return new RaiseView(
                draft,
                version,
                typed,
                mistakes,
                answer,
                similar(typed),
                first,
                choices.units(me.unit()),
                choices.people(),
                me.username(),
                manager == null ? null : new Choice(manager.username(), manager.name()),
                names.onCall(lead),
                promises);
    }

    private RaiseForm form(Typed typed) {
        Person me = me();
        return new RaiseForm(typed.with("me", me.username()), me.unit(), leadManager(RaiseForm.units(typed)));
    }

    private String leadManager(List<String> units) {
        Person manager = manager(units.isEmpty() ? me().unit() : units.getFirst());
        return manager == null ? null : manager.username();
    }

    private Person manager(String unit) {
        return directory.now().unit(unit).isEmpty()
                ? null
                : directory.now().line(unit).stream().findFirst().orElse(null);
    }

    private static List<String> unitsOf(KeepDrafts.View draft) {
        return draft.content().proposal() == null || draft.content().proposal().units() == null
                ? List.of()
                : draft.content().proposal().units();
    }

    private Person me() {
        return directory
                .now()
                .person(request.getUserPrincipal().getName())
                .orElseThrow(() -> new MandatException(Problem.ROLE_FORBIDDEN, "problem.not-in-directory"));
    }

    private static String raised(Typed typed) {
        return typed.is("expectedRoute", Route.OWN.name()) ? "raised-own" : "raised";
    }

    private static ReadVersion version(Typed typed) {
        return typed.get("version").matches("[0-9]{1,18}")
                ? ReadVersion.of(Long.parseLong(typed.get("version")))
                : ReadVersion.MISSING;
    }

    private static Response to(String address) {
        return Response.seeOther(URI.create(address)).build();
    }
}
