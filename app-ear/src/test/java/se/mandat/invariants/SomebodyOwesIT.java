package se.mandat.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * 1: every open case is owed by somebody who may; 2: none ends quietly; 3: every debt ends once. What the domain
 * guards, the database guards again.
 */
class SomebodyOwesIT extends PathTest {

    private static final String MAY_NOT_HOLD = "MD001";
    private static final String ENDED = "MD003";
    private static final String SEGREGATION = "MD004";
    private static final String NOBODY_OWES = "MD005";
    private static final String QUIET = "MD006";

    @AfterEach
    void everyOpenCaseIsLedByOneDebtOfSomebodyWhoMayHoldIt() {
        assertThat(
                        tables.all(
                                """
                        select c.number from case_ c
                        where c.stage <> 'CLOSED'
                          and (select count(*) from obligation o join person p on p.username = o.debtor
                               where o.case_number = c.number and o.state = 'OPEN' and o.leads
                                 and o.due_at is not null and p.active and not 'AUDITOR' = any (p.roles)
                                 and not (o.kind = 'DECIDE' and o.debtor = c.raised_by)
                                 and not (o.kind = 'REVIEW_EFFECT'
                                          and o.debtor = any (c.owned_by || c.contributed_by))) <> 1
                        """))
                .isEmpty();
    }

    @Test
    void theDatabaseRefusesAnOpenCaseThatNobodyOwes() {
        String number = decidedByKarin();
        String debt = "where case_number = '" + number + "'";
        assertThat(tables.refuses("delete from obligation " + debt)).isEqualTo(NOBODY_OWES);
        assertThat(tables.refuses("update obligation set state = 'CANCELLED', ended_at = now() " + debt))
                .isEqualTo(NOBODY_OWES);
        assertThat(tables.refuses("update obligation set leads = false " + debt))
                .isEqualTo(NOBODY_OWES);
        assertThat(tables.refuses("update obligation set kind = 'ACT' " + debt)).isEqualTo(NOBODY_OWES);
        assertThat(tables.refuses("update obligation set case_number = '" + actingByHugo() + "' " + debt))
                .isIn(NOBODY_OWES, "23P01");
        assertThat(tables.refuses("update case_ set stage = 'ASSIGNING' where number = '" + number + "'"))
                .isEqualTo(NOBODY_OWES);
        assertThat(tables.refuses(
                        "insert into case_ select (jsonb_populate_record(c, '{\"number\": \"M-2026-999999\"}')).*"
                                + " from case_ c where number = '" + number + "'"))
                .isEqualTo(NOBODY_OWES);
        owes(number, "DECIDE", "karin");
    }

    @Test
    void theDatabaseRefusesACaseWithTwoLeadingDebts() {
        String number = decidedByKarin();
        assertThat(tables.refuses(
                        "insert into obligation (id, case_number, kind, concerns, leads, debtor, opened_at, due_at,"
                                + " remind_at, state, rung, process_id, version, next, next_at)"
                                + " select gen_random_uuid(), case_number, kind, concerns, leads, 'per', opened_at, due_at,"
                                + " remind_at, state, rung, gen_random_uuid(), version, next, next_at"
                                + " from obligation where case_number = '" + number + "'"))
                .isEqualTo("23P01");
    }

    @Test
    void theDatabaseRefusesADebtorWhoMayNotHoldTheDebt() {
        String decision = decidedByKarin();
        String review = reviewedBySara();
        assertThat(tables.refuses(given("astrid", decision))).isEqualTo(MAY_NOT_HOLD);
        assertThat(tables.refuses(given("ingen", decision))).isEqualTo(MAY_NOT_HOLD);
        assertThat(tables.refuses("update person set active = false where username = 'lina'", given("lina", decision)))
                .isEqualTo(MAY_NOT_HOLD);
        assertThat(tables.refuses(given("sara", decision))).isEqualTo(SEGREGATION);
        assertThat(tables.refuses(given("karin", review))).isEqualTo(SEGREGATION);
        assertThat(tables.refuses("update obligation set due_at = null where case_number = '" + decision + "'"))
                .isEqualTo("23502");
    }

    private static String given(String debtor, String number) {
        return "update obligation set debtor = '" + debtor + "' where state = 'OPEN' and case_number = '" + number
                + "'";
    }

