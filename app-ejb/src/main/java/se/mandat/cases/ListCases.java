package se.mandat.cases;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.mandat.obligation.ObligationKind;
import se.mandat.shared.Outcome;
import se.mandat.worktime.WorkingCalendar;

/** Finds cases: by stage, unit, people, outcome, time and the customer's words. Never asks the engine. */
@Stateless
public class ListCases {

    @PersistenceContext(unitName = "mandat")
    private EntityManager entityManager;

    @Inject
    private CallingPerson caller;

    @Inject
    private Clock clock;

    @Inject
    private Readable readable;

    /** In which order. */
    public enum Sort {
        NEWEST,
        OLDEST,
        /** By the due time of the leading obligation, the most urgent first; closed cases last. */
        DUE
    }

    /**
     * What is asked for; null asks for all.
     *
     * @param unit path: cases that lead in this unit or below it
     * @param overdue only those whose leading obligation is overdue, or only those whose is not
     * @param outcome the severity
     * @param promise the id of the promise to customers that was broken
     * @param text words, in Swedish, found in the customers' words and goals and in proposals; or a case's number
     * @param from first day in Stockholm on which it was raised
     * @param to last such day
     * @param after where the last page ended
     * @param limit how many at most
     */
    public record Query(
            CaseStage stage,
            String unit,
            String owner,
            String raisedBy,
            String followedBy,
            Boolean overdue,
            Outcome outcome,
            String promise,
            String text,
            Sort sort,
            LocalDate from,
            LocalDate to,
            Position after,
            int limit) {}

    /** Where a page ends: the sorted time and the number of its last case. */
    public record Position(Instant at, String number) {}

    /** One line: whose words, where it stands, and who owes what by when. */
    public record Row(
            String number,
            CaseStage stage,
            Outcome severity,
            String words,
            String goal,
            String raisedBy,
            Instant raisedAt,
            String unit,
            String owner,
            ClosedAs closedAs,
            Instant closedAt,
            ObligationKind owed,
            String debtor,
            Instant dueAt,
            boolean overdue,
            long version) {}

    /** @param next where the next page begins; null on the last one */
    public record Page(List<Row> items, Position next) {}

    @RolesAllowed("employee")
    public Page handle(Query query) {
        caller.get();
        List<String> conditions = new ArrayList<>();
        Map<String, Object> parameters = new HashMap<>();
        conditionsOf(query, conditions, parameters);
        Order order = Order.of(query.sort());
        if (query.after() != null) {
            conditions.add("(" + order.column + ", c.number) " + order.comparison + " (:at, :number)");
            parameters.put("at", query.after().at());
            parameters.put("number", query.after().number());
        }
        var sql = entityManager.createNativeQuery(
                """
                select c.number, c.stage, c.severity, v.goal, c.raised_by, c.raised_at, c.units[1] as unit,
                       c.owner, c.closed_as, c.closed_at, o.kind, o.debtor, o.due_at, c.version,
                       case when not v.sensitive or """
                        + Readable.SQL
                        + """
                         then v.words end as words,
                """
                        + order.column
                        + """
                         as sorted_at
                from case_ c
                join customer_voice v on v.case_number = c.number and v.position = 0
                left join obligation o on o.case_number = c.number and o.state = 'OPEN' and o.leads
                """
                        + (conditions.isEmpty() ? "" : "where " + String.join(" and ", conditions))
                        + " order by " + order.column + " " + order.direction + ", c.number " + order.direction
                        + " limit :limit",
                Tuple.class);
        parameters.put("limit", query.limit() + 1);
        parameters.forEach(sql::setParameter);
        readable.by(sql);
        @SuppressWarnings("unchecked")
        List<Tuple> rows = sql.getResultList();
        List<Row> items = rows.stream().limit(query.limit()).map(this::row).toList();
        Position next = null;
        if (rows.size() > query.limit()) {
            Tuple last = rows.get(query.limit() - 1);
            next = new Position(last.get("sorted_at", Instant.class), last.get("number", String.class));
        }
        return new Page(items, next);
    }

