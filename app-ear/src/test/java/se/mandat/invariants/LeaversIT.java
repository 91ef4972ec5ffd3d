package se.mandat.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.mandat.invariants.Tables.Obstacle;

/**
 * 1: whoever is disabled in the identity provider owes nothing more after the next reading. Their debts go to the next
 * eligible up; where there is nobody, a steward appoints somebody.
 */
class LeaversIT extends PathTest {

    private final Set<String> away = new HashSet<>();

    @AfterEach
    void everybodyIsBack() {
        away.forEach(system.directory()::enable);
        assertThat(inside.readTheDirectory()).isTrue();
        assertThat(tables.all("select username from person where not active"))
                .doesNotContain(
                        "eva", "per", "karin", "bodil", "tove", "ola", "gun", "erik", "britt", "stina", "sten", "sara",
                        "hugo");
    }

    private void disabled(String... people) {
        for (String person : people) {
            away.add(person);
            system.directory().disable(person);
        }
        assertThat(inside.readTheDirectory()).isTrue();
    }

    private String steward(String number) {
        return leading(number).get(1);
    }

    @Test
    void theirDebtsMoveInTheSameReadingEachToTheNextEligibleUp() {
        String decision = decidedByKarin();
        String ownership = decidedByKarin();
        approves("karin", ownership, "lina");
        String action = actingByHugo();
        String review = reviewedBySara();
        List<String> due = List.of(
                leading(decision).get(3),
                leading(ownership).get(3),
                leading(action).get(3),
                leading(review).get(3));

        disabled("karin", "lina", "hugo", "sara");

        owes(decision, "DECIDE", "per");
        owes(ownership, "ACCEPT_OWNERSHIP", "ola");
        owes(action, "ACT", "gun");
        owes(review, "REVIEW_EFFECT", "per");
        assertThat(List.of(
                        leading(decision).get(3),
                        leading(ownership).get(3),
                        leading(action).get(3),
                        leading(review).get(3)))
                .isEqualTo(due);
        assertThat(tables.rows("select owner, owner_accepted, owned_by::text from case_ where number = ?", ownership))
                .containsExactly(List.of("ola", "f", "{}"));
        assertThat(tables.rows("select owner, owner_accepted, owned_by::text from case_ where number = ?", action))
                .containsExactly(List.of("gun", "t", "{hugo,gun}"));
        for (String number : List.of(decision, ownership, action, review)) {
            assertThat(tables.rows(
                            "select actor, payload::jsonb ->> 'cause', payload::jsonb ->> 'to' from history_entry"
                                    + " where subject = ? and type = 'obligation.transferred.v1'",
                            number))
                    .containsExactly(List.of("system", "LEFT", steward(number)));
            assertThat(as("astrid")
                            .gets("/cases/" + number + "/history/verification")
                            .json()
                            .path("intact")
                            .asBoolean())
                    .isTrue();
            assertThat(tables.all(
                            "select kind from outbox_message where case_number = ? and recipient = ?"
                                    + " order by told_at desc limit 1",
                            number,
                            steward(number)))
                    .containsExactly("obligation.transferred.v1");
        }
        assertThat(tables.count("select count(*) from obligation o join person p on p.username = o.debtor"
                        + " where o.state = 'OPEN' and not p.active"))
                .isZero();

        approves("per", decision, null);
        as("ola").does(ownership, "ownership", "accept", true).done();
        as("gun").does(action, "action/completion", "text", "Klar").done();
        owes(action, "REVIEW_EFFECT", "tove");
        reviews("per", review, "NOT_EFFECTIVE").done();
        owes(review, "ACT", "per");
    }

    @Test
    void whatACommandChangesWhileTheReadingWaitsForItStays() throws SQLException {
        String number = decidedByKarin();
        String due = tables.one("select due_at + interval '1 day' from obligation where case_number = ?", number);
        CompletableFuture<Boolean> reading;
        try (Tables.Command command = tables.takes(number)) {
            away.add("karin");
            system.directory().disable("karin");
            reading = CompletableFuture.supplyAsync(inside::readTheDirectory);
            command.isWaitedFor();
            command.does(
                    "update obligation set due_at = due_at + interval '1 day' where case_number = '" + number + "'");
        }

        assertThat(reading.join()).isTrue();
        owes(number, "DECIDE", "per");
        assertThat(leading(number).get(3)).isEqualTo(due);
    }

