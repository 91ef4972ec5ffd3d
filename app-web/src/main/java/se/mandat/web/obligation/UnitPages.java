package se.mandat.web.obligation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import se.mandat.cases.ListObligations;
import se.mandat.cases.ObligationView;
import se.mandat.obligation.ObligationKind;
import se.mandat.obligation.ObligationState;
import se.mandat.organisation.Directory;
import se.mandat.organisation.Unit;
import se.mandat.shared.MandatException;
import se.mandat.shared.Problem;
import se.mandat.web.platform.Cursors;
import se.mandat.web.platform.Frame;
import se.mandat.web.platform.Frames;
import se.mandat.web.platform.Page;
import se.mandat.web.platform.Spoken;
import se.mandat.web.platform.Typed;

/** What a unit owes. Everybody inside may read it; who manages the unit is led here. */
@Path("/units")
@RequestScoped
@Produces(MediaType.TEXT_HTML)
public class UnitPages {

    private static final int SHOWN = 50;

    @Inject
    private ListObligations listObligations;

    @Inject
    private ManagedUnits managedUnits;

    @Inject
    private Debts debts;

    @Inject
    private Directory directory;

    @Inject
    private Cursors cursors;

    @Inject
    private Frames frames;

    @Inject
    private HttpServletRequest request;

    @GET
    @Path("{path: .+}/obligations")
    public Page obligations(@PathParam("path") String path, @QueryParam("cursor") String cursor) {
        Unit unit = directory
                .now()
                .unit(path)
                .orElseThrow(() -> new MandatException(Problem.NOT_FOUND, "problem.not-found"));
        Frame frame = frames.frame(request, "todo");
        Typed filter = Typed.of(request);
        ObligationKind kind = kind(filter.text("kind"));
        Boolean overdue = filter.is("overdue", "true") ? Boolean.TRUE : null;
        String question = String.join("\n", "unit", path, String.valueOf(kind), String.valueOf(overdue));
        String position = cursors.open(question, cursor);
        ListObligations.Page found = listObligations.handle(new ListObligations.Query(
                null, path, ObligationState.OPEN, kind, overdue, position == null ? null : after(position), SHOWN));
        String next = cursors.seal(
                question,
                found.next() == null
                        ? null
                        : found.next().dueAt() + "|" + found.next().id());
        return Page.of(
                "unit",
                "frame",
                frame,
                "unit",
                new UnitDebtsView(
                        path,
                        unit.name(),
                        managedUnits.of(request.getUserPrincipal().getName()),
                        owed(found.items(), true, frame.t()),
                        owed(found.items(), false, frame.t()),
                        filter,
                        next == null ? null : address(path, kind, overdue, next),
                        cursor == null || cursor.isEmpty() ? null : address(path, kind, overdue, null)));
    }

    private List<UnitDebtsView.Owed> owed(List<ObligationView> items, boolean late, Spoken t) {
        return items.stream()
                .filter(o -> o.overdue() == late)
                .map(o -> debts.owed(o, t))
                .toList();
    }

    private static String address(String path, ObligationKind kind, Boolean overdue, String cursor) {
        List<String> query = new ArrayList<>();
        if (kind != null) {
            query.add("kind=" + kind);
        }
        if (overdue != null) {
            query.add("overdue=" + overdue);
        }
        if (cursor != null) {
            query.add("cursor=" + cursor);
        }
        return new TodoView.UnitTab(path, path).address() + (query.isEmpty() ? "" : "?" + String.join("&", query));
    }

    private static ObligationKind kind(String name) {
        return Arrays.stream(ObligationKind.values())
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static ListObligations.Position after(String position) {
        int bar = position.indexOf('|');
        return new ListObligations.Position(
                Instant.parse(position.substring(0, bar)), UUID.fromString(position.substring(bar + 1)));
    }
}