    private enum Order {
        NEWEST("c.raised_at", "desc", "<"),
        OLDEST("c.raised_at", "asc", ">"),
        DUE("coalesce(o.due_at, timestamptz '9999-12-31 00:00Z')", "asc", ">");

        private final String column;
        private final String direction;
        private final String comparison;

        Order(String column, String direction, String comparison) {
            this.column = column;
            this.direction = direction;
            this.comparison = comparison;
        }

        static Order of(Sort sort) {
            return sort == null ? NEWEST : valueOf(sort.name());
        }
    }

    private void conditionsOf(Query query, List<String> conditions, Map<String, Object> parameters) {
        if (query.stage() != null) {
            conditions.add("c.stage = :stage");
            parameters.put("stage", query.stage().name());
        }
        if (query.unit() != null) {
            conditions.add("(c.units[1] = :unit or starts_with(c.units[1], :below))");
            parameters.put("unit", query.unit());
            parameters.put("below", query.unit() + "/");
        }
        if (query.owner() != null) {
            conditions.add("c.owner = :owner");
            parameters.put("owner", query.owner());
        }
        if (query.raisedBy() != null) {
            conditions.add("c.raised_by = :raisedBy");
            parameters.put("raisedBy", query.raisedBy());
        }
        if (query.followedBy() != null) {
            conditions.add("c.followers @> cast(array[:followedBy] as text[])");
            parameters.put("followedBy", query.followedBy());
        }
        if (query.outcome() != null) {
            conditions.add("c.severity = :outcome");
            parameters.put("outcome", query.outcome().name());
        }
        if (query.promise() != null) {
            conditions.add("c.breach_of = :promise");
            parameters.put("promise", query.promise());
        }
        if (query.overdue() != null) {
            conditions.add(query.overdue() ? "o.due_at < :now" : "(o.due_at is null or o.due_at >= :now)");
            parameters.put("now", clock.instant());
        }
        if (query.from() != null) {
            conditions.add("c.raised_at >= :from");
            parameters.put("from", startOf(query.from()));
        }
        if (query.to() != null) {
            conditions.add("c.raised_at < :to");
            parameters.put("to", startOf(query.to().plusDays(1)));
        }
        if (query.text() != null && !query.text().isBlank()) {
            // A union, since each of the three has an index and "or" between tables would use none of them.
            conditions.add("c.number in (select s.case_number from customer_voice s"
                    + " where to_tsvector('swedish', s.words || ' ' || s.goal) @@ websearch_to_tsquery('swedish', :text)"
                    + " union select p.number from case_ p where p.proposal is not null"
                    + " and to_tsvector('swedish', p.proposal) @@ websearch_to_tsquery('swedish', :text)"
                    + " union select upper(:text))");
            // What is kept from the reader is not found by its words either.
            conditions.add("(" + Readable.SQL + " or c.number = upper(:text))");
            parameters.put("text", query.text().strip());
        }
    }

    static Instant startOf(LocalDate day) {
        return day.atStartOfDay(WorkingCalendar.ZONE).toInstant();
    }

    private Row row(Tuple row) {
        String closedAs = row.get("closed_as", String.class);
        String kind = row.get("kind", String.class);
        Instant dueAt = row.get("due_at", Instant.class);
        return new Row(
                row.get("number", String.class),
                CaseStage.valueOf(row.get("stage", String.class)),
                Outcome.valueOf(row.get("severity", String.class)),
                row.get("words", String.class),
                row.get("goal", String.class),
                row.get("raised_by", String.class),
                row.get("raised_at", Instant.class),
                row.get("unit", String.class),
                row.get("owner", String.class),
                closedAs == null ? null : ClosedAs.valueOf(closedAs),
                row.get("closed_at", Instant.class),
                kind == null ? null : ObligationKind.valueOf(kind),
                row.get("debtor", String.class),
                dueAt,
                dueAt != null && clock.instant().isAfter(dueAt),
                row.get("version", Long.class));
    }
}
