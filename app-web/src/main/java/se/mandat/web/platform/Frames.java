package se.mandat.web.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import se.mandat.clock.SimulatedClock;
import se.mandat.notification.News;
import se.mandat.organisation.Directory;
import se.mandat.organisation.Organisation;
import se.mandat.organisation.Person;
import se.mandat.organisation.Role;
import se.mandat.organisation.Unit;

/** Makes what surrounds a page from the request that asked for it. */
@ApplicationScoped
public class Frames {

    private static final String UNREAD = Frames.class.getName() + ".unread";

    @Inject
    private Directory directory;

    @Inject
    private News news;

    @Inject
    private Csrf csrf;

    @Inject
    private Clock clock;

    @Inject
    private SimulatedClock simulated;

    /**
     * The frame of a page for whoever is logged in.
     *
     * @param here the chosen entry of the main menu, or empty
     */
    public Frame frame(HttpServletRequest request, String here) {
        Optional<Person> me = Identity.of(request)
                .map(Identity::username)
                .flatMap(username -> directory.now().person(username));
        return new Frame(
                spoken(request),
                me.map(person -> me(person, directory.now(), unread(request))).orElse(null),
                me.map(person -> csrf.tokenFor(person.username())).orElse(""),
                UUID.randomUUID().toString(),
                here,
                address(request),
                done(request.getParameter("done")),
                simulated.now().orElse(null));
    }

    /** A frame that needs nothing that could be down: for saying that something is. */
    Frame plain(HttpServletRequest request) {
        return new Frame(
                spoken(request),
                null,
                "",
                "",
                "",
                address(request),
                null,
                simulated.now().orElse(null));
    }

    private Spoken spoken(HttpServletRequest request) {
        return new Spoken(Words.in(ReaderLanguage.of(request)), clock.instant());
    }

    private static String address(HttpServletRequest request) {
        return request.getQueryString() == null
                ? Addresses.path(request)
                : Addresses.path(request) + "?" + request.getQueryString();
    }

    /** Only what a message exists for: the address is the reader's to change. */
    private static String done(String said) {
        return said != null && Words.in(Words.SWEDISH).has("done." + said) ? said : null;
    }

    /** Asked for once for each page that somebody goes to; what answers a form shows it on the next one. */
    private int unread(HttpServletRequest request) {
        if (!"GET".equals(request.getMethod())) {
            return 0;
        }
        if (!(request.getAttribute(UNREAD) instanceof Integer)) {
            request.setAttribute(UNREAD, news.count(Frame.MOST_UNREAD));
        }
        return (Integer) request.getAttribute(UNREAD);
    }

    private static Frame.Me me(Person person, Organisation organisation, int unread) {
        return new Frame.Me(
                person.username(),
                person.name(),
                person.level().name(),
                organisation.unit(person.unit()).map(Unit::name).orElse(null),
                !person.isAuditor(),
                person.is(Role.STEWARD),
                unread);
    }
}
