package se.mandat.cases;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.mandat.obligation.DecisionConcern;
import se.mandat.obligation.ObligationKind;
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
    private Superiors superiors;

    @Inject
    private Readable readable;

    /**
     * A question that waits.
     *
     * @param matter what the obligation is about beside the main line; null on it
     * @param inPlaceOf user name of the absent manager in whose place the caller answers; null where nobody's
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
            String inPlaceOf,
            Instant dueAt,
            Instant askedFor,
            String reason,
            String customerWords,
            String goal) {}

    @RolesAllowed("employee")
    public List<Asked> handle(int limit) {
        Person reader = caller.get();
        List<String> below = superiors.below(reader);
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
                .flatMap(row -> asked(reader, row).stream())
                .limit(limit)
                .toList();
    }

    private Optional<Asked> asked(Person reader, Tuple row) {
        return superiors.of(row.get("debtor", String.class), row.get("on_behalf_of", String.class)).stream()
                .limit(1)
                .filter(superior -> superior.person().equals(reader))
                .findFirst()
                .map(superior -> asked(row, superior.absent()));
    }

    private static Asked asked(Tuple row, String inPlaceOf) {
        String concerns = row.get("concerns", String.class);
        return new Asked(
                row.get("id", UUID.class),
                row.get("obligation", UUID.class),
                row.get("case_number", String.class),
                ObligationKind.valueOf(row.get("kind", String.class)),
                concerns == null ? null : DecisionConcern.valueOf(concerns),
                row.get("matter", UUID.class),
                row.get("debtor", String.class),
                inPlaceOf,
                row.get("due_at", Instant.class),
                row.get("asked_for", Instant.class),
                row.get("reason", String.class),
                row.get("words", String.class),
                row.get("goal", String.class));
    }
}
