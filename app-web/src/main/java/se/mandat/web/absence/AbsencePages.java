package se.mandat.web.absence;

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
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import se.mandat.cases.ListObligations;
import se.mandat.organisation.ChangeAbsence;
import se.mandat.organisation.Directory;
import se.mandat.organisation.EndAbsence;
import se.mandat.organisation.ListAbsences;
import se.mandat.organisation.NameAbsence;
import se.mandat.organisation.Person;
import se.mandat.organisation.Unit;
import se.mandat.shared.MandatException;
import se.mandat.shared.MandatException.FieldError;
import se.mandat.shared.Problem;
import se.mandat.web.cases.Choice;
import se.mandat.web.cases.Choices;
import se.mandat.web.obligation.Debts;
import se.mandat.web.obligation.TodoView;
import se.mandat.web.obligation.UnitDebtsView;
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
 * Who is away, and who stands in: one's own, for a manager those of a unit, for a steward everybody's. The same forms
 * stand on each list, and lead back to it.
 */
@Path("/")
@RequestScoped
@Produces(MediaType.TEXT_HTML)
public class AbsencePages {

    private static final int SHOWN = 50;
    private static final String MINE = "/absence";
    private static final String ALL = "/steward/absences";

    @Inject
    private ListAbsences listAbsences;

    @Inject
    private NameAbsence nameAbsence;

    @Inject
    private ChangeAbsence changeAbsence;

    @Inject
    private EndAbsence endAbsence;

    @Inject
    private ListObligations listObligations;

    @Inject
    private Debts debts;

    @Inject
    private Directory directory;

    @Inject
    private Choices choices;

    @Inject
    private Names names;

    @Inject
    private Sending sending;

    @Inject
    private Refusals refusals;

    @Inject
    private ErrorPages errorPages;

    @Inject
    private Frames frames;

    @Inject
    private HttpServletRequest request;

    /** A list that was asked for, and what was typed into one of its forms. */
    private record Asked(Unit unit, boolean all, String form, Typed typed, Sending.Sent sent) {

        static final Asked MINE = new Asked(null, false, null, Typed.NOTHING, null);

        Asked refused(String which, Typed said, Sending.Sent how) {
            return new Asked(unit, all, which, said, how);
        }

        String address() {
            if (all) {
                return ALL;
            }
            return unit == null
                    ? AbsencePages.MINE
                    : new TodoView.UnitTab(unit.path(), unit.name()).address().replaceAll("obligations$", "absences");
        }
    }

    @GET
    @Path("absence")
    public Page mine() {
        return page(Asked.MINE);
    }

    @GET
    @Path("units/{path: .+}/absences")
    public Page ofUnit(@PathParam("path") String path) {
        return page(unit(path));
    }

    @GET
    @Path("steward/absences")
    public Page all() {
        return page(all(frames.frame(request, "")));
    }

    @POST
    @Path("absence")
    public Response name() {
        return carryOut("new", "absence-named", typed -> {
            List<FieldError> mistakes = new ArrayList<>();
            LocalDate first = day(typed, "first", mistakes);
            LocalDate last = day(typed, "last", mistakes);
            refuse(mistakes);
            nameAbsence.handle(new NameAbsence.Command(typed.text("person"), first, last, typed.text("substitute")));
        });
    }

    @POST
    @Path("absence/{id}")
    public Response change(@PathParam("id") UUID id) {
        return carryOut(id.toString(), "absence-changed", typed -> {
            List<FieldError> mistakes = new ArrayList<>();
            LocalDate first = day(typed, "first", mistakes);
            LocalDate last = day(typed, "last", mistakes);
            refuse(mistakes);
            changeAbsence.handle(new ChangeAbsence.Command(id, first, last, typed.text("substitute")));
        });
    }

    @POST
    @Path("absence/{id}/end")
    public Response end(@PathParam("id") UUID id) {
        return carryOut(id.toString(), "absence-ended", typed -> endAbsence.handle(id));
    }

    /** What a form asks for. */
    private interface Work {
        void with(Typed typed);
    }

