package se.mandat.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 3 and 4: whoever is silent is reminded, and what they owe climbs, lapses or breaks at the minutes that are laid down. */
class LadderIT extends PathTest {

    private final Watch watch = new Watch(this);

    // DECIDE

    @ParameterizedTest
    @CsvSource({
        "2027-03-25T16:30, 2027-03-30T09:30, 2027-03-30T11:30, 2027-03-30T12:30, 2027-03-30T14:30, 2027-03-30T16:30,"
                + " 2027-03-31T08:30, 2027-03-31T10:30, 2027-03-31T12:30",
        "2027-03-26T16:30, 2027-03-30T10:00, 2027-03-30T12:00, 2027-03-30T13:00, 2027-03-30T15:00, 2027-03-30T17:00,"
                + " 2027-03-31T09:00, 2027-03-31T11:00, 2027-03-31T13:00"
    })
    void aDecisionThatNobodyMakesAtEasterIsLostByItsThirdDebtor(
            String raised,
            String reminded,
            String due,
            String moved,
            String remindedAgain,
            String dueAgain,
            String movedAgain,
            String remindedLast,
            String lapsed) {
        inside.itIs(raised);
        String number = decidedBySilence("HARMED");
        says(number, "karin", "MOVES", "per", moved);

        long version = version(number);
        assertThat(inside.letTimePass(number, due)).containsExactly(reminded, due);
        says(number, "karin", "MOVES", "per", moved);
        assertThat(version(number)).isEqualTo(version);
        assertThat(inside.letTimePass(number, dueAgain)).containsExactly(moved, remindedAgain, dueAgain);
        says(number, "per", "MOVES", "eva", movedAgain);
        assertThat(inside.letTimePass(number, remindedLast)).containsExactly(movedAgain, remindedLast);
        says(number, "eva", "STANDS", null, lapsed);
        // each of the two who have got it has other rights than were read before
        assertThat(version(number)).isEqualTo(version + 2);
        watch.look(number);

        assertThat(inside.letTimePass(number, lapsed)).containsExactly(lapsed);

        owes(number, "ACCEPT_OWNERSHIP", "karin");
        assertThat(rungs(number, "DECIDE"))
                .containsExactly(
                        "1 karin per " + due,
                        "2 karin per " + moved,
                        "3 per eva " + dueAgain,
                        "4 per eva " + movedAgain);
        assertThat(tables.rows(
                        "select verdict, decided_by, lapsed, charged from decision where case_number = ?", number))
                .containsExactly(Arrays.asList("APPROVED", null, "t", "0"));
        assertThat(byMandat(number)).isTrue();
        watch.look(number);
        watch.lookAtTheHistory(number);
        watch.lookAtTheLedgers();
    }

    @Test
    void aDecisionWhoseLineIsShortIsLostByTheLastOfIt() {
        inside.itIs("2027-03-30T08:00");
        String number = as("sara")
                .raises(Raising.change(20_000).outcome("HARMED").touching(Raising.KUNDSERVICE, Raising.GATA))
                .done()
                .number();
        owes(number, "DECIDE", "eva");
        says(number, "eva", "STANDS", null, "2027-03-30T12:00");
        assertThat(inside.letTimePass(number, "2027-03-30T12:00"))
                .containsExactly("2027-03-30T10:00", "2027-03-30T12:00");
        owes(number, "ACCEPT_OWNERSHIP", "karin");
        watch.look(number);
    }

