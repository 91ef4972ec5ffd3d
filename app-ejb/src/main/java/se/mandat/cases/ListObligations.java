package se.mandat.cases;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import se.mandat.obligation.Awaited;
import se.mandat.obligation.DecisionConcern;
import se.mandat.obligation.Escalation;
import se.mandat.obligation.Extension;
import se.mandat.obligation.Involvement;
import se.mandat.obligation.ObligationKind;
import se.mandat.obligation.ObligationState;
import se.mandat.obligation.Obligations;
import se.mandat.organisation.Directory;
import se.mandat.organisation.Person;
import se.mandat.shared.Outcome;

/** What is owed, by whom, the most urgent first. Served from our own table, never from the engine. */
@Stateless
public class ListObligations {

    /** Who owes this much or more is told so, and what they read costs no more the more they owe. */
    public static final int COUNTED = 1_000;

    /** What {@link Debtors#barred} says, of an open obligation {@code o} on the case {@code c}. */
    private static final String BARRED =
            """
            case when o.state = 'OPEN' then case o.kind
                when 'DECIDE' then array_to_string(array(
                    select m.begun_by from case_matter m
                    where m.case_number = o.case_number and m.kind = 'REFERRAL' and m.state = 'REFUSED'
                    union all
                    select unnest(array[appealed.decided_by, appealed.decided_for])
                    from (select d.decided_by, d.decided_for from decision d
                          where d.case_number = o.case_number
                            and (o.concerns = 'APPEAL'
                              or o.concerns = 'AMENDMENT_APPEAL' and d.verdict = 'AMENDED'
                                and d.decided_at <= (select m.begun_at from case_matter m where m.id = o.matter))
                          order by d.position desc limit 1) appealed
                    union all
                    select c.owner where o.concerns = 'FAILED_REVIEWS'), ',')
                when 'APPOINT' then (
                    select string_agg(m.begun_by, ',') from case_matter m
                    where c.stage = 'ASSIGNING' and m.case_number = o.case_number
                      and m.kind = 'DECLINE' and m.position >= c.matters_before_owner)
                when 'ACCEPT_OWNERSHIP' then (
                    select concat_ws(',', m.begun_by, c.owner) from case_matter m
                    where m.case_number = o.case_number and m.kind = 'HANDOVER' and m.state = 'OPEN')
                when 'RESPOND' then (
                    select concat_ws(',', d.decided_by, d.decided_for) from decision d
                    where d.case_number = o.case_number and d.verdict = 'REJECTED'
                    order by d.position desc limit 1)
                when 'ANSWER' then c.raised_by
            end end""";

    /** What {@link Debtors#objectors} says, likewise. */
    private static final String OBJECTORS =
            """
            case when o.state = 'OPEN' and o.kind = 'DECIDE' and o.concerns = 'OBJECTION' then (
                select string_agg(m.begun_by, ',') from case_matter m
                where m.case_number = o.case_number and m.kind = 'OBJECTION')
            end""";

    @PersistenceContext(unitName = "mandat")
    private EntityManager entityManager;

    @Inject
    private CallingPerson caller;

    @Inject
    private Directory directory;

    @Inject
    private WhatNext whatNext;

    @Inject
    private Presence presence;

    @Inject
    private Obligations obligations;

    @Inject
    private Readable readable;

    @Inject
    private Clock clock;

    /**
     * What is asked for; null asks for all.
     *
     * @param debtor user name of one debtor
     * @param unit path: debtors of this unit and those below it
     * @param overdue only those whose due time has passed, or only those whose has not
     * @param after where the last page ended
     * @param limit how many at most
     * @param broken only what is overdue with nobody above its debtor
     * @param onBehalfOf user name of the absent person in whose place others hold it
     */
    public record Query(
            String debtor,
            String unit,
            ObligationState state,
            ObligationKind kind,
            Boolean overdue,
            Position after,
            int limit,
            boolean broken,
            String onBehalfOf) {

        public Query(
                String debtor,
                String unit,
                ObligationState state,
                ObligationKind kind,
                Boolean overdue,
                Position after,
                int limit) {
            this(debtor, unit, state, kind, overdue, after, limit, false, null);
        }

        /** As this one, of what is broken only: overdue, and nobody is above its debtor. */
        public Query ofBroken() {
            return new Query(debtor, unit, ObligationState.OPEN, kind, overdue, after, limit, true, onBehalfOf);
        }

        /** What one person owes now. */
        public static Query toDo(String debtor, int limit) {
            return new Query(debtor, null, ObligationState.OPEN, null, null, null, limit);
        }

        /** What others hold in the place of somebody who is away. */
        public static Query heldFor(String absent, int limit) {
            return new Query(null, null, ObligationState.OPEN, null, null, null, limit, false, absent);
        }
    }

