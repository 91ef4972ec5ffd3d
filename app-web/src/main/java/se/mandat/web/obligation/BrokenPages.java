package se.mandat.web.obligation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.UUID;
import se.mandat.cases.ListObligations;
import se.mandat.web.platform.Cursors;
import se.mandat.web.platform.Frame;
import se.mandat.web.platform.Frames;
import se.mandat.web.platform.Page;

/** The broken obligations: overdue, with nobody above who could get them. Everybody inside may read the list. */
@Path("/broken")
@RequestScoped
@Produces(MediaType.TEXT_HTML)
public class BrokenPages {

    private static final int SHOWN = 50;

    @Inject
    private ListObligations listObligations;

    @Inject
    private ManagedUnits managedUnits;

    @Inject
    private Debts debts;

    @Inject
    private Cursors cursors;

    @Inject
    private Frames frames;

    @Inject
    private HttpServletRequest request;

    @GET
    public Page broken(@QueryParam("cursor") String cursor) {
        Frame frame = frames.frame(request, "todo");
        String position = cursors.open("broken", cursor);
        ListObligations.Page found = listObligations.handle(new ListObligations.Query(
                        null, null, null, null, null, position == null ? null : after(position), SHOWN)
                .ofBroken());
        String next = cursors.seal(
                "broken",
                found.next() == null
                        ? null
                        : found.next().dueAt() + "|" + found.next().id());
        return Page.of(
                "broken",
                "frame",
                frame,
                "broken",
                new BrokenView(
                        found.items().stream()
                                .map(o -> debts.owed(o, frame.t()))
                                .toList(),
                        managedUnits.of(request.getUserPrincipal().getName()),
                        next == null ? null : "/broken?cursor=" + next,
                        cursor == null || cursor.isEmpty() ? null : "/broken"));
    }

    private static ListObligations.Position after(String position) {
        int bar = position.indexOf('|');
        return new ListObligations.Position(
                Instant.parse(position.substring(0, bar)), UUID.fromString(position.substring(bar + 1)));
    }
}