    @Test
    void whoHasBeenToldThatTheyGetItHasTheFullTimeAlsoWhenTheSilentOneLeavesFirst() {
        inside.itIs("2027-09-06T08:00");
        String number = actingByHugo();
        as("hugo")
                .does(number, "action", "what", "En ramp", "dueOn", "2027-09-07")
                .done();
        inside.letTimePass(number, "2027-09-07T17:30");
        inside.itIs("2027-09-08T10:00");

        disabled("hugo");

        owes(number, "ACT", "gun");
        // five working days, as if silence had moved it
        assertThat(tables.one(
                        "select to_char(due_at at time zone 'Europe/Stockholm', 'YYYY-MM-DD HH24:MI') from obligation"
                                + " where id = ?::uuid",
                        leadingId(number)))
                .isEqualTo("2027-09-15 10:00");
        assertThat(historyOf(number)).endsWith("obligation.transferred.v1", "obligation.rescheduled.v1");
        assertThat(inside.letTimePass(number, "2027-09-15T10:00"))
                .containsExactly("2027-09-10T14:30", "2027-09-15T10:00");
        owes(number, "ACT", "gun");
    }

    @Test
    void aContributorCanBeAppointedBeforeWhoeverShallActIs() {
        String number = actingByHugo();
        planned(number);

        disabled("hugo", "gun", "tove", "lina", "ola", "eva", "britt");

        assertThat(leading(number)).startsWith("APPOINT");
        String toAppointContributor = owedBeside(number, "APPOINT").getFirst();
        assertThat(toAppointContributor).isNotEqualTo(steward(number));
        as(toAppointContributor).does(number, "appointment", "person", "amir").done();
        assertThat(owedBeside(number, "CONTRIBUTE")).containsExactly("amir");

        as(steward(number)).does(number, "appointment", "person", "sara").done();

        owes(number, "ACT", "sara");
        assertThat(tables.count(
                        "select count(*) from obligation c join obligation a using (case_number) where case_number = ?"
                                + " and c.kind = 'CONTRIBUTE' and a.kind = 'ACT' and c.state = 'OPEN'"
                                + " and a.state = 'OPEN' and c.due_at <= a.due_at",
                        number))
                .isOne();
    }

    /** By hugo, for the last day that there is, and lina shall contribute. */
    private void planned(String number) {
        as("hugo")
                .does(
                        number,
                        "action",
                        "what",
                        "En ramp",
                        "dueOn",
                        tables.one(
                                "select (due_at at time zone 'Europe/Stockholm')::date from obligation where id ="
                                        + " ?::uuid",
                                leadingId(number)),
                        "contributors",
                        List.of(Map.of("to", "lina", "what", "Mät upp")))
                .done();
    }

    @Test
    void whoTakesOverAContributionIsAskedForItFromThenOn() {
        String number = actingByHugo();
        planned(number);

        disabled("lina");

        assertThat(owedBeside(number, "CONTRIBUTE")).containsExactly("ola");
        assertThat(tables.all("select person from case_matter where case_number = ?", number))
                .containsExactly("ola");
    }

    @Test
    void whoeverHasLeftCanBeGivenNothingAndDoNothing() {
        String number = decidedByKarin();
        String tag = as("lina").reads(number).tag();
        system.token("amir");
        disabled("lina", "amir");
        as("karin")
                .does(number, "decision", "verdict", "APPROVED", "reason", "Ja", "owner", "lina")
                .invalid("owner");
        as("hugo").raises(Raising.change(0).ownedBy("lina")).invalid("decision.owner");
        Map<String, String> before = tables.everything();
        as("amir").raises(Raising.question()).refused(403);
        assertThat(tables.everything()).isEqualTo(before);
        assertThat(as("karin").reads(number).tag()).isEqualTo(tag);
    }

    @Test
    void aReadingThatCannotMoveTheirDebtsChangesNothingAndTheNextOneDoes() {
        String number = decidedByKarin();
        approves("karin", number, "lina");
        Map<String, String> before = tables.everything();
        away.add("lina");
        try (Obstacle inTheWay = tables.failing("mandat.outbox_message")) {
            system.directory().disable("lina");
            assertThat(inside.readTheDirectory()).isFalse();
        }
        assertThat(tables.everything()).isEqualTo(before);
        owes(number, "ACCEPT_OWNERSHIP", "lina");
        disabled("lina");
        owes(number, "ACCEPT_OWNERSHIP", "ola");
    }

    @Test
    void aDebtOfSomebodyWhoHasJustLeftByAnotherNodesReadingIsRefusedUntilThisNodeHasHeardOfIt() {
        try (Obstacle noReadingMeanwhile = tables.failing("mandat.directory_reading")) {
            tables.does("update person set active = false where username = 'gun'");
            Map<String, String> before = tables.everything();
            Answer refused = as("hugo").raises(Raising.change(0).ownedBy("gun")).refused(503);
            assertThat(refused.http().headers().firstValue("Retry-After")).isPresent();
            assertThat(tables.everything()).isEqualTo(before);
        }
    }

    @Test
    void aWholeLineThatLeavesAtOnceIsSkipped() {
        String number = decidedByKarin();
        disabled("karin", "per");
        owes(number, "DECIDE", "eva");
        disabled("eva");
        owes(number, "DECIDE", "britt");
        disabled("britt");
        assertThat(leading(number)).startsWith("APPOINT");
        agrees(number);
    }

