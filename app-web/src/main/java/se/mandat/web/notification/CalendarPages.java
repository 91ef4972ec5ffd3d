package se.mandat.web.notification;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.regex.Pattern;
import se.mandat.notification.CalendarLinks;
import se.mandat.web.platform.RateLimit;

/** Somebody's calendar, for programs that know its link and cannot log in. */
@Path("/calendar/{name}")
@RequestScoped
public class CalendarPages {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{43}\\.ics");

    @Inject
    private CalendarLinks calendarLinks;

    @Inject
    private DueTimes dueTimes;

    @Inject
    private RateLimit rateLimit;

    @Inject
    private HttpServletRequest request;

    @GET
    public Response read(@PathParam("name") String name) {
        try (RateLimit.Call call = rateLimit.enter("calendars from " + request.getRemoteAddr())) {
            Optional<CalendarLinks.Calendar> found = NAME.matcher(name).matches()
                    ? calendarLinks.read(name.substring(0, name.length() - ".ics".length()))
                    : Optional.empty();
            return found.map(calendar -> Response.ok(dueTimes.write(calendar), "text/calendar; charset=utf-8")
                            .header("Content-Disposition", "inline; filename=\"mandat.ics\""))
                    .orElseGet(() -> Response.status(Response.Status.NOT_FOUND))
                    .header("Cache-Control", "private, max-age=300")
                    .build();
        }
    }
}
