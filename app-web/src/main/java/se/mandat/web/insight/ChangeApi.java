package se.mandat.web.insight;

import com.fasterxml.jackson.annotation.JsonProperty;
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
import se.mandat.cases.EvidenceKind;
import se.mandat.insight.ListChanges;
import se.mandat.shared.MandatException;
import se.mandat.shared.MandatException.FieldError;
import se.mandat.shared.Outcome;
import se.mandat.web.organisation.Named;
import se.mandat.web.platform.Listing;
import se.mandat.web.platform.Query;

/** What has been changed thanks to customers, the newest first. */
@Path("/api/v1/changes")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ChangeApi {

    private static final int LONGEST_SEARCH = 200;

    @Inject
    private Changes changes;

    @Inject
    private Named named;

    /**
     * One change; {@code case} in JSON is its number.
     *
     * @param customerWords null when they are sensitive, as are {@code changed} and the evidence's text then
     */
    record Change(
            @JsonProperty("case") String caseNumber,
            String unit,
            Outcome severity,
            String customerWords,
            String goal,
            String changed,
            Evidence evidence,
            String learned,
            String owner,
            String reviewedBy,
            Instant closedAt) {}

    /** How the reviewer knows that it got better. */
    record Evidence(EvidenceKind kind, String text) {}

    @GET
    public Listing<Change> find(
            @QueryParam("q") String text,
            @QueryParam("unit") String unit,
            @QueryParam("limit") String limit,
            @QueryParam("cursor") String cursor) {
        if (text != null && text.codePointCount(0, text.length()) > LONGEST_SEARCH) {
            throw MandatException.invalid(
                    List.of(new FieldError("q", "error.too-long", Map.of("max", LONGEST_SEARCH))));
        }
        Changes.Part found = changes.of(text, named.unit("unit", unit), cursor, Query.limit(limit));
        return new Listing<>(found.items().stream().map(ChangeApi::change).toList(), found.next());
    }

    private static Change change(ListChanges.Change change) {
        return new Change(
                change.number(),
                change.unit(),
                change.severity(),
                change.words(),
                change.goal(),
                change.changed(),
                new Evidence(EvidenceKind.valueOf(change.evidenceKind()), change.evidence()),
                change.learned(),
                change.owner(),
                change.reviewedBy(),
                change.closedAt());
    }
}
