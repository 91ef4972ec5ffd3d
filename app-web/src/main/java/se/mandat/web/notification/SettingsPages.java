package se.mandat.web.notification;

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
import se.mandat.notification.CalendarLinks;
import se.mandat.notification.MailChoice;
import se.mandat.notification.MailChoices;
import se.mandat.organisation.Directory;
import se.mandat.organisation.Person;
import se.mandat.web.platform.Frames;
import se.mandat.web.platform.Page;
import se.mandat.web.platform.Typed;

/** What the reader chooses for themself: when they are mailed, and their calendar. */
@Path("/settings")
@RequestScoped
@Produces(MediaType.TEXT_HTML)
public class SettingsPages {

    @Inject
    private MailChoices mailChoices;

    @Inject
    private CalendarLinks calendarLinks;

    @Inject
    private Directory directory;

    @Inject
    private Frames frames;

    @Inject
    private HttpServletRequest request;

    @GET
    public Page settings() {
        return page(null);
    }

    @POST
    @Path("mail")
    public Response mail() {
        boolean digest = Typed.of(request).is("mail", MailChoice.DIGEST.name());
        mailChoices.choose(digest ? MailChoice.DIGEST : MailChoice.AT_ONCE);
        return Response.seeOther(URI.create("/settings?done=chosen")).build();
    }

    /** Answers the page itself: nobody, and no answer that is kept, knows the link afterwards. */
    @POST
    @Path("calendar")
    public Page makeCalendar() {
        return page(CalendarAddress.of(calendarLinks.make()));
    }

    @POST
    @Path("calendar/revocation")
    public Response revokeCalendar() {
        calendarLinks.revoke();
        return Response.seeOther(URI.create("/settings?done=calendar-revoked")).build();
    }

    private Page page(String link) {
        String email = directory
                .now()
                .person(request.getUserPrincipal().getName())
                .map(Person::email)
                .orElse(null);
        return Page.of(
                "settings",
                "frame",
                frames.frame(request, "settings"),
                "settings",
                new SettingsView(
                        mailChoices.mine().name(),
                        email,
                        mailChoices.isMailSent(),
                        calendarLinks.mine().orElse(null),
                        link));
    }
}
