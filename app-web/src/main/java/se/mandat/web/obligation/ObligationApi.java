package se.mandat.web.obligation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import se.mandat.cases.HandOverObligations;
import se.mandat.cases.ListObligations;
import se.mandat.cases.ObligationView;
import se.mandat.cases.ViewCase;
import se.mandat.obligation.ObligationKind;
import se.mandat.obligation.ObligationState;
import se.mandat.web.organisation.Named;
import se.mandat.web.platform.Cursors;
import se.mandat.web.platform.IfMatch;
import se.mandat.web.platform.Listing;
import se.mandat.web.platform.OncePerKey;
import se.mandat.web.platform.Query;
import se.mandat.web.platform.Refusal;
import se.mandat.web.platform.Refused;

/** Who owes what by when, the most urgent first. */
@Path("/api/v1/obligations")
@RequestScoped
@OncePerKey
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ObligationApi {

    private static final String UNIT = "unit:";

    /** No state of an obligation, but of those that are open the ones that everybody can read about. */
    private static final String BROKEN = "BROKEN";

    @Inject
    private ListObligations listObligations;

    @Inject
    private ViewCase viewCase;

    @Inject
    private HandOverObligations handOverObligations;

    @Inject
    private Named named;

    @Inject
    private Cursors cursors;

    @GET
    public Listing<ObligationAnswer> find(
            @QueryParam("of") String of,
            @QueryParam("state") String state,
            @QueryParam("kind") String kind,
            @QueryParam("overdue") String overdue,
            @QueryParam("limit") String limit,
            @QueryParam("cursor") String cursor) {
        String question = String.join("\n", "obligations", said(of), said(state), said(kind), said(overdue));
        String position = cursors.open(question, cursor);
        Boolean onlyOverdue = Query.truth("overdue", overdue);
        boolean broken = BROKEN.equals(state);
        ObligationState inState = broken ? ObligationState.OPEN : Query.one(ObligationState.class, "state", state);
        ObligationKind ofKind = Query.one(ObligationKind.class, "kind", kind);
        int atMost = Query.limit(limit);
        boolean ofUnit = of != null && of.startsWith(UNIT);
        ListObligations.Query query = new ListObligations.Query(
                ofUnit ? null : named.person("of", of),
                ofUnit ? named.unit("of", of.substring(UNIT.length())) : null,
                inState,
                ofKind,
                onlyOverdue,
                position == null ? null : after(position),
                atMost);
        ListObligations.Page page = listObligations.handle(broken ? query.ofBroken() : query);
        return new Listing<>(
                page.items().stream().map(ObligationAnswer::of).toList(),
                cursors.seal(
                        question,
                        page.next() == null
                                ? null
                                : page.next().dueAt() + "|" + page.next().id()));
    }

    @GET
    @Path("{id}")
    public Response read(@PathParam("id") String id) {
        ObligationView view = viewCase.obligation(id(id));
        return Response.ok(ObligationAnswer.of(view))
                .header("ETag", IfMatch.tag(view.version()))
                .build();
    }

    /**
     * What a manager moves.
     *
     * @param from whoever's they were when the manager read them; null means of one person, whoever it is
     * @param obligations ids of open obligations of one person
     */
    record Handover(String from, List<UUID> obligations, String to, String reason) {}

    @POST
    @Path("handover")
    public Response handOver(Handover sent) {
        handOverObligations.handle(
                new HandOverObligations.Command(sent.from(), sent.obligations(), sent.to(), sent.reason()));
        return Response.ok(new Listing<>(
                        sent.obligations().stream()
                                .distinct()
                                .map(viewCase::obligation)
                                .map(ObligationAnswer::of)
                                .toList(),
                        null))
                .build();
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            throw new Refused(Refusal.NOT_FOUND);
        }
    }

    private static ListObligations.Position after(String position) {
        int bar = position.indexOf('|');
        return new ListObligations.Position(
                Instant.parse(position.substring(0, bar)), UUID.fromString(position.substring(bar + 1)));
    }

    private static String said(String text) {
        return text == null ? "" : text;
    }
}
