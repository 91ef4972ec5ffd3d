package se.mandat.web.clock;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import se.mandat.clock.MoveClock;
import se.mandat.shared.MandatException;
import se.mandat.shared.Problem;
import se.mandat.web.platform.Frame;
import se.mandat.web.platform.Frames;
import se.mandat.web.platform.Mistakes;
import se.mandat.web.platform.OncePerKey;
import se.mandat.web.platform.Page;
import se.mandat.web.platform.Refusals;
import se.mandat.web.platform.Spoken;
import se.mandat.web.platform.Stewards;
import se.mandat.web.platform.Typed;
import se.mandat.worktime.WorkingCalendar;

/** Where a steward moves the simulated clock: to what is due next, to the next working day, or to a date. */
@Path("/steward/clock")
@RequestScoped
@OncePerKey(inOneTransaction = false)
@Produces(MediaType.TEXT_HTML)
public class ClockPages {

    private static final int UNPROCESSABLE = 422;

    @Inject
    private ClockMoves moves;

    @Inject
    private MoveClock moveClock;

    @Inject
    private Frames frames;

    @Inject
    private Refusals refusals;

    @Inject
    private HttpServletRequest request;

    @GET
    public Page clock() {
        moves.now();
        Stewards.mayRead(request);
        return page(frame(), Typed.NOTHING, Mistakes.NONE, null);
    }

    @POST
    public Response move() {
        Instant now = moves.now();
        Typed typed = Typed.of(request);
        try {
            moves.move(new MoveClock.Command(null, destination(typed, now)));
            return Response.seeOther(URI.create("/steward/clock?done=clock-moved"))
                    .build();
        } catch (MandatException refusal) {
            Frame frame = frame();
            boolean wrong = refusal.problem() == Problem.INVALID;
            return Response.status(wrong ? UNPROCESSABLE : Response.Status.CONFLICT.getStatusCode())
                    .entity(page(
                            frame,
                            typed,
                            wrong ? refusals.mistakes(refusal, frame.t()).renamed("to", "date") : Mistakes.NONE,
                            wrong ? null : refusals.sentence(refusal, frame.t())))
                    .build();
        }
    }

    /** As the API wants it; what cannot be read stays as it is, and is refused there. */
    private String destination(Typed typed, Instant now) {
        return switch (typed.get("step")) {
            case "next" ->
                time(moveClock.nextDue().filter(at -> at.isAfter(now)).orElse(now));
            case "day" -> time(start(workingDayAfter(now)));
            default -> typed(typed.get("date"), typed.get("time"));
        };
    }

    private static String typed(String date, String time) {
        try {
            LocalTime at = time.isBlank() ? WorkingCalendar.OPENS : LocalTime.parse(time);
            return time(
                    LocalDate.parse(date).atTime(at).atZone(Spoken.STOCKHOLM).toInstant());
        } catch (DateTimeException e) {
            return date;
        }
    }

    private static String time(Instant at) {
        return at.atZone(Spoken.STOCKHOLM).toOffsetDateTime().toString();
    }

    private static LocalDate workingDayAfter(Instant now) {
        return WorkingCalendar.standard().nextWorkingDay(LocalDate.ofInstant(now, Spoken.STOCKHOLM));
    }

    private static Instant start(LocalDate day) {
        return WorkingCalendar.standard().startOfDay(day);
    }

    private Frame frame() {
        return frames.frame(request, "steward");
    }

    private Page page(Frame frame, Typed typed, Mistakes mistakes, String refusal) {
        Instant now = moves.now();
        Optional<Instant> next = moveClock.nextDue();
        return Page.of(
                "steward/clock",
                "frame",
                frame,
                "clock",
                new ClockView(
                        now,
                        next.map(at -> at.isBefore(now) ? now : at).orElse(null),
                        workingDayAfter(now),
                        Stewards.mayAct(request),
                        typed,
                        mistakes,
                        refusal));
    }
}