    @Test
    void aDecisionOnWhatCannotBeUndoneBreaksAtTheTopAndIsToldOfEveryFifthWorkingDay() {
        inside.itIs("2027-04-05T08:00");
        String number = as("sara")
                .raises(Raising.change(20_000).forGood().outcome("HARMED"))
                .done()
                .number();
        assertThat(inside.letTimePass(number, "2027-04-06T11:00"))
                .containsExactly(
                        "2027-04-05T10:00",
                        "2027-04-05T12:00",
                        "2027-04-05T13:00",
                        "2027-04-05T15:00",
                        "2027-04-05T17:00",
                        "2027-04-06T09:00",
                        "2027-04-06T11:00");
        says(number, "eva", "BROKEN", null, "2027-04-06T13:00");
        assertThat(inside.letTimePass(number, "2027-04-20T13:00"))
                .containsExactly("2027-04-06T13:00", "2027-04-13T13:00", "2027-04-20T13:00");
        owes(number, "DECIDE", "eva");
        assertThat(rungs(number, "DECIDE")).last().isEqualTo("5 eva eva 2027-04-06T13:00");
        assertThat(historyOf(number).stream().filter("obligation.told-again.v1"::equals))
                .hasSize(2);
        assertThat(broken()).contains(number);
        tables.does("update obligation set due_at = '2027-04-21T13:00Z' where id = '" + leadingId(number) + "'");
        assertThat(broken()).doesNotContain(number);
        tables.does("update obligation set due_at = '2027-04-06T11:00Z' where id = '" + leadingId(number) + "'");
        watch.look(number);
        as("eva")
                .does(number, "decision", "verdict", "REJECTED", "reason", "Det går inte")
                .done();
        assertThat(broken()).doesNotContain(number);
    }

    @Test
    void anAppealNeverLapses() {
        inside.itIs("2027-04-05T08:00");
        String number = decidedBySilence("HARMED");
        rejects("karin", number);
        as("sara").does(number, "appeal", "reason", "Det gör skada").done();
        owes(number, "DECIDE", "per");
        inside.letTimePass(number, "2027-04-12T08:00");
        owes(number, "DECIDE", "eva");
        assertThat(broken()).contains(number);
        watch.look(number);
    }

    @Test
    void anObjectionThatNobodyDecidesLetsTheWorkGoOn() {
        inside.itIs("2027-04-05T08:00");
        String number =
                as("hugo").raises(Raising.change(0).ownedBy("hugo")).done().number();
        as("gun").does(number, "objection", "reason", "Vi har provat").done();
        String objection = owedBeside(number, "DECIDE").getFirst();
        assertThat(objection).isEqualTo("tove");
        // three days for tove, one of grace, three for eva, who is the last
        assertThat(inside.letTimePass(number, "2027-04-13T17:00"))
                .contains("2027-04-07T17:00", "2027-04-08T17:00", "2027-04-13T17:00");
        assertThat(owedBeside(number, "DECIDE")).isEmpty();
        owes(number, "ACT", "hugo");
        assertThat(tables.all("select verdict from decision where case_number = ? and lapsed", number))
                .containsExactly("APPROVED");
        watch.look(number);
    }

    @Test
    void whetherToGoOnAfterTwoFailuresIsToGoOnWhenNobodyDecides() {
        inside.itIs("2027-04-05T08:00");
        String number = actingByKarin();
        for (int i = 0; i < 2; i++) {
            as("karin").does(number, "action/completion", "text", "Klar").done();
            reviews("sara", number, "NOT_EFFECTIVE").done();
        }
        owes(number, "DECIDE", "per");
        inside.letTimePass(number, "2027-04-19T17:00");
        owes(number, "ACT", "karin");
        assertThat(tables.one("select round from case_ where number = ?", number))
                .isEqualTo("3");
        watch.look(number);
    }

    // What lapses without rungs

    @Test
    void aRejectionThatIsNotAnsweredStands() {
        inside.itIs("2027-04-05T08:00");
        String number = rejectedByKarin();
        says(number, "sara", "LAPSES", null, "2027-04-16T17:00");
        assertThat(inside.letTimePass(number, "2027-04-16T17:00"))
                .containsExactly("2027-04-09T17:00", "2027-04-16T17:00");
        closedAs(number, "REJECTED");
        assertThat(tables.one("select state from obligation where case_number = ? and kind = 'RESPOND'", number))
                .isEqualTo("LAPSED");
        assertThat(historyOf(number)).contains("case.rejection-stands.v1").doesNotContain("obligation.escalated.v1");
        watch.look(number);
    }