    @Test
    void theDatabaseRefusesToCloseACaseWhoseEffectNobodyHasSeen() {
        String number = reviewedBySara();
        String ends =
                "update obligation set state = 'FULFILLED', ended_at = now() where state = 'OPEN' and case_number = '"
                        + number + "'";
        String closes = "update case_ set stage = 'CLOSED', closed_as = 'EFFECTIVE', closed_at = now() where number = '"
                + number + "'";
        assertThat(tables.refuses(closes)).isIn(NOBODY_OWES, QUIET);
        assertThat(tables.refuses(ends, closes)).isEqualTo(QUIET);
        assertThat(tables.refuses(ends, closes.replace("'EFFECTIVE'", "null"))).isEqualTo("23514");
        assertThat(tables.refuses(ends, seen(number, "sara", "PARTLY"), closes)).isEqualTo(QUIET);
        assertThat(tables.refuses(ends, seen(number, "karin", "EFFECTIVE"), closes))
                .isEqualTo(SEGREGATION);
        assertThat(tables.refuses(ends, seen(number, "sara", "EFFECTIVE").replace("'Jo'", "''"), closes))
                .isEqualTo("23514");
        owes(number, "REVIEW_EFFECT", "sara");
    }

    private static String seen(String number, String by, String verdict) {
        return "insert into effect_review values (gen_random_uuid(), '" + number + "', 1, '" + verdict
                + "', 'OBSERVED', 'Jo', '" + by + "', now())";
    }

    @Test
    void onlyAnEffectThatANonDoerHasSeenClosesACase() {
        inside.itIs("2027-01-11T09:00");
        String number = reviewedBySara();
        inside.itIs("2027-02-08T09:00");
        reviews("karin", number, "EFFECTIVE").refused(403);
        reviews("amir", number, "EFFECTIVE").refused(403);
        as("sara").does(number, "effect-review", "verdict", "EFFECTIVE").invalid("evidence");
        assertThat(as("sara").reads(number).json().path("stage").asText()).isEqualTo("REVIEWING");
        reviews("sara", number, "EFFECTIVE").done();
        assertThat(tables.rows("select reviewed_by, verdict from effect_review where case_number = ?", number))
                .containsExactly(List.of("sara", "EFFECTIVE"));
        as("karin").does(number, "action/completion", "text", "Klar").refused(409);
        reviews("sara", number, "PARTLY").refused(409);
    }

    @Test
    void aDebtThatHasEndedStaysAsItIs() {
        String number = actingByKarin();
        String ended = tables.one("select id from obligation where case_number = ? and state = 'FULFILLED'", number);
        for (String change : List.of(
                "state = 'OPEN', ended_at = null",
                "state = 'CANCELLED'",
                "debtor = 'per'",
                "due_at = now()",
                "ended_at = now()")) {
            assertThat(tables.refuses("update obligation set " + change + " where id = '" + ended + "'"))
                    .as(change)
                    .isEqualTo(ENDED);
        }
        assertThat(tables.refuses("delete from obligation where id = '" + ended + "'"))
                .isEqualTo(ENDED);
        assertThat(tables.refuses("update obligation set state = 'FULFILLED' where id = '" + leadingId(number) + "'"))
                .isEqualTo("23514");
    }

    @Test
    void theDomainRefusesToEndADebtTwice() {
        String number = actingByHugo();
        assertThat(inside.fulfilTwice(leadingId(number))).isEqualTo("refused");
        owes(number, "ACT", "hugo");
    }

    @Test
    void ofTwoWhoAcceptAtTheSameMomentOneDoes() {
        acceptAtOnce("*", 409);
        acceptAtOnce("what was read", 412);
    }

    private void acceptAtOnce(String version, int second) {
        String number = decidedByKarin();
        approves("karin", number, "lina");
        String tag = version.equals("*") ? version : as("lina").reads(number).tag();
        List<CompletableFuture<Integer>> both = IntStream.range(0, 2)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> as("lina")
                        .posts("/cases/" + number + "/ownership", "{\"accept\": true}", "If-Match", tag)
                        .status()))
                .toList();
        assertThat(both.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(200, second);
        assertThat(historyOf(number))
                .filteredOn("case.ownership-accepted.v1"::equals)
                .hasSize(1);
        assertThat(historyOf(number))
                .filteredOn("obligation.fulfilled.v1"::equals)
                .hasSize(2);
        owes(number, "ACT", "lina");
    }

    @Test
    void everyEndOfADebtIsInTheHistoryOnce() {
        assertThat(
                        tables.rows(
                                """
                        select o.id, o.state, count(e.*)
                        from obligation o
                        left join history_entry e on e.subject = o.case_number
                          and e.type in ('obligation.fulfilled.v1', 'obligation.cancelled.v1', 'obligation.lapsed.v1')
                          and e.payload::jsonb ->> 'obligation' = o.id::text
                        group by o.id, o.state
                        having count(e.*) <> case when o.state = 'OPEN' then 0 else 1 end
                        """))
                .isEmpty();
    }
}