    private Response carryOut(String form, String done, Work work) {
        Typed typed = Typed.of(request);
        Asked asked = asked(typed);
        Sending.Sent sent = sending.send(request, () -> {
            work.with(typed);
            return Response.seeOther(URI.create(asked.address() + "?done=" + done))
                    .build();
        });
        if (sent.isDone()) {
            return sent.done();
        }
        boolean shown = sent.refusal() != null
                && sent.refusal().problem() != Problem.NOT_FOUND
                && sent.refusal().problem() != Problem.ROLE_FORBIDDEN;
        return Response.status(sent.problem().status())
                .entity(
                        shown
                                ? page(asked.refused(form, typed, sent))
                                : errorPages.page(sent.problem(), request))
                .build();
    }

    /** The list on which the form stood. */
    private Asked asked(Typed typed) {
        if (typed.is("of", "all")) {
            return all(frames.frame(request, ""));
        }
        return typed.has("unit") ? unit(typed.text("unit")) : Asked.MINE;
    }

    private Asked unit(String path) {
        Unit unit = directory
                .now()
                .unit(path)
                .orElseThrow(() -> new MandatException(Problem.NOT_FOUND, "problem.not-found"));
        return new Asked(unit, false, null, Typed.NOTHING, null);
    }

    private static Asked all(Frame frame) {
        if (!frame.maySteward()) {
            throw new MandatException(Problem.ROLE_FORBIDDEN, "problem.role-forbidden");
        }
        return new Asked(null, true, null, Typed.NOTHING, null);
    }

    private Page page(Asked asked) {
        boolean mine = asked.unit() == null && !asked.all();
        Frame frame = frames.frame(request, mine ? "absence" : asked.all() ? "steward" : "todo");
        String me = request.getUserPrincipal().getName();
        MandatException refusal = asked.sent() == null ? null : asked.sent().refusal();
        boolean wrong = refusal != null && refusal.problem() == Problem.INVALID;
        return Page.of(
                "absence",
                "frame",
                frame,
                "absence",
                new AbsenceView(
                        asked.address(),
                        mine ? "mine" : asked.all() ? "all" : "unit",
                        asked.unit() == null ? null : asked.unit().path(),
                        asked.unit() == null ? null : asked.unit().name(),
                        lines(asked, me),
                        mine ? null : people(asked),
                        choices.people(),
                        asked.form(),
                        asked.typed(),
                        wrong ? refusals.mistakes(refusal, frame.t()) : Mistakes.NONE,
                        refusal == null || wrong ? null : refusals.sentence(refusal, frame.t()),
                        mine ? held(me, frame.t()) : List.of()));
    }

    private List<AbsenceView.Line> lines(Asked asked, String me) {
        List<ListAbsences.View> found;
        if (asked.all()) {
            found = listAbsences.all();
        } else {
            found = asked.unit() == null
                    ? listAbsences.of(me)
                    : listAbsences.inUnit(asked.unit().path());
        }
        return found.stream()
                .map(view -> new AbsenceView.Line(
                        view.absence().id().toString(),
                        names.personOf(view.absence().person()),
                        view.absence().first(),
                        view.absence().last(),
                        view.absence().substitute(),
                        names.person(view.absence().substitute()),
                        view.begun(),
                        view.mayChange()))
                .toList();
    }

    private List<UnitDebtsView.Owed> held(String me, Spoken t) {
        return listObligations.handle(ListObligations.Query.heldFor(me, SHOWN)).items().stream()
                .map(o -> debts.owed(o, t))
                .toList();
    }

    private List<Choice> people(Asked asked) {
        Predicate<Person> there = person -> asked.unit() == null
                || person.unit() != null
                        && directory.now().contains(asked.unit().path(), person.unit());
        return choices.people().stream()
                .filter(choice -> directory
                        .now()
                        .person(choice.value())
                        .filter(there)
                        .isPresent())
                .filter(choice -> listAbsences.mayName(choice.value()))
                .toList();
    }

    private static LocalDate day(Typed typed, String field, List<FieldError> mistakes) {
        String text = typed.text(field);
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException noDate) {
            mistakes.add(new FieldError(field, "mistake.date"));
            return null;
        }
    }

    private static void refuse(List<FieldError> mistakes) {
        if (!mistakes.isEmpty()) {
            throw MandatException.invalid(mistakes);
        }
    }
}
