package se.mandat.insight;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.mandat.shared.Outcome;

/**
 * What has been changed thanks to customers: the cases that closed since somebody other than the doer saw that it got
 * better. The same for everyone inside, whoever has to do with a case.
 */
@Stateless
public class ListChanges {

    /** SQL for whether a case hides its words and free texts; here from everybody, and from the search as well. */
    private static final String SENSITIVE = "c.sensitive";

    @PersistenceContext(unitName = "mandat")
    private EntityManager entityManager;

    /**
     * What is asked for; null asks for all.
     *
     * @param text words, in Swedish, found in what customers said and wanted, in what was changed and in the evidence; or
     *     a case's number
     * @param unit path: cases that lead in this unit or below it
     * @param after where the last page ended
     * @param limit how many at most
     */
    public record Query(String text, String unit, Position after, int limit) {}

    /** Where a page ends: when its last case closed, and its number. */
    public record Position(Instant at, String number) {}

    /**
     * One change.
     *
     * @param unit path of the lead unit
     * @param severity what had happened to the customer
     * @param words the customer's; null when they are sensitive, and the goal says what it was about
     * @param changed what the owner says was done in the last round; null when the case is sensitive
     * @param evidenceKind how the reviewer knows: CUSTOMER_SAID, OBSERVED or MEASURED
     * @param evidence in the reviewer's words; null when the case is sensitive
     * @param learned what those concerned say they learned; null when they said nothing, or the case is sensitive
     * @param closedAt when the effect was confirmed
     */
    public record Change(
            String number,
            String unit,
            Outcome severity,
            String words,
            String goal,
            String changed,
            String evidenceKind,
            String evidence,
            String learned,
            String owner,
            String reviewedBy,
            Instant closedAt) {}

    /** @param next where the next page begins; null on the last one */
    public record Page(List<Change> items, Position next) {}

    /** The newest first. */
    @RolesAllowed("employee")
    public Page handle(Query query) {
        List<String> conditions = new ArrayList<>(List.of("c.closed_as = 'EFFECTIVE'"));
        Map<String, Object> parameters = new HashMap<>();
        if (query.unit() != null) {
            conditions.add("(c.units[1] = :unit or starts_with(c.units[1], :below))");
            parameters.put("unit", query.unit());
            parameters.put("below", query.unit() + "/");
        }
        if (query.text() != null && !query.text().isBlank()) {
            conditions.add(found());
            parameters.put("text", query.text().strip());
        }
        if (query.after() != null) {
            conditions.add("(c.closed_at, c.number) < (:at, :number)");
            parameters.put("at", query.after().at());
            parameters.put("number", query.after().number());
        }
        parameters.put("limit", query.limit() + 1);
        var sql = entityManager.createNativeQuery(
                """
                select c.number, c.units[1] as unit, c.severity, v.goal, c.owner, c.closed_at,
                       %1$s as sensitive, v.words, c.completion, r.evidence_kind, r.evidence, r.learned, r.reviewed_by
                from case_ c
                join customer_voice v on v.case_number = c.number and v.position = 0
                join effect_review r on r.case_number = c.number and r.round = c.round
                where %2$s
                order by c.closed_at desc, c.number desc limit :limit"""
                        .formatted(SENSITIVE, String.join(" and ", conditions)),
                Tuple.class);
        parameters.forEach(sql::setParameter);
        @SuppressWarnings("unchecked")
        List<Tuple> rows = sql.getResultList();
        List<Change> items =
                rows.stream().limit(query.limit()).map(ListChanges::change).toList();
        return new Page(
                items,
                rows.size() > query.limit()
                        ? new Position(
                                items.getLast().closedAt(), items.getLast().number())
                        : null);
    }

    private static String found() {
        return """
                (upper(c.number) = upper(:text)
                 or not %1$s and c.number in (select s.case_number from customer_voice s
                    where to_tsvector('swedish', s.words || ' ' || s.goal) @@ websearch_to_tsquery('swedish', :text))
                 or %1$s and to_tsvector('swedish', v.goal) @@ websearch_to_tsquery('swedish', :text)
                 or not %1$s and to_tsvector('swedish', coalesce(c.completion, '') || ' ' || r.evidence || ' ' || coalesce(r.learned, ''))
                    @@ websearch_to_tsquery('swedish', :text))"""
                .formatted(SENSITIVE);
    }

    private static Change change(Tuple row) {
        boolean sensitive = row.get("sensitive", Boolean.class);
        return new Change(
                row.get("number", String.class),
                row.get("unit", String.class),
                Outcome.valueOf(row.get("severity", String.class)),
                sensitive ? null : row.get("words", String.class),
                row.get("goal", String.class),
                sensitive ? null : row.get("completion", String.class),
                row.get("evidence_kind", String.class),
                sensitive ? null : row.get("evidence", String.class),
                sensitive ? null : row.get("learned", String.class),
                row.get("owner", String.class),
                row.get("reviewed_by", String.class),
                row.get("closed_at", Instant.class));
    }
}
