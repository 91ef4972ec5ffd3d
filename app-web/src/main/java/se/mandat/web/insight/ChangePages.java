package se.mandat.web.insight;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import se.mandat.insight.ListChanges;
import se.mandat.web.cases.Choices;
import se.mandat.web.platform.Frames;
import se.mandat.web.platform.Names;
import se.mandat.web.platform.Page;
import se.mandat.web.platform.Spoken;
import se.mandat.web.platform.Typed;

/** Changes: what has been changed thanks to customers, in their words, as a page and as a feed. */
@Path("/")
@RequestScoped
public class ChangePages {

    private static final int SHOWN = 20;
    private static final int IN_FEED = 50;
    private static final String PAGE = "/changes";
    private static final String FEED = "/changes.atom";

    @Inject
    private Changes changes;

    @Inject
    private Choices choices;

    @Inject
    private Names names;

    @Inject
    private Frames frames;

    @Inject
    private HttpServletRequest request;

    @GET
    @Path("changes")
    @Produces(MediaType.TEXT_HTML)
    public Page page(@QueryParam("cursor") String cursor) {
        Typed filter = Typed.of(request);
        String text = filter.text("q");
        String unit = filter.text("unit");
        Changes.Part found = changes.of(text, unit, cursor, SHOWN);
        return Page.of(
                "changes",
                "frame",
                frames.frame(request, "changes"),
                "changes",
                new ChangesView(
                        found.items().stream().map(this::row).toList(),
                        filter,
                        choices.units(null),
                        Changes.address(FEED, text, unit, null),
                        found.next() == null ? null : Changes.address(PAGE, text, unit, found.next()),
                        cursor == null || cursor.isEmpty() ? null : Changes.address(PAGE, text, unit, null)));
    }

    /** The newest, for a reader of feeds that is logged in as a person's browser is. */
    @GET
    @Path("changes.atom")
    @Produces(MediaType.APPLICATION_ATOM_XML)
    public Response feed() {
        Spoken t = frames.frame(request, "").t();
        Typed filter = Typed.of(request);
        String text = filter.text("q");
        String unit = filter.text("unit");
        ChangeFeed feed = new ChangeFeed(
                System.getProperty("mandat.url", "http://localhost:8080"),
                Changes.address(FEED, text, unit, null),
                Changes.address(PAGE, text, unit, null),
                t);
        return Response.ok(feed.write(changes.of(text, unit, null, IN_FEED).items().stream()
                        .map(this::row)
                        .toList()))
                .type(MediaType.APPLICATION_ATOM_XML + "; charset=utf-8")
                .build();
    }

    private ChangesView.Row row(ListChanges.Change change) {
        return new ChangesView.Row(
                change.number(),
                change.words(),
                change.goal(),
                change.changed(),
                change.evidenceKind(),
                change.evidence(),
                change.learned(),
                names.unit(change.unit()),
                names.person(change.owner()),
                names.person(change.reviewedBy()),
                change.closedAt());
    }
}