    @Test
    void aHandoverThatIsNotAnsweredIsGivenBack() {
        inside.itIs("2027-04-05T08:00");
        String number = actingByHugo();
        as("hugo")
                .does(number, "handover", "to", "lina", "reason", "Jag ska vara ledig")
                .done();
        assertThat(owedBeside(number, "ACCEPT_OWNERSHIP")).containsExactly("lina");
        inside.letTimePass(number, "2027-04-05T17:00");
        assertThat(owedBeside(number, "ACCEPT_OWNERSHIP")).isEmpty();
        owes(number, "ACT", "hugo");
        assertThat(historyOf(number)).contains("case.handover-declined.v1").doesNotContain("obligation.escalated.v1");
        watch.look(number);
    }

    // What moves up to the top

    @Test
    void theActionMovesUpAndOwnershipWithIt() {
        inside.itIs("2027-04-05T08:00");
        String number = actingByHugo();
        String due = local(leading(number).get(3));
        inside.letTimePass(number, due);
        assertThat(rungs(number, "ACT")).containsExactly("1 hugo gun " + due);
        owes(number, "ACT", "hugo");
        inside.letTimePass(number, "2027-05-25T08:00");
        owes(number, "ACT", "gun");
        assertThat(tables.one("select owner from case_ where number = ?", number))
                .isEqualTo("gun");
        // five working days anew, from the minute at which it moved
        assertThat(tables.one(
                        "select count(*) from obligation where case_number = ? and state = 'OPEN'"
                                + " and due_at <= ceiling_at",
                        number))
                .isEqualTo("1");
        watch.look(number);
        inside.letTimePass(number, "2027-07-30T08:00");
        owes(number, "ACT", "eva");
        assertThat(broken()).contains(number);
        watch.look(number);
    }

    @Test
    void aReviewIsRemindedOfWhenItOpensAndHalfWayFromThereAndNeverMovesToWhoHasWorkedOnIt() {
        inside.itIs("2027-04-05T08:00");
        String number = reviewedBySara();
        List<String> moments = inside.letTimePass(number, "2027-07-15T08:00");
        List<String> row = tables.rows(
                        "select opens_at, debtor from obligation where case_number = ? and kind = 'REVIEW_EFFECT'",
                        number)
                .getFirst();
        assertThat(moments.getFirst()).isEqualTo(local(row.getFirst()));
        assertThat(tables.all(
                        "select payload::jsonb ->> 'debtor' from history_entry"
                                + " where subject = ? and type = 'obligation.reminded.v1' order by seq",
                        number))
                .startsWith("sara", "sara", "per");
        // karin owns it, so that it goes past her
        owes(number, "REVIEW_EFFECT", "eva");
        assertThat(broken()).contains(number);
        watch.look(number);
    }

    @Test
    void whoeverIsAskedToOwnItAndIsSilentIsPassedByUpwards() {
        inside.itIs("2027-04-05T08:00");
        String number = decidedByKarin();
        approves("karin", number, "lina");
        owes(number, "ACCEPT_OWNERSHIP", "lina");
        assertThat(inside.letTimePass(number, "2027-04-06T17:00"))
                .containsExactly("2027-04-05T12:30", "2027-04-05T17:00", "2027-04-06T17:00");
        owes(number, "ACCEPT_OWNERSHIP", "ola");
        assertThat(tables.one("select owner from case_ where number = ?", number))
                .isEqualTo("ola");
        as("ola").does(number, "ownership", "accept", true).done();
        owes(number, "ACT", "ola");
        watch.look(number);
    }

