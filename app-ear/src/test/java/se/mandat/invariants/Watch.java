package se.mandat.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Checks by plain SQL and over the API that what must always be true of a case is true of it now. */
final class Watch {

    /** Which cases there are, of those that are looked at. */
    private static final String SOME = "select * from case_ where number = any (?::text[])";

    private static final String ALL = "select * from case_";

    /** What is wrong with cases, one row for each, that names its case; none when all is well. */
    private static final String WRONG =
            """
            with it as (%1$s),
            stand (owed, stage, position) as (values
                ('PROPOSAL', 'DECIDING', 'callActivity_Decide'),
                ('APPEAL', 'DECIDING', 'callActivity_DecideAppeal'),
                ('FAILED_REVIEWS', 'DECIDING', 'callActivity_DecideAfterFailure'),
                ('RESPOND', 'DECIDING', 'callActivity_Respond'),
                ('ACCEPT_OWNERSHIP', 'ASSIGNING', 'callActivity_AcceptOwnership'),
                ('ACT', 'ACTING', 'callActivity_Act'),
                ('REVIEW_EFFECT', 'REVIEWING', 'callActivity_ReviewEffect'))
            select number, 'open, and nobody or more than one leads' as what, stage as how from it
            where (stage <> 'CLOSED')
                <> (1 = (select count(*) from obligation o
                         where o.case_number = it.number and o.state = 'OPEN' and o.leads))
            union all
            select number, 'stage, what leads and where its process stands disagree',
                   it.stage || ' ' || coalesce(o.concerns, o.appoints, o.kind, '-') || ' ' || coalesce(calling.act_id_, '-')
            from it
            left join obligation o on o.case_number = it.number and o.state = 'OPEN' and o.leads
            left join stand s on s.owed = coalesce(o.concerns, o.appoints, o.kind)
            left join camunda.act_ru_execution called on called.id_ = o.process_id::text
            left join camunda.act_ru_execution calling on calling.id_ = called.super_exec_
            where it.stage <> coalesce(s.stage, 'CLOSED') or calling.act_id_ is distinct from s.position
            union all
            select number, 'not one process for the case while it is open, and one for each that is owed',
                   it.stage || ' ' || owed.all_ || ' ' || owed.running || ' ' || processes.all_
            from it,
                 lateral (select count(*) as all_, count(e.id_) as running
                          from obligation o
                          left join camunda.act_ru_execution e on e.id_ = o.process_id::text
                                                              and e.business_key_ = it.number
                          where o.case_number = it.number and o.state = 'OPEN') owed,
                 lateral (select count(*) as all_ from camunda.act_ru_execution e
                          where e.business_key_ = it.number and e.id_ = e.proc_inst_id_) processes
            where owed.running <> owed.all_ or processes.all_ <> owed.all_ + (it.stage <> 'CLOSED')::int
            union all
            select number, 'owed by somebody who may not hold it', o.kind || ' ' || o.debtor
            from it
            join obligation o on o.case_number = it.number and o.state = 'OPEN'
            left join person p on p.username = o.debtor
            where p.username is null or not p.active or 'AUDITOR' = any (p.roles)
               or o.kind = 'DECIDE' and o.debtor = it.raised_by
               or o.kind = 'REVIEW_EFFECT' and (o.debtor = any (it.owned_by) or o.debtor = any (it.contributed_by))
            union all
            select number, 'held for somebody who may not hold it', o.kind || ' ' || o.on_behalf_of
            from it
            join obligation o on o.case_number = it.number and o.state = 'OPEN'
            left join person p on p.username = o.on_behalf_of
            where o.on_behalf_of is not null
              and (p.username is null or not p.active or 'AUDITOR' = any (p.roles)
                or o.kind = 'DECIDE' and o.on_behalf_of = it.raised_by
                or o.kind = 'REVIEW_EFFECT'
                    and (o.on_behalf_of = any (it.owned_by) or o.on_behalf_of = any (it.contributed_by)))
            union all
            select number, 'due outside working time', o.kind || ' ' || o.due_at
            from it
            join obligation o on o.case_number = it.number
            where extract(isodow from o.due_at at time zone 'Europe/Stockholm') > 5
               or (o.due_at at time zone 'Europe/Stockholm')::time not between '08:00' and '17:00'
            union all
            select number, 'due on a day on which it is closed', o.kind || ' ' || o.due_at || ' ' || p.unit
            from it
            join obligation o on o.case_number = it.number and o.state = 'OPEN'
            join person p on p.username = coalesce(o.on_behalf_of, o.debtor)
            where (o.next in ('REMIND', 'RESUME') or o.next = 'DUE' and o.next_at = o.due_at)
              and ((o.due_at at time zone 'Europe/Stockholm')::date in (%2$s)
                or exists (select from closing_day c
                           where c.day = (o.due_at at time zone 'Europe/Stockholm')::date
                             and starts_with(p.unit || '/', c.unit_path || '/')))
              and not exists (select from closing_day_change change where change.passes = 0)
            union all
            select number, 'owed though it has ended', m.kind || ' ' || m.state
            from it
            join case_matter m on m.case_number = it.number and m.state <> 'OPEN'
            join obligation o on o.matter = m.id and o.state = 'OPEN'
            union all
            select number, 'open though nobody owes it', m.kind
            from it
            join case_matter m on m.case_number = it.number and m.state = 'OPEN'
            where m.kind not in ('APPEAL', 'CONTRIBUTION')
              and not exists (select from obligation o where o.matter = m.id and o.state = 'OPEN')
            union all
            select number, 'closed against the rules', closed_as
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
            select number, 'decided by the raiser beyond the mandate', d.verdict
            from it
            join decision d on d.case_number = it.number
            where d.decided_by = it.raised_by and not (d.route = 'OWN' and d.concerns = 'PROPOSAL')
            """;

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

