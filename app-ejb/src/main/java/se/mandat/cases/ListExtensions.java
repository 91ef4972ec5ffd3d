package se.mandat.cases;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import se.mandat.obligation.DecisionConcern;
import se.mandat.obligation.ObligationKind;
import se.mandat.organisation.Directory;
import se.mandat.organisation.Person;

/** The questions for more time that wait for the caller's answer, the one that is due first first. */
@Stateless
public class ListExtensions {

    // of those below whom others answer for first
    private static final int LOOKED_AT = 500;

    @PersistenceContext(unitName = "mandat")
    private EntityManager entityManager;

    @Inject
    private CallingPerson caller;

    @Inject
    private Directory directory;

    @Inject
    private Readable readable;

    /**
     * A question that waits.
     *
     * @param matter what the obligation is about beside the main line; null on it
     * @param dueAt when it is due now
     * @param askedFor the due time that is asked for
     * @param reason null when it is kept from this reader
     * @param customerWords null when they are kept from this reader
     */
    public record Asked(
            UUID id,
            UUID obligation,
            String caseNumber,
            ObligationKind kind,
            DecisionConcern concerns,
            UUID matter,
            String debtor,
            Instant dueAt,
            Instant askedFor,
            String reason,
            String customerWords,
            String goal) {}

    @RolesAllowed("employee")
    public List<Asked> handle(int limit) {
        Person reader = caller.get();
        List<String> below = Superiors.below(reader, directory.now());
        if (below.isEmpty()) {
            return List.of();
        }
        var sql = entityManager.createNativeQuery(
                """
                select e.id, e.obligation, o.case_number, o.kind, o.concerns, o.matter, o.debtor, o.on_behalf_of, o.due_at,
                       e.due_at as asked_for, v.goal,
                       case when """
                        + Readable.SQL
                        + """
                         then e.reason end as reason,
                       case when not v.sensitive or """
                        + Readable.SQL
                        + """
                         then v.words end as words
                from extension e
                join obligation o on o.id = e.obligation and o.state = 'OPEN'
                join case_ c on c.number = o.case_number
                join customer_voice v on v.case_number = o.case_number and v.position = 0
                where e.state = 'ASKED' and coalesce(o.on_behalf_of, o.debtor) in (:below)
                order by o.due_at, e.id
                limit :limit
                """,
                Tuple.class);
        sql.setParameter("below", below);
        sql.setParameter("limit", LOOKED_AT);
        readable.by(sql);
        @SuppressWarnings("unchecked")
        List<Tuple> rows = sql.getResultList();
        return rows.stream()
                .filter(row -> isFirstAbove(reader, row))
                .limit(limit)
                .map(ListExtensions::asked)
                .toList();
    }

    private boolean isFirstAbove(Person reader, Tuple row) {
        return Superiors.of(row.get("debtor", String.class), row.get("on_behalf_of", String.class), directory.now())
                .stream()
                .limit(1)
                .anyMatch(reader::equals);
    }

    private static Asked asked(Tuple row) {
        String concerns = row.get("concerns", String.class);
        return new Asked(
                row.get("id", UUID.class),
                row.get("obligation", UUID.class),
                row.get("case_number", String.class),
                ObligationKind.valueOf(row.get("kind", String.class)),
                concerns == null ? null : DecisionConcern.valueOf(concerns),
                row.get("matter", UUID.class),
                row.get("debtor", String.class),
                row.get("due_at", Instant.class),
                row.get("asked_for", Instant.class),
                row.get("reason", String.class),
                row.get("words", String.class),
                row.get("goal", String.class));
    }
}
