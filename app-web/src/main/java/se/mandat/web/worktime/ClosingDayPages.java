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
import se.mandat.cases.RecomputeDueTimes;
import se.mandat.organisation.Directory;
import se.mandat.shared.MandatException;
import se.mandat.shared.Problem;
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
import se.mandat.web.platform.Stewards;
import se.mandat.web.platform.Typed;
import se.mandat.worktime.ChangeClosingDays;
import se.mandat.worktime.ListClosingDays;

/** Where stewards add and remove closing days, and see what has followed from it. */
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
        return page(Typed.NOTHING, Mistakes.NONE, null);
    }

    /** Adds the day; or, where that is asked, says first how much it would concern. */
    @POST
    public Response add() {
        Stewards.mustAct(request);
        Typed typed = Typed.of(request);
        if (typed.is("ask", "true")) {
            return Response.ok(page(typed, Mistakes.NONE, null)).build();
        }
        return carryOut(typed, "closing-day-added", () -> {
            LocalDate day = day(typed);
            if (day == null && typed.has("day")) {
                throw MandatException.invalid("day", "mistake.date");
            }
            changeClosingDays.add(new ChangeClosingDays.Added(typed.text("unit"), day, typed.text("reason")));
        });
    }

    @POST
    @Path("{id}/removal")
    public Response remove(@PathParam("id") UUID id) {
        Stewards.mustAct(request);
        return carryOut(Typed.NOTHING, "closing-day-removed", () -> changeClosingDays.remove(id));
    }

    private Response carryOut(Typed typed, String done, Runnable command) {
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
        Frame frame = frame();
        boolean wrong = refusal.problem() == Problem.INVALID;
        return Response.status(sent.problem().status())
                .entity(page(
                        typed,
                        wrong ? refusals.mistakes(refusal, frame.t()) : Mistakes.NONE,
                        wrong ? null : refusals.sentence(refusal, frame.t())))
                .build();
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

    private Page page(Typed typed, Mistakes mistakes, String refusal) {
        List<ClosingDaysView.Day> days = listClosingDays.handle().stream()
                .map(day ->
                        new ClosingDaysView.Day(day.id().toString(), names.unit(day.unit()), day.day(), day.reason()))
                .toList();
        List<ClosingDaysView.Change> changes = listClosingDays.changes(CHANGES).stream()
                .map(change -> new ClosingDaysView.Change(
                        names.unit(change.unit()),
                        change.day(),
                        change.reason(),
                        change.added(),
                        names.person(change.by()),
                        change.at(),
                        change.moved(),
                        change.working()))
                .toList();
        return Page.of(
                "steward/closing-days",
                "frame",
                frame(),
                "closing",
                new ClosingDaysView(
                        days,
                        changes,
                        Stewards.mayAct(request),
                        choices.units(null),
                        typed,
                        mistakes,
                        concerned(typed),
                        refusal));
    }

    private Integer concerned(Typed typed) {
        LocalDate day = day(typed);
        boolean known = directory.now().unit(typed.text("unit")).isPresent();
        return day == null || !known ? null : recompute.dueFrom(typed.text("unit"), day);
    }
}
