package se.mandat.web.notification;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import se.mandat.notification.CalendarLinks;
import se.mandat.notification.MailChoice;
import se.mandat.notification.MailChoices;
import se.mandat.shared.MandatException;
import se.mandat.shared.MandatException.FieldError;

/** What the caller chooses for themself. */
@Path("/api/v1/me")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class SettingsApi {

    @Inject
    private MailChoices mailChoices;

    @Inject
    private CalendarLinks calendarLinks;

    /**
     * What the caller has chosen.
     *
     * @param calendarSince since when their calendar has a link; null when it has none
     */
    record Chosen(MailChoice mail, Instant calendarSince) {}

    record Choosing(MailChoice mail) {}

    /** @param url of the calendar; shown this once */
    record Link(String url) {}

    @GET
    @Path("settings")
    public Chosen settings() {
        return new Chosen(mailChoices.mine(), calendarLinks.mine().orElse(null));
    }

    @PUT
    @Path("settings")
    @Consumes(MediaType.APPLICATION_JSON)
    public Chosen choose(Choosing sent) {
        if (sent.mail() == null) {
            throw MandatException.invalid(List.of(new FieldError("mail", "error.required", Map.of())));
        }
        mailChoices.choose(sent.mail());
        return settings();
    }

    /** A PUT, since what a POST answers is kept for those who ask again, and this is nobody's to keep. */
    @PUT
    @Path("calendar")
    public Link makeCalendar() {
        return new Link(CalendarAddress.of(calendarLinks.make()));
    }

    @DELETE
    @Path("calendar")
    public Response revokeCalendar() {
        calendarLinks.revoke();
        return Response.noContent().build();
    }
}