    @Test
    void whereTheTopIsVacantSilenceBringsItToTheDeputyAndNoFurther() {
        inside.itIs("2027-09-06T08:00");
        String number = as("sara")
                .raises(Raising.change(30_000).outcome("HARMED"))
                .done()
                .number();
        disabled("eva");
        inside.letTimePass(number, "2027-09-06T13:00");
        owes(number, "DECIDE", "per");
        inside.letTimePass(number, "2027-09-07T09:00");
        owes(number, "DECIDE", "britt");
        inside.letTimePass(number, "2027-09-07T13:00");
        owes(number, "DECIDE", "britt");
        assertThat(tables.one("select next from obligation where id = ?::uuid", leadingId(number)))
                .isEqualTo("REPEAT");
    }

    @Test
    void whereNobodyMayDecideAStewardAppointsSomebodyAndTheCaseGoesOn() {
        disabled("britt");
        Answer raised = as("eva").raises(Raising.change(300_000)).done();
        String number = raised.number();
        assertThat(raised.json().path("mandate").path("route").asText()).isEqualTo("EXECUTIVE");
        assertThat(leading(number)).startsWith("APPOINT");
        assertThat(steward(number)).isIn("stina", "sten");
        assertThat(as("eva").reads(number).json().path("stage").asText()).isEqualTo("DECIDING");
        agrees(number);

        String other = steward(number).equals("stina") ? "sten" : "stina";
        as(other).does(number, "appointment", "person", "tove").refused(403);
        as("eva")
                .does(number, "decision", "verdict", "APPROVED", "reason", "Ja")
                .refused(409);
        as(steward(number)).does(number, "appointment").invalid("person");
        as(steward(number)).does(number, "appointment", "person", "ingen").invalid("person");
        as(steward(number)).does(number, "appointment", "person", "eva").invalid("person");
        as(steward(number)).does(number, "appointment", "person", "astrid").invalid("person");
        as(steward(number)).does(number, "appointment", "person", "britt").invalid("person");

        as(steward(number)).does(number, "appointment", "person", "tove").done();
        owes(number, "DECIDE", "tove");
        assertThat(historyOf(number))
                .containsExactly(
                        "case.raised.v1",
                        "case.mandate-asked.v1",
                        "obligation.opened.v1",
                        "case.appointed.v1",
                        "obligation.fulfilled.v1",
                        "obligation.opened.v1");
        approves("tove", number, "gun");
        owes(number, "ACCEPT_OWNERSHIP", "gun");
    }

    @Test
    void aDeciderWhoLeavesWithoutASuccessorIsReplacedByAppointment() {
        String number = as("eva").raises(Raising.change(300_000)).done().number();
        owes(number, "DECIDE", "britt");
        disabled("britt");
        assertThat(leading(number)).startsWith("APPOINT");
        agrees(number);
        assertThat(historyOf(number)).endsWith("obligation.cancelled.v1", "obligation.opened.v1");

        String first = steward(number);
        disabled(first);
        assertThat(leading(number)).startsWith("APPOINT", first.equals("stina") ? "sten" : "stina");
        as(steward(number)).does(number, "appointment", "person", "erik").done();
        owes(number, "DECIDE", "erik");
        approves("erik", number, null);
        assertThat(leading(number).getFirst()).isEqualTo("ACCEPT_OWNERSHIP");
        agrees(number);
    }

    @Test
    void whereNobodyCouldEvenAppointNothingIsRaised() {
        tables.does(
                "update obligation set debtor = 'erik' where state = 'OPEN' and debtor in ('britt', 'stina', 'sten')");
        disabled("britt", "stina", "sten");
        Map<String, String> before = tables.everything();
        as("eva").raises(Raising.change(300_000)).refused(409);
        assertThat(tables.everything()).isEqualTo(before);
    }

    @Test
    void aReadingAfterWhichNobodyCouldOweADebtIsNotTakenInUntilSomebodyCan() {
        String number = as("eva").raises(Raising.change(300_000)).done().number();
        owes(number, "DECIDE", "britt");
        for (String person : List.of("sten", "stina", "britt")) {
            away.add(person);
            system.directory().disable(person);
        }
        assertThat(inside.readTheDirectory()).isFalse();
        assertThat(leading(number).getFirst()).isIn("DECIDE", "APPOINT");
        assertThat(tables.count("select count(*) from obligation o join person p on p.username = o.debtor"
                        + " where o.state = 'OPEN' and not p.active"))
                .isZero();
        system.directory().enable("sten");
        assertThat(inside.readTheDirectory()).isTrue();
        assertThat(leading(number)).startsWith("APPOINT", "sten");
        agrees(number);
    }
}
