package se.mandat.web.absence;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.function.Predicate;
import se.mandat.cases.ListObligations;
import se.mandat.organisation.Directory;
import se.mandat.organisation.ListAbsences;
import se.mandat.organisation.Person;
import se.mandat.organisation.Unit;
import se.mandat.shared.MandatException;
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
@RequestScoped
class AbsenceScreen {

    private static final int SHOWN = 50;
    private static final String MINE = "/absence";
    private static final String ALL = "/steward/absences";

    @Inject
    private ListAbsences listAbsences;

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
                    ? AbsenceScreen.MINE
                    : new TodoView.UnitTab(unit.path(), unit.name()).address().replaceAll("obligations$", "absences");
        }
    }

    Page mine() {
        return page(Asked.MINE);
    }

    Page ofUnit(String path) {
        return page(unit(path));
    }

    Page all() {
        return page(all(frames.frame(request, "")));
    }

    /** What a form asks for. */
    interface Work {
        void with(Typed typed);
    }

    /**
     * Carries out what a form asks for, and leads back to the list on which it stood.
     *
     * @param form which one: an absence's id, or {@code new}
     * @param done what to say afterwards, as the last part of a message key {@code done.…}
     */
    Response carryOut(String form, String done, Work work) {
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
                .entity(shown ? page(asked.refused(form, typed, sent)) : errorPages.page(sent.problem(), request))
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
                .filter(choice ->
                        directory.now().person(choice.value()).filter(there).isPresent())
                .filter(choice -> listAbsences.mayName(choice.value()))
                .toList();
    }
}