    /** Where a page ends. */
    public record Position(Instant dueAt, UUID id) {}

    /** @param next where the next page begins; null on the last one */
    public record Page(List<ObligationView> items, Position next) {}

    @RolesAllowed("employee")
    public Page handle(Query query) {
        caller.get();
        Map<String, Object> parameters = new HashMap<>();
        List<String> conditions = new ArrayList<>();
        conditionsOf(query, conditions, parameters);
        var sql = entityManager.createNativeQuery(
                """
                select o.id, o.case_number, o.kind, o.appoints, o.concerns, o.matter, o.leads, o.debtor, o.on_behalf_of, o.opened_at,
                       o.opens_at, o.due_at, o.ceiling_at, o.remind_at, o.state, o.ended_at, o.rung, o.version,
                       o.next, o.next_at, o.debtors, o.questions, c.cost, c.reversible, """
                        + Readable.SQL
                        + """
                        as readable, """
                        + BARRED
                        + " as barred, "
                        + OBJECTORS
                        + """
                         as objectors,
                       c.severity, c.raised_by, c.units[1] as lead_unit, array_to_string(c.owned_by, ',') as owned_by,
                       array_to_string(c.contributed_by, ',') as contributed_by, v.goal,
                       case when not v.sensitive or """
                        + Readable.SQL
                        + """
                         then v.words end as words
                from obligation o
                join case_ c on c.number = o.case_number
                join customer_voice v on v.case_number = o.case_number and v.position = 0
                """
                        + (conditions.isEmpty() ? "" : "where " + String.join(" and ", conditions))
                        + " order by o.due_at, o.id limit :limit",
                Tuple.class);
        parameters.put("limit", query.limit() + 1);
        parameters.forEach(sql::setParameter);
        readable.by(sql);
        @SuppressWarnings("unchecked")
        List<Tuple> rows = sql.getResultList();
        List<ObligationView> items = views(rows.stream().limit(query.limit()).toList());
        boolean more = rows.size() > query.limit();
        return new Page(
                items,
                more ? new Position(items.getLast().dueAt(), items.getLast().id()) : null);
    }

    /** How many obligations the person owes now; nobody is counted further than {@link #COUNTED}. */
    @RolesAllowed("employee")
    public int count(String debtor) {
        return (Integer) entityManager
                .createNativeQuery(
                        "select cast(count(*) as int) from (select from obligation"
                                + " where state = 'OPEN' and debtor = :debtor limit :counted) as owed",
                        Integer.class)
                .setParameter("debtor", debtor)
                .setParameter("counted", COUNTED)
                .getSingleResult();
    }

    private void conditionsOf(Query query, List<String> conditions, Map<String, Object> parameters) {
        if (query.state() != null) {
            // A literal, so that the partial indexes on open obligations serve it whatever plan is cached.
            conditions.add("o.state = '" + query.state().name() + "'");
        }
        if (query.broken()) {
            conditions.add("o.next = 'REPEAT' and o.due_at < :now");
            parameters.put("now", clock.instant());
        }
        if (query.debtor() != null) {
            conditions.add("o.debtor = :debtor");
            parameters.put("debtor", query.debtor());
        }
        if (query.onBehalfOf() != null) {
            conditions.add("o.on_behalf_of = :absent");
            parameters.put("absent", query.onBehalfOf());
        }
        if (query.unit() != null) {
            conditions.add("o.debtor in (:debtors)");
            parameters.put("debtors", peopleOf(query.unit()));
        }
        if (query.kind() != null) {
            conditions.add("o.kind = :kind");
            parameters.put("kind", query.kind().name());
        }
        if (query.overdue() != null) {
            conditions.add(
                    query.overdue()
                            ? "o.due_at < :now and o.state = 'OPEN' and o.paused_at is null"
                            : "(o.due_at >= :now or o.state <> 'OPEN' or o.paused_at is not null)");
            parameters.put("now", clock.instant());
        }
        if (query.after() != null) {
            conditions.add("(o.due_at, o.id) > (:dueAt, :id)");
            parameters.put("dueAt", query.after().dueAt());
            parameters.put("id", query.after().id());
        }
    }