    @Test
    void aContributionMovesUpWithTwoDaysAnew() {
        inside.itIs("2027-04-05T08:00");
        String number = actingByHugo();
        as("hugo")
                .does(
                        number,
                        "action",
                        "what",
                        "Gräva",
                        "dueOn",
                        "2027-04-30",
                        "contributors",
                        List.of(Map.of("to", "lina", "what", "Ritningen", "dueOn", "2027-04-07")))
                .done();
        assertThat(owedBeside(number, "CONTRIBUTE")).containsExactly("lina");
        inside.letTimePass(number, "2027-04-08T17:00");
        assertThat(owedBeside(number, "CONTRIBUTE")).containsExactly("ola");
        askedNow(number, "ola");
        as("noor")
                .posts(
                        "/cases/" + number + "/voices",
                        Raising.json("words", "Jag med", "goal", "Komma in", "outcome", "REACHED"))
                .done();
        assertThat(tables.all(
                        "select recipient from outbox_message where case_number = ? and kind = 'case.voice-added.v1'",
                        number))
                .containsExactlyInAnyOrder("hugo", "ola");
        assertThat(local(tables.one(
                        "select due_at from obligation where case_number = ? and kind = 'CONTRIBUTE' and state ="
                                + " 'OPEN'",
                        number)))
                .isEqualTo("2027-04-12T17:00");
        watch.look(number);
    }

    /** Whom the owner has asked for help, as the case remembers it. */
    private void askedNow(String number, String... people) {
        assertThat(tables.all("select person from case_matter where case_number = ? and kind = 'CONTRIBUTION'", number))
                .containsExactly(people);
    }

    @Test
    void aQuestionThatNobodyAnswersPassesWhoeverAsked() {
        inside.itIs("2027-04-05T08:00");
        String number = as("per")
                .raises(Raising.change(60_000).touching(Raising.KUNDSERVICE))
                .done()
                .number();
        rejects("karin", number);
        as("per").does(number, "response", "accept", true).done();
        as("per")
                .does(number, "acknowledgement", "understood", false, "question", "Varför?")
                .done();
        String question = obligation(number, "ANSWER", "karin");
        JsonNode next = as("astrid").gets("/obligations/" + question).json().path("next");
        assertThat(next.path("who").asText()).isEqualTo("eva");
        assertThat(listed("karin", "ANSWER", question).path("next")).isEqualTo(next);
        inside.letTimePass(number, "2027-04-07T17:00");
        assertThat(owedBeside(number, "ANSWER")).containsExactly("eva");
        watch.look(number);
    }

