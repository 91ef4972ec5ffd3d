package se.mandat.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A manager moves what somebody below them owes to somebody else: all of it or nothing, with one reason. */
class HandingOverIT extends PathTest {

    private static final String REASON = "Hugo byter enhet i morgon";

    private final Watch watch = new Watch(this);

    @AfterEach
    void nobodyIsAway() {
        tables.does("update absence set cancelled = true", "update directory_reading set version = version + 1");
        assertThat(inside.readTheDirectory()).isTrue();
    }

    private Answer hands(String by, String from, String to, String reason, String... obligations) {
        return as(by).posts(
                        "/obligations/handover",
                        Raising.json("from", from, "obligations", List.of(obligations), "to", to, "reason", reason));
    }

    private List<String> owner(String number) {
        return tables.rows("select owner, owner_accepted from case_ where number = ?", number)
                .getFirst();
    }

    @Test
    void everythingMovesAtOnceByTheSameTimeAndOwnershipWithIt() {
        String action = actingByHugo();
        String review =
                as("hugo").raises(Raising.change(0).ownedBy("gun")).done().number();
        as("gun").does(review, "ownership", "accept", true).done();
        as("gun").does(review, "action/completion", "text", "Klart").done();
        owes(review, "REVIEW_EFFECT", "hugo");
        String asked = decidedByKarin();
        approves("karin", asked, "hugo");
        List<String> due = List.of(
                leading(action).get(3), leading(review).get(3), leading(asked).get(3));

        JsonNode answer = hands("tove", "hugo", "lina", REASON, leadingId(asked), leadingId(action), leadingId(review))
                .done()
                .json();

        assertThat(StreamSupport.stream(answer.path("items").spliterator(), false)
                        .map(o -> o.path("debtor").asText()))
                .containsExactly("lina", "lina", "lina");
        owes(action, "ACT", "lina");
        owes(review, "REVIEW_EFFECT", "lina");
        owes(asked, "ACCEPT_OWNERSHIP", "lina");
        assertThat(List.of(
                        leading(action).get(3),
                        leading(review).get(3),
                        leading(asked).get(3)))
                .isEqualTo(due);
        assertThat(owner(action)).containsExactly("lina", "t");
        assertThat(owner(review)).containsExactly("gun", "t");
        assertThat(owner(asked)).containsExactly("lina", "f");
        for (String number : List.of(action, review, asked)) {
            assertThat(tables.rows(
                            "select e.actor, e.payload::jsonb ->> 'from', e.payload::jsonb ->> 'to',"
                                    + " e.payload::jsonb ->> 'cause' from history_entry e"
                                    + " where e.subject = ? and e.type = 'obligation.transferred.v1'",
                            number))
                    .containsExactly(List.of("tove", "hugo", "lina", "HANDED_OVER"));
            assertThat(StreamSupport.stream(
                                    as("astrid")
                                            .gets("/cases/" + number + "/history")
                                            .json()
                                            .path("entries")
                                            .spliterator(),
                                    false)
                            .filter(entry -> entry.path("type").asText().equals("obligation.transferred.v1"))
                            .map(entry -> entry.path("reason").asText()))
                    .containsExactly(REASON);
            watch.look(number);
            watch.lookAtTheHistory(number);
        }
    }

    @Test
    void whatIsOverdueGoesUpOnlyWhenWhoeverIsAboveTheNewDebtorHasBeenToldAndTheGraceIsOver() {
        inside.itIs("2027-09-06T08:00");
        String number = overdueOfHugo();
        inside.itIs("2027-09-08T10:00");
        hands("gun", "hugo", "lina", REASON, leadingId(number)).done();
        assertThat(inside.letTimePass(number, "2027-09-09T10:00"))
                .containsExactly("2027-09-08T10:00", "2027-09-09T10:00");
        owes(number, "ACT", "ola");
        assertThat(tables.rows(
                        "select e.from_, e.to_ from escalation e join obligation o on o.id = e.obligation"
                                + " where o.case_number = ? order by e.rung",
                        number))
                .containsExactly(List.of("hugo", "gun"), List.of("lina", "ola"), List.of("lina", "ola"));
        watch.look(number);
        assertThat(ladders(number)).isEmpty();
    }

    @Test
    void whatIsDueWhenTheOthersUnitIsClosedIsDueWhenThatIsOpen() {
        inside.itIs("2027-09-06T08:00");
        String number = actingByHugo();
        as("hugo")
                .does(
                        number,
                        "action",
                        "what",
                        "En ramp",
                        "dueOn",
                        "2027-09-10",
                        "contributors",
                        List.of(Map.of("to", "gun", "what", "Gräv")))
                .done();
        String id = as("stina")
                .posts(
                        "/organisation/closing-days",
                        Raising.json("unit", "nordvik/teknik/vatten", "day", "2027-09-10", "reason", "Planering"))
                .done()
                .json()
                .path("id")
                .asText();
        try {
            inside.dueTimesFollow();
            as("gun")
                    .does(
                            number,
                            "contributions/" + obligation(number, "CONTRIBUTE", "gun") + "/decline",
                            "better",
                            "lina",
                            "reason",
                            "Hon gräver bättre")
                    .done();
            watch.look(number);
            hands("gun", "hugo", "ola", REASON, leadingId(number)).done();
            assertThat(tables.rows(
                            "select kind, to_char(due_at at time zone 'Europe/Stockholm', 'YYYY-MM-DD HH24:MI')"
                                    + " from obligation where case_number = ? and state = 'OPEN' order by kind",
                            number))
                    .containsExactly(List.of("ACT", "2027-09-13 17:00"), List.of("CONTRIBUTE", "2027-09-09 17:00"));
            watch.look(number);
            watch.lookAtTheHistory(number);
        } finally {
            as("stina").sends("DELETE", "/organisation/closing-days/" + id, null);
            inside.dueTimesFollow();
        }
    }

