package se.mandat.web.worktime;

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
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import se.mandat.cases.RecomputeDueTimes;
import se.mandat.organisation.Directory;
import se.mandat.shared.MandatException;
import se.mandat.shared.Problem;
import se.mandat.web.cases.Choice;
import se.mandat.web.cases.Choices;
import se.mandat.web.platform.Dates;
import se.mandat.web.platform.ErrorPages;
import se.mandat.web.platform.Frame;
import se.mandat.web.platform.Frames;
import se.mandat.web.platform.Mistakes;
import se.mandat.web.platform.Names;
import se.mandat.web.platform.Page;
import se.mandat.web.platform.Refusals;
import se.mandat.web.platform.Sending;
import se.mandat.web.platform.Spoken;
import se.mandat.web.platform.Stewards;
import se.mandat.web.platform.Typed;
import se.mandat.web.worktime.ClosingDaysView.Form;
import se.mandat.worktime.ChangeClosingDays;
import se.mandat.worktime.ListClosingDays;
import se.mandat.worktime.WorkingCalendar;

/** Where stewards add and remove closing days, open eves and close them again, and see what has followed from it. */
@Path("/steward/closing-days")
@RequestScoped
@Produces(MediaType.TEXT_HTML)
public class ClosingDayPages {

    private static final int CHANGES = 20;

    @Inject
    private ListClosingDays listClosingDays;

    @Inject
    private ChangeClosingDays changeClosingDays;

    @Inject
    private RecomputeDueTimes recompute;

    @Inject
    private Directory directory;

    @Inject
    private Choices choices;

    @Inject
    private Names names;

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
    public Page days() {
        Stewards.mayRead(request);
        return page(Form.EMPTY, Form.EMPTY, null);
    }

    /** Adds the day; or, where that is asked, says first how much it would concern. */
    @POST
    public Response add() {
        return fillIn(
                "closing-day-added",
                typed -> changeClosingDays.add(
                        new ChangeClosingDays.Day(typed.text("unit"), dayGiven(typed), typed.text("reason"))),
                (form, refusal) -> page(form, Form.EMPTY, refusal));
    }

    @POST
    @Path("{id}/removal")
    public Response remove(@PathParam("id") UUID id) {
        return press("closing-day-removed", () -> changeClosingDays.remove(id));
    }

    /** Opens the eve; or, where that is asked, says first how much it would concern. */
    @POST
    @Path("eves")
    public Response open() {
        return fillIn(
                "eve-opened",
                typed -> changeClosingDays.open(
                        new ChangeClosingDays.Day(typed.text("unit"), dayGiven(typed), typed.text("reason"))),
                (form, refusal) -> page(Form.EMPTY, form, refusal));
    }

    @POST
    @Path("eves/{id}/closing")
    public Response close(@PathParam("id") UUID id) {
        return press("eve-closed", () -> changeClosingDays.close(id));
    }

    private Response fillIn(String done, Consumer<Typed> command, BiFunction<Form, String, Page> again) {
        Stewards.mustAct(request);
        Typed typed = Typed.of(request);
        if (typed.is("ask", "true")) {
            return Response.ok(again.apply(form(typed, Mistakes.NONE), null)).build();
        }
        return carryOut(
                done, () -> command.accept(typed), (mistakes, refusal) -> again.apply(form(typed, mistakes), refusal));
    }

    private Response press(String done, Runnable command) {
        Stewards.mustAct(request);
        return carryOut(done, command, (mistakes, refusal) -> page(Form.EMPTY, Form.EMPTY, refusal));
    }

    private Response carryOut(String done, Runnable command, BiFunction<Mistakes, String, Page> again) {
        Sending.Sent sent = sending.send(request, () -> {
            command.run();
            return Response.seeOther(URI.create("/steward/closing-days?done=" + done))
                    .build();
        });
        if (sent.isDone()) {
            return sent.done();
        }
        MandatException refusal = sent.refusal();
        if (refusal == null || refusal.problem() == Problem.NOT_FOUND) {
            return Response.status(sent.problem().status())
                    .entity(errorPages.page(sent.problem(), request))
                    .build();
        }
        Spoken t = frame().t();
        return Response.status(sent.problem().status())
                .entity(
                        refusal.problem() == Problem.INVALID
                                ? again.apply(refusals.mistakes(refusal, t), null)
                                : again.apply(Mistakes.NONE, refusals.sentence(refusal, t)))
                .build();
    }

    /** @throws MandatException when what is typed is no date */
    private static LocalDate dayGiven(Typed typed) {
        LocalDate day = day(typed);
        if (day == null && typed.has("day")) {
            throw MandatException.invalid("day", "mistake.date");
        }
        return day;
    }

    private static LocalDate day(Typed typed) {
        try {
            return typed.has("day") ? Dates.day(typed.get("day").strip()) : null;
        } catch (DateTimeException noDate) {
            return null;
        }
    }

    private Frame frame() {
        return frames.frame(request, "steward");
    }

    private Page page(Form adding, Form opening, String refusal) {
        Frame frame = frame();
        List<ListClosingDays.Coming> eves = listClosingDays.eves();
        return Page.of(
                "steward/closing-days",
                "frame",
                frame,
                "closing",
                new ClosingDaysView(
                        closingDays(),
                        eves.stream()
                                .filter(eve ->
                                        isSoon(eve, frame.t()) || !eve.open().isEmpty())
                                .map(this::eve)
                                .toList(),
                        changes(),
                        Stewards.mayAct(request),
                        choices.units(null),
                        eves.stream().map(eve -> choice(eve, frame.t())).toList(),
                        adding,
                        opening,
                        refusal));
    }

    private List<ClosingDaysView.Day> closingDays() {
        return listClosingDays.handle().stream()
                .map(day ->
                        new ClosingDaysView.Day(day.id().toString(), names.unit(day.unit()), day.day(), day.reason()))
                .toList();
    }

    private static boolean isSoon(ListClosingDays.Coming eve, Spoken t) {
        return eve.day()
                .isBefore(LocalDate.ofInstant(t.now(), WorkingCalendar.ZONE).plusYears(1));
    }

    private ClosingDaysView.Eve eve(ListClosingDays.Coming eve) {
        return new ClosingDaysView.Eve(
                eve.eve().name(),
                eve.day(),
                eve.open().stream()
                        .map(open -> new ClosingDaysView.Day(
                                open.id().toString(), names.unit(open.unit()), open.day(), open.reason()))
                        .toList());
    }

    private static Choice choice(ListClosingDays.Coming eve, Spoken t) {
        return new Choice(
                eve.day().toString(),
                t.say("closing.eve", "eve", t.one("eve", eve.eve().name()), "day", t.day(eve.day())));
    }

    private List<ClosingDaysView.Change> changes() {
        return listClosingDays.changes(CHANGES).stream()
                .map(change -> new ClosingDaysView.Change(
                        names.unit(change.unit()),
                        change.day(),
                        change.reason(),
                        change.kind().name(),
                        names.person(change.by()),
                        change.at(),
                        change.moved(),
                        change.working()))
                .toList();
    }

    private Form form(Typed typed, Mistakes mistakes) {
        return new Form(typed, mistakes, concerned(typed));
    }

    private Integer concerned(Typed typed) {
        LocalDate day = day(typed);
        boolean known = directory.now().unit(typed.text("unit")).isPresent();
        return day == null || !known ? null : recompute.dueFrom(typed.text("unit"), day);
    }
}