    private JsonNode listed(String debtor, String kind, String id) {
        return StreamSupport.stream(
                        as("astrid")
                                .gets("/obligations?of=" + debtor + "&kind=" + kind + "&state=OPEN&limit=200")
                                .json()
                                .path("items")
                                .spliterator(),
                        false)
                .filter(owed -> owed.path("id").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    // Exactly once

    @Test
    void nothingHappensTwiceAndALateRungGivesTheFullTime() {
        inside.itIs("2021-03-15T08:00");
        String number = decidedBySilence("HARMED");
        inside.everythingHappensAt("2021-03-15T10:00");
        inside.everythingHappensAt("2021-03-15T10:00");
        assertThat(historyOf(number).stream().filter("obligation.reminded.v1"::equals))
                .hasSize(1);
        // the system stood still when it was due at twelve: the manager is told at one, and has the whole grace
        inside.everythingHappensAt("2021-03-15T13:00");
        assertThat(rungs(number, "DECIDE")).containsExactly("1 karin per 2021-03-15T12:00");
        inside.everythingHappensAt("2021-03-15T13:59");
        owes(number, "DECIDE", "karin");
        inside.everythingHappensAt("2021-03-15T14:00");
        owes(number, "DECIDE", "per");
        assertThat(local(leading(number).get(3))).isEqualTo("2021-03-16T09:00");
        inside.everythingHappensAt("2021-03-15T14:00");
        assertThat(rungs(number, "DECIDE")).hasSize(2);
        as("per")
                .does(number, "decision", "verdict", "REJECTED", "reason", "Nej")
                .done();
        inside.everythingHappensAt("2021-03-16T09:00");
        owes(number, "RESPOND", "sara");
        assertThat(rungs(number, "DECIDE")).hasSize(2);
    }

    @Test
    void whatFailsStopsNothingElseAndIsTriedAgain() {
        inside.itIs("2019-03-11T08:00");
        String failing = decidedBySilence("HARMED");
        String other = decidedBySilence("HARMED");
        tables.does(
                "create function fails() returns trigger language plpgsql as $$ begin"
                        + " if new.subject = '" + failing + "' then raise exception 'made to fail'; end if;"
                        + " return new; end $$",
                "create trigger fails before insert on history_entry for each row execute function fails()");
        try {
            inside.everythingHappensAt("2019-03-11T10:00");
            inside.everythingHappensAt("2019-03-11T10:00");
        } finally {
            tables.does("drop trigger fails on history_entry", "drop function fails()");
        }
        assertThat(historyOf(failing)).doesNotContain("obligation.reminded.v1");
        assertThat(tables.one("select tries from obligation where case_number = ? and state = 'OPEN'", failing))
                .isEqualTo("1");
        assertThat(historyOf(other)).contains("obligation.reminded.v1");
        inside.everythingHappensAt("2019-03-11T10:01");
        assertThat(historyOf(failing).stream().filter("obligation.reminded.v1"::equals))
                .hasSize(1);
        watch.look(failing);
    }

    /** A change of sara's that silence may let stand, and that karin shall decide. */
    private String decidedBySilence(String outcome) {
        String number = as("sara")
                .raises(Raising.change(20_000).outcome(outcome))
                .done()
                .number();
        owes(number, "DECIDE", "karin");
        return number;
    }

    private long version(String number) {
        return tables.count("select version from case_ where number = ?", number);
    }

    /** What the API says comes of silence. */
    private void says(String number, String debtor, String what, String who, String at) {
        JsonNode owed = as("astrid").reads(number).json().path("obligations").get(0);
        assertThat(owed.path("debtor").asText()).isEqualTo(debtor);
        JsonNode next = owed.path("next");
        assertThat(next.path("what").asText()).as(next.toString()).isEqualTo(what);
        assertThat(next.path("who").asText(null)).isEqualTo(who);
        assertThat(local(next.path("at").asText())).isEqualTo(at);
        JsonNode listed = as("astrid")
                .gets("/obligations/" + owed.path("id").asText())
                .json()
                .path("next");
        assertThat(listed).isEqualTo(next);
    }

    /** Each rung: how high, from whom, to whom, planned when. */
    private List<String> rungs(String number, String kind) {
        JsonNode obligations = as("astrid").reads(number).json().path("obligations");
        return StreamSupport.stream(obligations.spliterator(), false)
                .filter(o -> o.path("kind").asText().equals(kind))
                .flatMap(o -> StreamSupport.stream(o.path("escalations").spliterator(), false))
                .map(e -> e.path("rung").asInt() + " " + e.path("from").asText() + " "
                        + e.path("to").asText() + " "
                        + local(e.path("plannedAt").asText()))
                .toList();
    }

    private boolean byMandat(String number) {
        return tables.all(
                        "select distinct actor from history_entry where subject = ? and (type like 'obligation.esc%'"
                                + " or type in ('obligation.reminded.v1', 'obligation.lapsed.v1'))",
                        number)
                .equals(List.of("system"));
    }

    private List<String> broken() {
        return StreamSupport.stream(
                        as("sara")
                                .gets("/obligations?state=BROKEN&limit=200")
                                .done()
                                .json()
                                .path("items")
                                .spliterator(),
                        false)
                .map(o -> o.path("case").asText())
                .toList();
    }

    private static String local(String time) {
        String iso = time.contains("T") ? time : time.replace(' ', 'T').replaceFirst("([+-]\\d\\d)$", "$1:00");
        return OffsetDateTime.parse(iso)
                .toInstant()
                .atZone(Inside.STOCKHOLM)
                .toLocalDateTime()
                .toString();
    }
}