    /** Due on Tuesday at five, and gun has been told. */
    private String overdueOfHugo() {
        String number = actingByHugo();
        as("hugo")
                .does(number, "action", "what", "En ramp", "dueOn", "2027-09-07")
                .done();
        inside.letTimePass(number, "2027-09-07T17:30");
        return number;
    }

    private List<String> ladders(String number) {
        return Ladders.wrong(
                tables.rows(
                        "select type, to_char(at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"'),"
                                + " payload::text from history_entry where subject = ? order by seq",
                        number),
                new Workdays(),
                Inside.at("2027-09-09T10:00"));
    }

    @Test
    void whatOneMayNotHoldIsListedAndNothingMoves() {
        String decision = as("bodil").raises(Raising.change(60_000)).done().number();
        String mine = decidedByKarin();
        String id =
                tables.one("select id from obligation where case_number = ? and state = 'OPEN' and leads", decision);
        tables.does("update obligation set debtor = 'karin' where id = '" + id + "'");
        Map<String, String> before = tables.everything();
        Answer refused = hands("per", "karin", "bodil", REASON, leadingId(mine), id);
        refused.invalid("obligations[1]");
        assertThat(refused.json().path("errors")).hasSize(1);
        assertThat(refused.json().path("errors").get(0).path("message").asText())
                .contains(decision);
        hands("per", "karin", "astrid", REASON, leadingId(mine)).invalid("obligations[0]");
        hands("per", "karin", "ingen", REASON, leadingId(mine)).invalid("to");
        hands("per", "karin", "karin", REASON, leadingId(mine)).invalid("to");
        hands("per", "karin", "bodil", null, leadingId(mine)).invalid("reason");
        hands("per", "karin", "bodil", REASON).invalid("obligations");
        hands("per", "karin", "bodil", REASON, UUID.randomUUID().toString()).invalid("obligations[0]");
        String hugos = actingByHugo();
        hands("eva", null, "bodil", REASON, leadingId(mine), leadingId(hugos)).invalid("obligations");
        hands("per", null, "bodil", REASON, leadingId(mine), leadingId(hugos)).refused(403);
        hands("karin", "karin", "bodil", REASON, leadingId(mine)).refused(403);
        hands("tove", "karin", "bodil", REASON, leadingId(mine)).refused(403);
        hands("sten", "karin", "bodil", REASON, leadingId(mine)).refused(403);
        hands("astrid", "karin", "bodil", REASON, leadingId(mine)).refused(403);
        owes(mine, "DECIDE", "karin");
        assertThat(before).isNotEmpty();
    }

    @Test
    void whatHasEndedOrMovedMeanwhileIsAConflictAndNothingMoves() {
        String moved = decidedByKarin();
        String ended = decidedByKarin();
        String open = decidedByKarin();
        String endedId = leadingId(ended);
        String movedId = leadingId(moved);
        approves("karin", ended, null);
        hands("per", "karin", "bodil", REASON, movedId).done();
        Map<String, String> before = tables.everything();
        hands("per", "karin", "noor", REASON, leadingId(open), endedId).refused(409);
        hands("per", "karin", "noor", REASON, leadingId(open), movedId).refused(409);
        assertThat(tables.everything()).isEqualTo(before);
    }

    @Test
    void whoMayNotIsToldThatFirstAndThenWhatHasChangedAndThenWhatIsWrongWithWhatTheyWrote() {
        String open = decidedByKarin();
        String ended = decidedByKarin();
        String endedId = leadingId(ended);
        approves("karin", ended, null);
        hands("tove", "karin", "ingen", null, leadingId(open), endedId).refused(403);
        hands("tove", "karin", "ingen", null).refused(403);
        hands("tove", null, "ingen", null, leadingId(open)).refused(403);
        hands("per", "karin", "ingen", null, leadingId(open), endedId).refused(409);
        hands("per", "karin", "ingen", null, leadingId(open)).invalid("reason");
    }

    @Test
    void oneKeyMovesThemOnce() {
        String number = decidedByKarin();
        String body = Raising.json(
                "from", "karin", "obligations", List.of(leadingId(number)), "to", "bodil", "reason", REASON);
        String key = UUID.randomUUID().toString();
        String first = as("per")
                .posts("/obligations/handover", body, "Idempotency-Key", key)
                .done()
                .json()
                .toString();
        String again = as("per")
                .posts("/obligations/handover", body, "Idempotency-Key", key)
                .done()
                .json()
                .toString();
        assertThat(again).isEqualTo(first);
        assertThat(historyOf(number).stream().filter("obligation.transferred.v1"::equals))
                .hasSize(1);
    }

    @Test
    void whatSomebodyHoldsForAnAbsentPersonIsMovedByThatPersonsManagerForGood() {
        inside.itIs("2027-09-06T08:00");
        String number = actingByHugo();
        as("hugo")
                .posts("/absences", Raising.json("first", "2027-09-06", "last", "2027-09-10", "substitute", "bodil"))
                .done();
        inside.standInsAreSettled(number);
        hands("per", "hugo", "lina", REASON, leadingId(number)).refused(403);
        hands("gun", "hugo", "lina", REASON, leadingId(number)).done();
        inside.standInsAreSettled(number);
        assertThat(tables.rows(
                        "select debtor, on_behalf_of from obligation where case_number = ? and state = 'OPEN'", number))
                .containsExactly(Arrays.asList("lina", null));
        assertThat(owner(number)).containsExactly("lina", "t");
        watch.look(number);
    }
}
