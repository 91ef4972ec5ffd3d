package se.mandat.web.cases;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import se.mandat.cases.ListCases;
import se.mandat.web.obligation.ManagedUnits;
import se.mandat.web.platform.Cursors;
import se.mandat.web.platform.Frames;
import se.mandat.web.platform.Page;

/** What the reader follows without owing it, the newest first. */
@Path("/following")
@RequestScoped
@Produces(MediaType.TEXT_HTML)
public class FollowingPages {

    private static final int SHOWN = 20;

    @Inject
    private ListCases listCases;

    @Inject
    private ManagedUnits managedUnits;

    @Inject
    private CaseRows rows;

    @Inject
    private Cursors cursors;

    @Inject
    private Frames frames;

    @Inject
    private HttpServletRequest request;

    @GET
    public Page following(@QueryParam("cursor") String cursor) {
        String me = request.getUserPrincipal().getName();
        String question = "following " + me;
        String position = cursors.open(question, cursor);
        ListCases.Page found = listCases.handle(new ListCases.Query(
                null,
                null,
                null,
                null,
                me,
                null,
                null,
                null,
                null,
                ListCases.Sort.NEWEST,
                null,
                null,
                position == null ? null : after(position),
                SHOWN));
        String next = cursors.seal(
                question,
                found.next() == null
                        ? null
                        : found.next().at() + "|" + found.next().number());
        return Page.of(
                "following",
                "frame",
                frames.frame(request, "todo"),
                "following",
                new FollowingView(
                        found.items().stream().map(rows::of).toList(),
                        managedUnits.of(me),
                        next == null ? null : "/following?cursor=" + next,
                        cursor == null || cursor.isEmpty() ? null : "/following"));
    }

    private static ListCases.Position after(String position) {
        int bar = position.indexOf('|');
        return new ListCases.Position(Instant.parse(position.substring(0, bar)), position.substring(bar + 1));
    }
}
