package se.mandat.web.cases;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import se.mandat.cases.CaseStage;
import se.mandat.cases.ClosedAs;
import se.mandat.cases.KeepDrafts;
import se.mandat.cases.ListCases;
import se.mandat.cases.ListDrafts;
import se.mandat.obligation.ObligationKind;
import se.mandat.promise.ListPromises;
import se.mandat.shared.MandatException;
import se.mandat.shared.MandatException.FieldError;
import se.mandat.shared.Outcome;
import se.mandat.web.organisation.Named;
import se.mandat.web.platform.Cursors;
import se.mandat.web.platform.Listing;
import se.mandat.web.platform.Query;

/** Finds cases; with the stage DRAFT, the caller's own drafts. */
@Path("/api/v1/cases")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class CaseListApi {

    private static final int LONGEST_SEARCH = 200;

    @Inject
    private ListCases listCases;

    @Inject
    private ListDrafts listDrafts;

    @Inject
    private ListPromises listPromises;

    @Inject
    private Named named;

    @Inject
    private Cursors cursors;

    /** One case in a list: whose words, where it stands, and who owes what by when. */
    record Line(
            String number,
            CaseStage stage,
            Outcome severity,
            String customerWords,
            String goal,
            String raisedBy,
            Instant raisedAt,
            String unit,
            String owner,
            ClosedAs closedAs,
            Instant closedAt,
            Owed obligation,
            long version) {}

    /** The leading obligation. */
    record Owed(ObligationKind kind, String debtor, Instant dueAt, boolean overdue) {}

    @GET
    public Listing<Line> find(
            @QueryParam("stage") String stage,
            @QueryParam("unit") String unit,
            @QueryParam("owner") String owner,
            @QueryParam("raisedBy") String raisedBy,
            @QueryParam("overdue") String overdue,
            @QueryParam("outcome") String outcome,
            @QueryParam("promise") String promise,
            @QueryParam("q") String text,
            @QueryParam("sort") String sort,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("limit") String limit,
            @QueryParam("cursor") String cursor) {
        String question = String.join(
                "\n",
                "cases",
                said(stage),
                said(unit),
                said(owner),
                said(raisedBy),
                said(overdue),
                said(outcome),
                said(promise),
                said(text),
                said(sort),
                said(from),
                said(to));
        String position = cursors.open(question, cursor);
        Boolean onlyOverdue = Query.truth("overdue", overdue);
        var firstDay = Query.day("from", from);
        var lastDay = Query.day("to", to);
        CaseStage inStage = Query.one(CaseStage.class, "stage", stage);
        Outcome severity = Query.one(Outcome.class, "outcome", outcome);
        ListCases.Sort order = Query.one(ListCases.Sort.class, "sort", sort);
        int atMost = Query.limit(limit);
        if (text != null && text.codePointCount(0, text.length()) > LONGEST_SEARCH) {
            throw MandatException.invalid(
                    List.of(new FieldError("q", "error.too-long", Map.of("max", LONGEST_SEARCH))));
        }
        ListCases.Query query = new ListCases.Query(
                inStage,
                named.unit("unit", unit),
                named.person("owner", owner),
                named.person("raisedBy", raisedBy),
                null,
                onlyOverdue,
                severity,
                known(promise),
                text,
                order,
                firstDay,
                lastDay,
                position == null ? null : after(position),
                atMost);
        if (inStage == CaseStage.DRAFT) {
            ListDrafts.Page page = listDrafts.handle(query);
            return new Listing<>(
                    page.items().stream().map(CaseListApi::line).toList(),
                    cursors.seal(question, position(page.next())));
        }
        ListCases.Page page = listCases.handle(query);
        return new Listing<>(
                page.items().stream().map(CaseListApi::line).toList(), cursors.seal(question, position(page.next())));
    }

    private static String position(ListCases.Position next) {
        return next == null ? null : next.at() + "|" + next.number();
    }

    private String known(String promise) {
        if (promise != null && listPromises.find(promise).isEmpty()) {
            throw MandatException.invalid(
                    List.of(new FieldError("promise", "error.unknown-promise", Map.of("promise", promise))));
        }
        return promise;
    }

    private static ListCases.Position after(String position) {
        int bar = position.indexOf('|');
        return new ListCases.Position(Instant.parse(position.substring(0, bar)), position.substring(bar + 1));
    }

    private static String said(String text) {
        return text == null ? "" : text;
    }

    private static Line line(ListCases.Row row) {
        return new Line(
                row.number(),
                row.stage(),
                row.severity(),
                row.words(),
                row.goal(),
                row.raisedBy(),
                row.raisedAt(),
                row.unit(),
                row.owner(),
                row.closedAs(),
                row.closedAt(),
                row.owed() == null ? null : new Owed(row.owed(), row.debtor(), row.dueAt(), row.overdue()),
                row.version());
    }

    private static Line line(KeepDrafts.View draft) {
        var voice = draft.content().customerVoice();
        return new Line(
                draft.number(),
                CaseStage.DRAFT,
                voice.outcome(),
                voice.words(),
                voice.goal(),
                draft.author(),
                draft.createdAt(),
                null,
                null,
                null,
                null,
                null,
                draft.version());
    }
}
