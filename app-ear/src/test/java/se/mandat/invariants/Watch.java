package se.mandat.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Checks by plain SQL and over the API that what must always be true of a case is true of it now. */
final class Watch {

    /** What is wrong with a case, one row for each; none when all is well. */
    private static final String WRONG =
            """
            with it as (select * from case_ where number = ?)
            select 'open, and nobody or more than one leads' as what, number || ' ' || stage as how from it
            where (stage <> 'CLOSED')
                <> (1 = (select count(*) from obligation o
                         where o.case_number = it.number and o.state = 'OPEN' and o.leads))
            union all
            select 'owed by somebody who may not hold it', o.kind || ' ' || o.debtor
            from it
            join obligation o on o.case_number = it.number and o.state = 'OPEN'
            left join person p on p.username = o.debtor
            where p.username is null or not p.active or 'AUDITOR' = any (p.roles)
               or o.kind = 'DECIDE' and o.debtor = it.raised_by
               or o.kind = 'REVIEW_EFFECT' and (o.debtor = any (it.owned_by) or o.debtor = any (it.contributed_by))
            union all
            select 'held for somebody who may not hold it', o.kind || ' ' || o.on_behalf_of
            from it
            join obligation o on o.case_number = it.number and o.state = 'OPEN'
            left join person p on p.username = o.on_behalf_of
            where o.on_behalf_of is not null
              and (p.username is null or not p.active or 'AUDITOR' = any (p.roles)
                or o.kind = 'DECIDE' and o.on_behalf_of = it.raised_by
                or o.kind = 'REVIEW_EFFECT'
                    and (o.on_behalf_of = any (it.owned_by) or o.on_behalf_of = any (it.contributed_by)))
            union all
            select 'due outside working time', o.kind || ' ' || o.due_at
            from it
            join obligation o on o.case_number = it.number
            where extract(isodow from o.due_at at time zone 'Europe/Stockholm') > 5
               or (o.due_at at time zone 'Europe/Stockholm')::time not between '08:00' and '17:00'
            union all
            select 'due on a day on which it is closed', o.kind || ' ' || o.due_at || ' ' || p.unit
            from it
            join obligation o on o.case_number = it.number and o.state = 'OPEN'
            join person p on p.username = coalesce(o.on_behalf_of, o.debtor)
            where (o.next in ('REMIND', 'RESUME') or o.next = 'DUE' and o.next_at = o.due_at)
              and ((o.due_at at time zone 'Europe/Stockholm')::date in (%s)
                or exists (select from closing_day c
                           where c.day = (o.due_at at time zone 'Europe/Stockholm')::date
                             and starts_with(p.unit || '/', c.unit_path || '/')))
            union all
            select 'owed though it has ended', m.kind || ' ' || m.state
            from it
            join case_matter m on m.case_number = it.number and m.state <> 'OPEN'
            join obligation o on o.matter = m.id and o.state = 'OPEN'
            union all
            select 'open though nobody owes it', m.kind
            from it
            join case_matter m on m.case_number = it.number and m.state = 'OPEN'
            where m.kind not in ('APPEAL', 'CONTRIBUTION')
              and not exists (select from obligation o where o.matter = m.id and o.state = 'OPEN')
            union all
            select 'closed against the rules', closed_as
            from it
            where stage = 'CLOSED' and not case closed_as
                when 'EFFECTIVE' then exists (select from effect_review r
                                              where r.case_number = it.number and r.verdict = 'EFFECTIVE'
                                                and r.round = it.round and not r.reviewed_by = any (it.owned_by))
                when 'REJECTED' then (select d.verdict from decision d where d.case_number = it.number
                                      order by d.position desc limit 1) = 'REJECTED'
                when 'MERGED' then merged_into is not null
                else severity <> 'HARMED' end
            union all
            select 'decided by the raiser beyond the mandate', d.verdict
            from it
            join decision d on d.case_number = it.number
            where d.decided_by = it.raised_by and not (d.route = 'OWN' and d.concerns = 'PROPOSAL')
            """
                    .formatted(Workdays.holidays().stream()
                            .map(day -> "date '" + day + "'")
                            .collect(Collectors.joining(", ")));

    /** Ledgers that have not been charged exactly what was decided within them and not given back. */
    private static final String LEDGERS =
            """
            select l.person, l.quarter, l.used, sum(d.charged)
            from ledger_account l
            left join decision d on d.decided_by = l.person and not d.restored and l.quarter =
                to_char(d.decided_at at time zone 'Europe/Stockholm', 'YYYY') || '-Q'
                    || extract(quarter from d.decided_at at time zone 'Europe/Stockholm')
            group by l.person, l.quarter, l.used, l.spending_limit
            having l.used <> coalesce(sum(d.charged), 0) or l.used not between 0 and l.spending_limit
            """;

    private final Tables tables;
    private final Consumer<String> agreement;
    private final Supplier<Colleague> auditor;

    Watch(PathTest path) {
        this(path.tables, path::agrees, () -> path.as("astrid"));
    }

    /**
     * @param agreement fails for a case whose stage and process disagree
     * @param auditor who verifies histories
     */
    Watch(Tables tables, Consumer<String> agreement, Supplier<Colleague> auditor) {
        this.tables = tables;
        this.agreement = agreement;
        this.auditor = auditor;
    }

    /** Invariants 1, 2, 3, 7, 8 and 12 of one case. */
    void look(String number) {
        agreement.accept(number);
        assertThat(tables.rows(WRONG, number)).as(number).isEmpty();
    }

    /** Invariants 1, 2, 3, 7 and 8 of every case. */
    void lookAtEverything() {
        assertThat(tables.rows(WRONG.replace("select * from case_ where number = ?", "select * from case_")))
                .as("every case")
                .isEmpty();
    }

    /** Invariant 9 of one case. */
    void lookAtTheHistory(String number) {
        assertThat(auditor.get()
                        .gets("/cases/" + number + "/history/verification")
                        .json()
                        .path("intact")
                        .asBoolean())
                .as(number + ": history")
                .isTrue();
    }

    /** Invariant 7 of every ledger. */
    void lookAtTheLedgers() {
        List<List<String>> found = tables.rows(LEDGERS);
        assertThat(found).as("ledgers that do not add up").isEmpty();
    }
}