    private List<String> peopleOf(String unit) {
        return directory.now().people().stream()
                .filter(person -> person.unit() != null && directory.now().contains(unit, person.unit()))
                .map(Person::username)
                .toList();
    }

    private List<ObligationView> views(List<Tuple> rows) {
        List<Escalation> escalations = obligations.escalationsOf(rows.stream()
                .filter(row -> row.get("rung", Integer.class) > 0)
                .map(row -> row.get("id", UUID.class))
                .toList());
        List<Extension> extensions = obligations.extensionsOf(rows.stream()
                .filter(row -> row.get("questions", Integer.class) > 0)
                .map(row -> row.get("id", UUID.class))
                .toList());
        return rows.stream().map(row -> view(row, escalations, extensions)).toList();
    }

    private ObligationView view(Tuple row, List<Escalation> escalations, List<Extension> extensions) {
        ObligationKind kind = ObligationKind.valueOf(row.get("kind", String.class));
        ObligationState state = ObligationState.valueOf(row.get("state", String.class));
        Outcome severity = Outcome.valueOf(row.get("severity", String.class));
        Instant dueAt = row.get("due_at", Instant.class);
        String debtor = row.get("debtor", String.class);
        String raisedBy = row.get("raised_by", String.class);
        String appoints = row.get("appoints", String.class);
        String concerns = row.get("concerns", String.class);
        boolean open = state == ObligationState.OPEN;
        boolean paused = Awaited.RESUME.name().equals(row.get("next", String.class));
        return new ObligationView(
                row.get("id", UUID.class),
                row.get("case_number", String.class),
                kind,
                appoints == null ? null : ObligationKind.valueOf(appoints),
                concerns == null ? null : DecisionConcern.valueOf(concerns),
                row.get("matter", UUID.class),
                row.get("leads", Boolean.class),
                debtor,
                row.get("on_behalf_of", String.class),
                row.get("opened_at", Instant.class),
                row.get("opens_at", Instant.class),
                dueAt,
                row.get("ceiling_at", Instant.class),
                row.get("remind_at", Instant.class),
                state,
                row.get("ended_at", Instant.class),
                row.get("rung", Integer.class),
                escalations.stream()
                        .filter(escalation -> escalation.obligation().equals(row.get("id", UUID.class)))
                        .map(ObligationView.Rung::of)
                        .toList(),
                open && !paused && clock.instant().isAfter(dueAt),
                open && presence.isAbsent(debtor),
                paused ? row.get("next_at", Instant.class) : null,
                extensions.stream()
                        .filter(extension -> extension.obligation().equals(row.get("id", UUID.class)))
                        .map(extension -> ObligationView.Extended.of(extension, !row.get("readable", Boolean.class)))
                        .toList(),
                Set.of(),
                open ? whatNext.of(standing(row, kind, concerns)) : null,
                row.get("words", String.class),
                row.get("goal", String.class),
                severity,
                raisedBy,
                row.get("version", Long.class));
    }

    private static Standing standing(Tuple row, ObligationKind kind, String concerns) {
        return new Standing(
                kind,
                concerns == null ? null : DecisionConcern.valueOf(concerns),
                row.get("leads", Boolean.class),
                row.get("debtor", String.class),
                row.get("on_behalf_of", String.class),
                row.get("debtors", Integer.class),
                row.get("due_at", Instant.class),
                Awaited.valueOf(row.get("next", String.class)),
                row.get("next_at", Instant.class),
                Outcome.valueOf(row.get("severity", String.class)),
                row.get("lead_unit", String.class),
                new Involvement(
                        row.get("raised_by", String.class), names(row, "owned_by"), names(row, "contributed_by")),
                names(row, "barred"),
                names(row, "objectors"),
                Standing.isSmallAndReversible(row.get("cost", Long.class), row.get("reversible", Boolean.class)));
    }

    private static Set<String> names(Tuple row, String column) {
        String names = row.get(column, String.class);
        return names == null || names.isEmpty() ? Set.of() : Set.copyOf(Arrays.asList(names.split(",")));
    }
}