    /** Histories of which an entry does not follow from the one before, or the head is not the last one. */
    private static final String CHAINS =
            """
            select subject, 'entry ' || seq || ' does not follow from the one before'
            from (select subject, seq, previous_hash,
                         lag(seq, 1, 0) over chain as seq_before,
                         lag(hash, 1, repeat('0', 64)) over chain as hash_before
                  from history_entry
                  window chain as (partition by subject order by seq)) link
            where seq <> seq_before + 1 or previous_hash <> hash_before
            union all
            select subject, 'head ' || coalesce(h.seq, 0) || ', entries ' || coalesce(e.all_, 0)
            from history_head h
            full join (select subject, count(*) as all_, max(seq) as seq from history_entry group by subject) e
                using (subject)
            where not exists (select from history_entry last
                              where last.subject = h.subject and last.seq = h.seq and last.hash = h.hash
                                and e.seq = h.seq and e.all_ = h.seq)
            """;

    private final Tables tables;
    private final Consumer<String> agreement;
    private final Supplier<Colleague> auditor;

    Watch(PathTest path) {
        this(path.tables, path::agrees, () -> path.as("astrid"));
    }

    /** @param auditor who verifies histories */
    Watch(Tables tables, Supplier<Colleague> auditor) {
        this(tables, number -> {}, auditor);
    }

    /**
     * @param agreement fails for a case whose stage and process, as the engine itself says it, disagree
     * @param auditor who verifies histories
     */
    private Watch(Tables tables, Consumer<String> agreement, Supplier<Colleague> auditor) {
        this.tables = tables;
        this.agreement = agreement;
        this.auditor = auditor;
    }

    /** Invariants 1, 2, 3, 7, 8 and 12 of one case. */
    void look(String number) {
        agreement.accept(number);
        assertThat(wrong(List.of(number))).as(number).isEmpty();
    }

    /** Invariants 1, 2, 3, 7, 8 and 12 of every case. */
    void lookAtEverything() {
        assertThat(tables.rows(wrongOf(ALL))).as("every case").isEmpty();
    }

    /** What is wrong with these: the number of the case, what, and how. */
    List<List<String>> wrong(Collection<String> numbers) {
        return tables.rows(wrongOf(SOME), "{" + String.join(",", numbers) + "}");
    }

    private static String wrongOf(String which) {
        return WRONG.formatted(
                which,
                Workdays.holidays().stream().map(day -> "date '" + day + "'").collect(Collectors.joining(", ")));
    }

    /** What a program reads of a case is what stands in the tables: its stage, and who owes what. */
    void lookAtTheAnswer(String number) {
        JsonNode answer = auditor.get().reads(number).done().json();
        List<String> owed = StreamSupport.stream(answer.path("obligations").spliterator(), false)
                .filter(o -> o.path("state").asText().equals("OPEN"))
                .map(o -> o.path("kind").asText() + " " + o.path("debtor").asText())
                .sorted()
                .toList();
        assertThat(answer.path("stage").asText())
                .as(number + ": stage")
                .isEqualTo(tables.one("select stage from case_ where number = ?", number));
        assertThat(owed)
                .as(number + ": owed")
                .isEqualTo(tables
                        .all(
                                "select kind || ' ' || debtor from obligation where case_number = ? and state = 'OPEN'",
                                number)
                        .stream()
                        .sorted()
                        .toList());
    }

    /** Invariant 9 of every history, as far as the database can say: nothing is missing and each follows from the last. */
    void lookAtTheChains() {
        assertThat(tables.rows(CHAINS)).as("every history").isEmpty();
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
