package se.mandat.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import se.mandat.api.Visitor;
import se.mandat.launcher.Mailbox;
import se.mandat.running.ClientTest;
import se.mandat.running.Patience;
import se.mandat.running.RunningSystem;
import se.mandat.running.TwoNodes;

/**
 * 3, 4 and 9 on two nodes: hundreds of obligations are due at once, steps fail at random, and one node is killed in the
 * midst of it. In the end everything has happened exactly once, everybody has been mailed, and people go on on the other
 * node.
 */
class TwoNodesIT extends ClientTest {

    private static final int CASES = 240;
    private static final int ONE_HARMED_AMONG = 20;
    private static final String SEED = "20271025";
    private static final List<String> RAISERS = List.of("sara", "amir", "noor", "lina");

    private static final Duration ALONE = Duration.ofSeconds(5);
    private static final Duration TAKEN_OVER = Duration.ofMinutes(2);

    @Test
    void whatIsDueHappensExactlyOnceThoughStepsFailAndANodeIsKilledInTheMidstOfItAndPeopleGoOn() {
        try (TwoNodes nodes = system.twoNodes("nodes")) {
            RunningSystem both = nodes.behindTheDoorway();
            Tables tables = new Tables(nodes.database());
            aSingleOneOnAnIdleSystemHappensWithinFiveSeconds(both, tables);
            Visitor sara = new Visitor(both, "sv");
            String csrf = sara.logIn("sara").csrf();
            raise(both, CASES);
            long before = tables.count("select count(*) from case_");

            failAtRandom(tables);
            makeAllDue(tables);
            Patience.until(TAKEN_OVER, () -> happened(tables) > CASES / 4);
            nodes.killTheFirst();
            long atTheKill = happened(tables);
            List<String> beingSent = tables.all("select message_id from mail where state = 'WAITING' and reached > 0");

            whoWasWritingGoesOnWithoutAPassword(sara, csrf, tables);
            Patience.until(TAKEN_OVER, () -> left(tables) == 0);

            assertThat(atTheKill).as("killed in the midst of it").isLessThan(CASES);
            assertThat(tables.count("select count(*) from obligation where tries > 0"))
                    .as("what has failed was tried again")
                    .isZero();
            everyEffectIsThereOnce(tables);
            everyHistoryIsWhole(both, tables);
            everyUrgentMailHasArrived(system.mailbox(), beingSent, tables);
            assertThat(tables.count("select count(*) from case_")).isEqualTo(before + 1);
        }
    }

    private static void aSingleOneOnAnIdleSystemHappensWithinFiveSeconds(RunningSystem system, Tables tables) {
        String number = new Colleague(system, "sara")
                .raises(Raising.change(30_000))
                .done()
                .number();
        tables.does("update obligation set next_at = current_timestamp where case_number = '" + number + "'");
        Patience.until(
                ALONE,
                () -> tables.count(
                                "select count(*) from history_entry where subject = ?"
                                        + " and type = 'obligation.reminded.v1'",
                                number)
                        == 1);
    }

    private static void raise(RunningSystem system, int cases) {
        try (ExecutorService people = Executors.newFixedThreadPool(RAISERS.size())) {
            List<CompletableFuture<Void>> all = new ArrayList<>();
            for (String raiser : RAISERS) {
                all.add(CompletableFuture.runAsync(
                        () -> {
                            for (int i = 0; i < cases / RAISERS.size(); i++) {
                                new Colleague(system, raiser)
                                        .raises(Raising.change(30_000)
                                                .outcome(i % ONE_HARMED_AMONG == 0 ? "HARMED" : "DETOUR"))
                                        .done();
                            }
                        },
                        people));
            }
            CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();
        }
    }

    /** About every third step, the first time that it is tried; what is due of others is not disturbed. */
    private static void failAtRandom(Tables tables) {
        tables.does(
                """
                create function fails() returns trigger language plpgsql set search_path to mandat as $$ begin
                    if new.actor = 'system' and new.type in ('obligation.reminded.v1', 'obligation.escalated.v1')
                       and ('x' || left(md5('%s' || new.subject), 4))::bit(16)::int %% 3 = 0
                       and exists (select from obligation where case_number = new.subject and tries = 0
                                                            and state = 'OPEN') then
                        raise exception 'made to fail';
                    end if;
                    return new;
                end $$
                """
                        .formatted(SEED),
                "create trigger fails before insert on history_entry for each row execute function fails()");
    }

    /** Half of them for a reminder, half for the first rung. */
    private static void makeAllDue(Tables tables) {
        tables.does(
                """
                update obligation o
                set next = case when k % 2 = 0 then 'DUE' else 'REMIND' end,
                    next_at = current_timestamp,
                    due_at = case when k % 2 = 0 then current_timestamp else due_at end
                from (select id, row_number() over (order by id) as k from obligation where state = 'OPEN') numbered
                where o.id = numbered.id
                """);
    }

    private static long left(Tables tables) {
        return tables.count("select count(*) from obligation where state = 'OPEN' and next_at <= current_timestamp");
    }

    private static long happened(Tables tables) {
        return tables.count("select count(*) from history_entry"
                + " where type in ('obligation.reminded.v1', 'obligation.escalated.v1')");
    }

