package se.mandat.web.obligation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.text.Collator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import se.mandat.cases.HandOverObligations;
import se.mandat.cases.ListObligations;
import se.mandat.cases.ObligationView;
import se.mandat.obligation.ObligationKind;
import se.mandat.obligation.ObligationState;
import se.mandat.organisation.Directory;
import se.mandat.organisation.Organisation;
import se.mandat.organisation.Unit;
import se.mandat.shared.MandatException;
import se.mandat.shared.Problem;
import se.mandat.web.platform.Cursors;
import se.mandat.web.platform.ErrorPages;
import se.mandat.web.platform.Frame;
import se.mandat.web.platform.Frames;
import se.mandat.web.platform.Mistakes;
import se.mandat.web.platform.Names;
import se.mandat.web.platform.Page;
import se.mandat.web.platform.Refusals;
import se.mandat.web.platform.Sending;
import se.mandat.web.platform.Spoken;
import se.mandat.web.platform.Typed;

/** What a unit owes. Everybody inside may read it; who manages the unit is led here. */
@Path("/units")
@RequestScoped
@Produces(MediaType.TEXT_HTML)
public class UnitPages {

    private static final int SHOWN = 50;
    private static final String PICK = "\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}/.{1,200}";

    @Inject
    private ListObligations listObligations;

    @Inject
    private ManagedUnits managedUnits;

    @Inject
    private Debts debts;

    @Inject
    private Directory directory;

    @Inject
    private HandOverObligations handOverObligations;

    @Inject
    private Names names;

    @Inject
    private Sending sending;

    @Inject
    private Refusals refusals;

    @Inject
    private ErrorPages errorPages;

    @Inject
    private Cursors cursors;

    @Inject
    private Frames frames;

    @Inject
    private HttpServletRequest request;

    @GET
    @Path("{path: .+}/obligations")
    public Page obligations(@PathParam("path") String path, @QueryParam("cursor") String cursor) {
        return page(unit(path), cursor, Typed.of(request), null);
    }

    /** Moves what was ticked; each tick says which obligation, and whose it was when it was shown. Refused, it stays where it was. */
    @POST
    @Path("{path: .+}/handover")
    public Response handOver(@PathParam("path") String path) {
        Unit unit = unit(path);
        Typed typed = Typed.of(request);
        Sending.Sent sent = sending.send(request, () -> {
            handOverObligations.handle(command(typed));
            return Response.seeOther(URI.create(address(path, null, null, null) + "?done=handed-over"))
                    .build();
        });
        if (sent.isDone()) {
            return sent.done();
        }
        boolean shown = sent.refusal() != null
                && sent.refusal().problem() != Problem.NOT_FOUND
                && sent.refusal().problem() != Problem.ROLE_FORBIDDEN;
        return Response.status(sent.problem().status())
                .entity(
                        shown
                                ? page(unit, typed.text("cursor"), typed, sent.refusal())
                                : errorPages.page(sent.problem(), request))
                .build();
    }

    private static HandOverObligations.Command command(Typed typed) {
        List<UUID> ids = new ArrayList<>();
        Set<String> from = new HashSet<>();
        for (String pick : typed.all("obligations")) {
            if (!pick.matches(PICK)) {
                throw MandatException.invalid("obligations", "mistake.choice");
            }
            ids.add(UUID.fromString(pick.substring(0, pick.indexOf('/'))));
            from.add(pick.substring(pick.indexOf('/') + 1));
        }
        if (from.size() > 1) {
            throw MandatException.invalid("obligations", "error.of-one-person");
        }
        return new HandOverObligations.Command(
                from.stream().findFirst().orElse(null), ids, typed.text("to"), typed.text("reason"));
    }

    private Unit unit(String path) {
        return directory
                .now()
                .unit(path)
                .orElseThrow(() -> new MandatException(Problem.NOT_FOUND, "problem.not-found"));
    }

    private Page page(Unit unit, String cursor, Typed filter, MandatException refusal) {
        Frame frame = frames.frame(request, "todo");
        String me = request.getUserPrincipal().getName();
        ObligationKind kind = kind(filter.text("kind"));
        Boolean overdue = filter.is("overdue", "true") ? Boolean.TRUE : null;
        String question = String.join("\n", "unit", unit.path(), String.valueOf(kind), String.valueOf(overdue));
        String position = cursors.open(question, cursor);
        ListObligations.Page found = listObligations.handle(new ListObligations.Query(
                null,
                unit.path(),
                ObligationState.OPEN,
                kind,
                overdue,
                position == null ? null : after(position),
                SHOWN));
        String next = cursors.seal(
                question,
                found.next() == null
                        ? null
                        : found.next().dueAt() + "|" + found.next().id());
        boolean moves = found.items().stream().anyMatch(o -> mayMove(me, o));
        return Page.of(
                "unit",
                "frame",
                frame,
                "unit",
                new UnitDebtsView(
                        unit.path(),
                        unit.name(),
                        managedUnits.of(me),
                        owed(found.items(), true, me, frame.t()),
                        owed(found.items(), false, me, frame.t()),
                        filter,
                        next == null ? null : address(unit.path(), kind, overdue, next),
                        cursor == null || cursor.isEmpty() ? null : address(unit.path(), kind, overdue, null),
                        moves ? handover(refusal == null ? Typed.NOTHING : filter, refusal, frame.t()) : null));
    }

    private UnitDebtsView.Handover handover(Typed typed, MandatException refusal, Spoken t) {
        boolean wrong = refusal != null && refusal.problem() == Problem.INVALID;
        List<String> cannot = !wrong
                ? List.of()
                : refusal.errors().stream()
                        .filter(error -> error.field().startsWith("obligations["))
                        .map(error -> refusals.mistakes(MandatException.invalid(List.of(error)), t))
                        .flatMap(mistakes -> mistakes.messages().values().stream())
                        .toList();
        return new UnitDebtsView.Handover(
                candidates(),
                typed,
                wrong && cannot.isEmpty() ? refusals.mistakes(refusal, t) : Mistakes.NONE,
                refusal == null || wrong ? null : refusals.sentence(refusal, t),
                cannot);
    }

    private List<UnitDebtsView.Candidate> candidates() {
        Collator swedish = Collator.getInstance(Locale.of("sv", "SE"));
        return directory.now().people().stream()
                .filter(person -> person.active() && !person.isAuditor())
                .map(person -> new UnitDebtsView.Candidate(person.username(), names.personOf(person.username())))
                .sorted(Comparator.comparing(UnitDebtsView.Candidate::name, swedish::compare))
                .toList();
    }

    /** Whether the reader is above whoever's it is. */
    private boolean mayMove(String me, ObligationView o) {
        Organisation organisation = directory.now();
        return organisation
                .person(whose(o))
                .filter(person -> organisation.above(person).stream()
                        .anyMatch(manager -> manager.username().equals(me)))
                .isPresent();
    }

    private static String whose(ObligationView o) {
        return o.onBehalfOf() == null ? o.debtor() : o.onBehalfOf();
    }

    private List<UnitDebtsView.Owed> owed(List<ObligationView> items, boolean late, String me, Spoken t) {
        return items.stream()
                .filter(o -> o.overdue() == late)
                .map(o -> mayMove(me, o) ? debts.owed(o, t).pickedAs(o.id() + "/" + whose(o)) : debts.owed(o, t))
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