    private static void whoWasWritingGoesOnWithoutAPassword(Visitor sara, String csrf, Tables tables) {
        String words = "Jag skrev när noden försvann " + UUID.randomUUID();
        Map<String, String> form = new LinkedHashMap<>();
        form.put("csrf", csrf);
        form.put("once", UUID.randomUUID().toString());
        form.put("act", "send");
        form.put("expectedRoute", "MANAGER");
        form.put("customerVoice.words", words);
        form.put("customerVoice.goal", "få svar på en fråga");
        form.put("customerVoice.outcome", "DETOUR");

        Visitor.Seen raised = sent(sara, form);

        assertThat(raised.asksWhoOneIs()).isFalse();
        assertThat(raised.at().getPath()).matches("/cases/M-.*");
        assertThat(raised.body()).contains(words);
        assertThat(tables.count("select count(*) from customer_voice where words = ?", words))
                .isOne();
        assertThat(sara.get("/about").body()).contains("Sara Nyberg");
    }

    /** Whose connection has gone with the node sends again; the form's own key lets that be once. */
    private static Visitor.Seen sent(Visitor sara, Map<String, String> form) {
        try {
            return sara.post("/raise", form);
        } catch (UncheckedIOException gone) {
            return sara.post("/raise", form);
        }
    }

    private static void everyEffectIsThereOnce(Tables tables) {
        assertThat(
                        tables.rows(
                                """
                        select o.id, o.next, count(e.*) filter (where e.type = 'obligation.reminded.v1') as reminded,
                               count(e.*) filter (where e.type = 'obligation.escalated.v1') as escalated,
                               (select count(*) from escalation c where c.obligation = o.id) as rungs,
                               o.rung
                        from obligation o
                        left join history_entry e on e.subject = o.case_number
                             and e.type in ('obligation.reminded.v1', 'obligation.escalated.v1')
                             and e.payload::jsonb ->> 'obligation' = o.id::text
                        where o.state = 'OPEN' and o.opened_at < (select max(opened_at) from obligation)
                        group by o.id, o.next, o.rung, o.case_number
                        having count(e.*) <> case when o.case_number = (select min(number) from case_) then 2 else 1 end
                            or o.rung <> (select count(*) from escalation c where c.obligation = o.id)
                            or o.rung <> count(e.*) filter (where e.type = 'obligation.escalated.v1')
                        """))
                .as("obligations of which something happened twice, or not at all")
                .isEmpty();
        assertThat(tables.rows("select recipient, case_number, kind, count(*) from outbox_message"
                        + " where kind = 'obligation.escalated.v1' or kind = 'obligation.reminded.v1'"
                        + " and case_number <> (select min(number) from case_)"
                        + " group by recipient, case_number, kind having count(*) > 1"))
                .as("what somebody was told twice")
                .isEmpty();
        assertThat(tables.count("select count(*) from history_entry e where type = 'obligation.reminded.v1'"
                        + " and not exists (select from outbox_message m where m.case_number = e.subject"
                        + " and m.kind = e.type and m.recipient = e.payload::jsonb ->> 'debtor')"))
                .as("reminders of which nobody was told")
                .isZero();
    }

    /** Of harm people are mailed at any hour; only what was being sent at the kill may have come twice. */
    private static void everyUrgentMailHasArrived(Mailbox mailbox, List<String> beingSent, Tables tables) {
        // as if five minutes had gone by for what the killed node was sending
        tables.does("update mail set not_before = current_timestamp where state = 'WAITING' and reached > 0");
        Patience.until(TAKEN_OVER, () -> urgentLeft(tables) == 0);

        List<String> sent = tables.all("select message_id from mail where urgent and state = 'SENT'");
        Map<String, Long> arrived = mailbox.received().stream()
                .collect(Collectors.groupingBy(Mailbox.Received::messageId, Collectors.counting()));
        assertThat(arrived.keySet()).as("what was sent and is not there").containsAll(sent);
        assertThat(tables.all("select message_id from mail").stream().filter(id -> arrived.getOrDefault(id, 0L) > 1))
                .as("what came twice")
                .allSatisfy(id -> assertThat(beingSent).contains(id))
                .allSatisfy(id -> assertThat(arrived.get(id)).isEqualTo(2));
        assertThat(tables.all("select number from case_ where severity = 'HARMED'"))
                .hasSize(CASES / ONE_HARMED_AMONG)
                .containsExactlyInAnyOrderElementsOf(tables.all("select distinct o.case_number from outbox_message o"
                        + " join mail m on m.id = o.mail where m.urgent and m.state = 'SENT'"));
    }

    private static long urgentLeft(Tables tables) {
        return tables.count("select (select count(*) from outbox_message m join case_ c on c.number = m.case_number"
                + " where c.severity = 'HARMED' and (m.mail_at is null or m.urgent and m.mail_at < 'infinity'))"
                + " + (select count(*) from mail where urgent and state = 'WAITING')");
    }

    private static void everyHistoryIsWhole(RunningSystem system, Tables tables) {
        Colleague astrid = new Colleague(system, "astrid");
        assertThat(tables.all("select number from case_"))
                .allSatisfy(number -> assertThat(astrid.gets("/cases/" + number + "/history/verification")
                                .json()
                                .path("intact")
                                .asBoolean())
                        .as(number)
                        .isTrue());
    }
}
