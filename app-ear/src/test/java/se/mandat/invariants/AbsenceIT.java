package se.mandat.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.mandat.invariants.Tables.Obstacle;

/** Whoever is away owes nothing alone: somebody holds it in their place, by the same time, and they get it back. */
class AbsenceIT extends PathTest {

    private final Watch watch = new Watch(this);
    private final Set<String> left = new HashSet<>();

    @AfterEach
    void everybodyIsHere() {
        tables.does("update absence set cancelled = true", "update directory_reading set version = version + 1");
        left.forEach(system.directory()::enable);
        assertThat(inside.readTheDirectory()).isTrue();
    }

    private String away(String by, String person, String first, String last, String substitute) {
        return as(by).posts(
                        "/absences",
                        Raising.json("person", person, "first", first, "last", last, "substitute", substitute))
                .done()
                .json()
                .path("id")
                .asText();
    }

    private Answer refused(String by, String person, String first, String last, String substitute) {
        return as(by).posts(
                        "/absences",
                        Raising.json("person", person, "first", first, "last", last, "substitute", substitute));
    }

    /** Who leads the case, and for whom. */
    private List<String> led(String number) {
        return tables.rows(
                        "select kind, debtor, on_behalf_of from obligation"
                                + " where case_number = ? and state = 'OPEN' and leads",
                        number)
                .getFirst();
    }

    private static List<String> owed(String kind, String debtor, String onBehalfOf) {
        return Arrays.asList(kind, debtor, onBehalfOf);
    }

    private List<List<String>> transfers(String number) {
        return tables.rows(
                "select payload::jsonb ->> 'from', payload::jsonb ->> 'to', payload::jsonb ->> 'onBehalfOf',"
                        + " payload::jsonb ->> 'cause' from history_entry"
                        + " where subject = ? and type = 'obligation.transferred.v1' order by seq",
                number);
    }

    @Test
    void whatIsOwedIsForTheSubstituteFromTheFirstDayToTheLastByTheSameTime() {
        inside.itIs("2027-09-03T10:00");
        String number = decidedByKarin();
        String due = leading(number).get(3);
        away("karin", null, "2027-09-06", "2027-09-08", "bodil");

        inside.itIs("2027-09-05T23:59");
        inside.standInsAreSettled(number);
        assertThat(led(number)).isEqualTo(owed("DECIDE", "karin", null));

        inside.itIs("2027-09-06T00:00");
        inside.standInsAreSettled(number);
        inside.standInsAreSettled(number);
        assertThat(led(number)).isEqualTo(owed("DECIDE", "bodil", "karin"));
        assertThat(leading(number).get(3)).isEqualTo(due);
        as("karin")
                .does(number, "decision", "verdict", "APPROVED", "reason", "Ja")
                .refused(403);
        JsonNode listed = as("astrid").reads(number).json().path("obligations").get(0);
        assertThat(listed.path("debtor").asText()).isEqualTo("bodil");
        assertThat(listed.path("onBehalfOf").asText()).isEqualTo("karin");

        inside.itIs("2027-09-08T23:59");
        inside.standInsAreSettled(number);
        assertThat(led(number)).isEqualTo(owed("DECIDE", "bodil", "karin"));
        inside.itIs("2027-09-09T00:00");
        inside.standInsAreSettled(number);
        assertThat(led(number)).isEqualTo(owed("DECIDE", "karin", null));
        assertThat(leading(number).get(3)).isEqualTo(due);
        assertThat(transfers(number))
                .containsExactly(
                        List.of("karin", "bodil", "karin", "ABSENT"),
                        Arrays.asList("bodil", "karin", null, "RETURNED"));
        watch.look(number);
        watch.lookAtTheHistory(number);
    }

    @Test
    void whatIsOpenedMeanwhileIsForTheSubstituteWhoDecidesInTheirPlace() {
        inside.itIs("2027-09-06T10:00");
        away("per", "karin", "2027-09-06", "2027-09-10", "bodil");
        String number = decidedInTheAbsenceOfKarin();
        assertThat(as("sara")
                        .posts("/mandate-checks", "{\"outcome\": \"DETOUR\"}")
                        .json()
                        .path("decider")
                        .path("username")
                        .asText())
                .isEqualTo("bodil");

        as("bodil")
                .does(number, "decision", "verdict", "REJECTED", "reason", "Nej")
                .done();

        assertThat(tables.rows("select decided_by, decided_for from decision where case_number = ?", number))
                .containsExactly(List.of("bodil", "karin"));
        assertThat(tables.rows(
                        "select actor, on_behalf_of from history_entry where subject = ? and type = 'case.decided.v1'",
                        number))
                .containsExactly(List.of("bodil", "karin"));
        String sentence = StreamSupport.stream(
                        as("sara")
                                .gets("/cases/" + number + "/history")
                                .json()
                                .path("entries")
                                .spliterator(),
                        false)
                .filter(entry -> entry.path("type").asText().equals("case.decided.v1"))
                .map(entry -> entry.path("text").asText())
                .findFirst()
                .orElseThrow();
        assertThat(sentence).contains(" för ");
        assertThat(tables.rows(
                        "select told_by, told_for from outbox_message where case_number = ? and recipient = 'sara'",
                        number))
                .containsExactly(List.of("bodil", "karin"));
        as("sara").does(number, "appeal", "reason", "Ändå").done();
        owes(number, "DECIDE", "per");
        watch.look(number);
        watch.lookAtTheHistory(number);
    }

    private String decidedInTheAbsenceOfKarin() {
        String number = as("sara").raises(Raising.change(30_000)).done().number();
        assertThat(led(number)).isEqualTo(owed("DECIDE", "bodil", "karin"));
        return number;
    }

    @Test
    void withoutASubstituteTheManagerStandsInFromTheFirstWorkingDay() {
        inside.itIs("2027-09-03T10:00");
        String number = decidedByKarin();
        away("karin", "karin", "2027-09-04", "2027-09-10", null);
        inside.itIs("2027-09-05T12:00");
        inside.standInsAreSettled(number);
        assertThat(led(number)).isEqualTo(owed("DECIDE", "karin", null));
        inside.itIs("2027-09-06T00:00");
        inside.standInsAreSettled(number);
        assertThat(led(number)).isEqualTo(owed("DECIDE", "per", "karin"));
        watch.look(number);
    }

    @Test
    void theManagerStandsInFromADayThatIsAWorkingDayAfterAll() {
        inside.itIs("2027-09-03T10:00");
        String number = decidedByKarin();
        String id = as("stina")
                .posts(
                        "/organisation/closing-days",
                        Raising.json("unit", Raising.KUNDSERVICE, "day", "2027-09-06", "reason", "Planering"))
                .done()
                .json()
                .path("id")
                .asText();
        inside.dueTimesFollow();
        away("karin", "karin", "2027-09-04", "2027-09-10", null);
        inside.everybodyIsStoodInForAt("2027-09-06T09:00");
        assertThat(led(number)).isEqualTo(owed("DECIDE", "karin", null));
        assertThat(inside.nextTurn()).isNotEqualTo(Optional.of(Inside.at("2027-09-06T09:00")));
        as("stina").sends("DELETE", "/organisation/closing-days/" + id, null);
        inside.dueTimesFollow();
        assertThat(inside.nextTurn()).contains(Inside.at("2027-09-06T09:00"));
        inside.everybodyIsStoodInForAt("2027-09-06T09:00");
        assertThat(led(number)).isEqualTo(owed("DECIDE", "per", "karin"));
        watch.look(number);
    }

    @Test
    void rungsClimbTheAbsentPersonsLineAtTheMinutesOfTheTable() {
        inside.itIs("2027-09-06T08:00");
        away("karin", "karin", "2027-09-06", "2027-09-10", "hugo");
        String number = as("sara")
                .raises(Raising.change(20_000).outcome("HARMED"))
                .done()
                .number();
        assertThat(led(number)).isEqualTo(owed("DECIDE", "hugo", "karin"));
        JsonNode next =
                as("astrid").reads(number).json().path("obligations").get(0).path("next");
        assertThat(next.path("who").asText()).isEqualTo("per");
        assertThat(inside.letTimePass(number, "2027-09-06T13:00"))
                .containsExactly("2027-09-06T10:00", "2027-09-06T12:00", "2027-09-06T13:00");
        assertThat(led(number)).isEqualTo(owed("DECIDE", "per", null));
        assertThat(tables.rows(
                        "select e.from_, e.to_ from escalation e join obligation o on o.id = e.obligation"
                                + " where o.case_number = ? order by e.rung",
                        number))
                .containsExactly(List.of("hugo", "per"), List.of("hugo", "per"));
        watch.look(number);
    }

    @Test
    void aManagerWhoStandsInAndIsSilentIsPassedByUpwards() {
        inside.itIs("2027-09-06T08:00");
        away("karin", "karin", "2027-09-06", "2027-09-10", null);
        String number = as("sara")
                .raises(Raising.change(20_000).outcome("HARMED"))
                .done()
                .number();
        assertThat(led(number)).isEqualTo(owed("DECIDE", "per", "karin"));
        inside.letTimePass(number, "2027-09-06T13:00");
        assertThat(led(number)).isEqualTo(owed("DECIDE", "eva", null));
        watch.look(number);
    }

    @Test
    void whatIsOverdueWhenTheManagerBeginsToStandInIsToldOfFurtherUpBeforeItMoves() {
        inside.itIs("2027-09-06T08:00");
        String number = actingByHugo();
        as("hugo")
                .does(number, "action", "what", "En ramp", "dueOn", "2027-09-07")
                .done();
        inside.letTimePass(number, "2027-09-07T17:30");
        inside.itIs("2027-09-08T09:00");
        away("hugo", "hugo", "2027-09-08", "2027-09-10", null);
        inside.standInsAreSettled(number);
        assertThat(led(number)).isEqualTo(owed("ACT", "gun", "hugo"));
        JsonNode next =
                as("astrid").reads(number).json().path("obligations").get(0).path("next");
        assertThat(next.path("who").asText()).isEqualTo("tove");
        assertThat(OffsetDateTime.parse(next.path("at").asText()).toInstant()).isEqualTo(Inside.at("2027-09-09T09:00"));
        assertThat(inside.letTimePass(number, "2027-09-09T09:00"))
                .containsExactly("2027-09-08T09:00", "2027-09-09T09:00");
        assertThat(led(number)).isEqualTo(owed("ACT", "tove", null));
        watch.look(number);
    }

    @Test
    void whoeverActsForTheAbsentOwnerMayWhatTheOwnerMayAndTheOwnerStaysTheOwner() {
        inside.itIs("2027-09-06T08:00");
        String number = actingByHugo();
        away("gun", "hugo", "2027-09-06", "2027-09-10", "lina");
        inside.standInsAreSettled(number);
        assertThat(led(number)).isEqualTo(owed("ACT", "lina", "hugo"));
        assertThat(tables.one("select owner from case_ where number = ?", number))
                .isEqualTo("hugo");

        as("lina")
                .does(
                        number,
                        "action",
                        "what",
                        "Gräva",
                        "dueOn",
                        "2027-09-10",
                        "contributors",
                        List.of(Map.of("to", "bodil", "what", "Skylten")))
                .done();
        as("lina").does(number, "progress", "text", "Halvvägs").done();
        String contribution = obligation(number, "CONTRIBUTE", "bodil");
        as("lina")
                .posts(
                        "/cases/" + number + "/contributions/" + contribution + "/cancellation",
                        "{\"reason\": \"Behövs inte\"}",
                        "If-Match",
                        "*")
                .done();
        as("lina")
                .does(number, "handover", "to", "ola", "reason", "Hugo är borta")
                .done();
        as("ola")
                .does(number, "ownership", "accept", false, "reason", "Hinner inte")
                .done();
        as("lina").does(number, "action/completion", "text", "Klart").done();

        assertThat(tables.all(
                        "select distinct on_behalf_of from history_entry where subject = ? and actor = 'lina'", number))
                .containsExactly("hugo");
        assertThat(tables.one("select contributed_by::text from case_ where number = ?", number))
                .contains("lina");
        watch.look(number);
        watch.lookAtTheHistory(number);
    }

    @Test
    void whoeverActedInTheOwnersPlaceDoesNotReviewItInTheRaisersPlaceEither() {
        inside.itIs("2027-09-06T08:00");
        String number = actingByKarin();
        away("karin", "karin", "2027-09-06", "2027-09-10", "amir");
        away("sara", "sara", "2027-09-06", "2027-10-29", "amir");
        inside.standInsAreSettled(number);
        as("amir").does(number, "action/completion", "text", "Klart").done();
        assertThat(led(number)).isEqualTo(owed("REVIEW_EFFECT", "per", "sara"));
        watch.look(number);
    }

    @Test
    void whoeverDecidedInSomebodysPlaceThatThereBeAnotherRoundDoesNotReviewIt() {
        inside.itIs("2027-09-06T08:00");
        String number = actingByKarin();
        for (int round = 1; round < 3; round++) {
            as("karin").does(number, "action/completion", "text", "Klart").done();
            reviews("sara", number, "NOT_EFFECTIVE").done();
        }
        away("per", "per", "2027-09-06", "2027-09-06", "amir");
        inside.standInsAreSettled(number);
        assertThat(led(number)).isEqualTo(owed("DECIDE", "amir", "per"));
        approves("amir", number, null);
        inside.itIs("2027-09-07T08:00");
        away("sara", "sara", "2027-09-07", "2027-10-29", "amir");
        as("karin").does(number, "action/completion", "text", "Klart").done();
        assertThat(led(number)).isEqualTo(owed("REVIEW_EFFECT", "per", "sara"));
        watch.look(number);
    }

    @Test
    void whoeverDecidesAnObjectionInSomebodysPlacePassesTheReviewOn() {
        inside.itIs("2027-09-06T08:00");
        String number =
                as("sara").raises(Raising.change(0).ownedBy("sara")).done().number();
        as("sara").does(number, "action/completion", "text", "Klart").done();
        owes(number, "REVIEW_EFFECT", "amir");
        away("per", "per", "2027-09-06", "2027-09-06", "amir");
        as("karin").does(number, "objection", "reason", "För dyrt").done();
        assertThat(owedBeside(number, "DECIDE")).containsExactly("amir");
        approves("amir", number, null);
        assertThat(led(number)).isEqualTo(owed("REVIEW_EFFECT", "karin", null));
        assertThat(transfers(number)).last().isEqualTo(Arrays.asList("amir", "karin", null, "REVIEWER_DECIDED"));
        watch.look(number);
        watch.lookAtTheHistory(number);
    }

    @Test
    void whoeverObjectsDoesNotDecideItInTheManagersPlace() {
        inside.itIs("2027-09-06T08:00");
        String number =
                as("sara").raises(Raising.change(0).ownedBy("sara")).done().number();
        away("per", "per", "2027-09-06", "2027-09-06", "karin");
        as("karin").does(number, "objection", "reason", "För dyrt").done();
        assertThat(tables.rows(
                        "select debtor, on_behalf_of from obligation"
                                + " where case_number = ? and kind = 'DECIDE' and state = 'OPEN'",
                        number))
                .containsExactly(List.of("eva", "per"));
        as("karin")
                .does(number, "decision", "verdict", "REJECTED", "reason", "Nej")
                .refused(403);
        watch.look(number);
    }

    @Test
    void theOwnerDoesNotDecideInTheManagersPlaceWhetherToGoOn() {
        inside.itIs("2027-09-06T08:00");
        String number = actingByKarin();
        for (int round = 1; round < 3; round++) {
            as("karin").does(number, "action/completion", "text", "Klart").done();
            reviews("sara", number, "NOT_EFFECTIVE").done();
        }
        away("per", "per", "2027-09-06", "2027-09-06", "karin");
        inside.standInsAreSettled(number);
        assertThat(led(number)).isEqualTo(owed("DECIDE", "eva", "per"));
        watch.look(number);
    }

    @Test
    void whoeverRejectedItDoesNotRespondInTheRaisersPlace() {
        inside.itIs("2027-09-06T08:00");
        String number = rejectedByKarin();
        away("karin", "sara", "2027-09-06", "2027-09-10", null);
        inside.standInsAreSettled(number);
        assertThat(led(number)).isEqualTo(owed("RESPOND", "per", "sara"));
        as("karin").does(number, "response", "accept", true).refused(403);
        watch.look(number);
    }

    @Test
    void whoeverStandsInForAManagerAnswersExtensionsAndPausesInTheirPlace() {
        inside.itIs("2027-09-06T08:00");
        String number = actingByHugo();
        as("hugo")
                .does(number, "action", "what", "Gräva", "dueOn", "2027-09-10")
                .done();
        away("gun", "gun", "2027-09-06", "2027-09-10", "lina");
        as("hugo")
                .posts(
                        "/cases/" + number + "/extensions",
                        Raising.json(
                                "obligation",
                                leadingId(number),
                                "dueAt",
                                "2027-09-13T17:00:00+02:00",
                                "reason",
                                "Leverantören är sen"),
                        "If-Match",
                        "*")
                .done();
        assertThat(tables.rows(
                        "select payload::jsonb ->> 'asked', payload::jsonb ->> 'askedInPlaceOf' from history_entry"
                                + " where subject = ? and type = 'obligation.extension-asked.v1'",
                        number))
                .containsExactly(List.of("lina", "gun"));
        assertThat(tables.all(
                        "select recipient from outbox_message where case_number = ?"
                                + " and kind = 'obligation.extension-asked.v1'",
                        number))
                .containsExactly("lina");
        String question = tables.one(
                "select e.id from extension e join obligation o on o.id = e.obligation where o.case_number = ?",
                number);
        String decision = "extensions/" + question + "/decision";
        as("gun").does(number, decision, "approved", true).refused(403);
        as("tove").does(number, decision, "approved", true).refused(403);
        as("lina").does(number, decision, "approved", true).done();
        as("lina")
                .does(
                        number,
                        "pauses",
                        "obligation",
                        leadingId(number),
                        "until",
                        "2027-09-08",
                        "cause",
                        "Länsstyrelsen")
                .done();
        assertThat(tables.rows(
                        "select type, actor, on_behalf_of from history_entry where subject = ?"
                                + " and type in ('obligation.extended.v1', 'obligation.paused.v1') order by seq",
                        number))
                .containsExactly(
                        List.of("obligation.extended.v1", "lina", "gun"),
                        List.of("obligation.paused.v1", "lina", "gun"));
        watch.look(number);
        watch.lookAtTheHistory(number);
    }

    @Test
    void aHandoverToSomebodyAbsentIsAcceptedInTheirPlace() {
        inside.itIs("2027-09-06T08:00");
        String number = actingByHugo();
        away("ola", "ola", "2027-09-06", "2027-09-10", "lina");
        as("hugo").does(number, "handover", "to", "ola", "reason", "Ledig").done();
        assertThat(owedBeside(number, "ACCEPT_OWNERSHIP")).containsExactly("lina");
        as("lina").does(number, "ownership", "accept", true).done();
        assertThat(tables.one("select owner from case_ where number = ?", number))
                .isEqualTo("ola");
        assertThat(led(number)).isEqualTo(owed("ACT", "lina", "ola"));
        watch.look(number);
    }

    @Test
    void whoeverHandsOverDoesNotAcceptItInTheOthersPlace() {
        inside.itIs("2027-09-06T08:00");
        String number = decidedByKarin();
        approves("karin", number, "ola");
        as("ola").does(number, "ownership", "accept", true).done();
        away("ola", "lina", "2027-09-06", "2027-09-10", null);
        as("ola").does(number, "handover", "to", "lina", "reason", "Du kan").done();
        assertThat(owedBeside(number, "ACCEPT_OWNERSHIP")).containsExactly("tove");
        as("ola").does(number, "ownership", "accept", true).refused(403);
        as("tove").does(number, "ownership", "accept", true).done();
        assertThat(tables.one("select owner from case_ where number = ?", number))
                .isEqualTo("lina");
        watch.look(number);
    }

    @Test
    void cutShortChangedOrCancelledItIsHeldAccordingly() {
        inside.itIs("2027-09-06T08:00");
        String number = decidedByKarin();
        String absence = away("karin", "karin", "2027-09-06", "2027-09-17", "bodil");
        inside.standInsAreSettled(number);
        as("karin")
                .sends(
                        "PUT",
                        "/absences/" + absence,
                        Raising.json("first", "2027-09-06", "last", "2027-09-17", "substitute", "noor"))
                .done();
        inside.standInsAreSettled(number);
        assertThat(led(number)).isEqualTo(owed("DECIDE", "noor", "karin"));
        inside.itIs("2027-09-07T08:00");
        assertThat(as("per").sends("DELETE", "/absences/" + absence, null).status())
                .isEqualTo(204);
        inside.standInsAreSettled(number);
        assertThat(led(number)).isEqualTo(owed("DECIDE", "karin", null));
        assertThat(tables.rows("select last_day, cancelled from absence where id = ?::uuid", absence))
                .containsExactly(List.of("2027-09-06", "f"));
        assertThat(as("per").sends("DELETE", "/absences/" + absence, null).status())
                .isEqualTo(404);

        String other = away("karin", "karin", "2027-09-07", "2027-09-17", "bodil");
        inside.standInsAreSettled(number);
        assertThat(led(number)).isEqualTo(owed("DECIDE", "bodil", "karin"));
        assertThat(as("karin").sends("DELETE", "/absences/" + other, null).status())
                .isEqualTo(204);
        inside.standInsAreSettled(number);
        assertThat(led(number)).isEqualTo(owed("DECIDE", "karin", null));
        watch.look(number);
    }

    @Test
    void aStandInWhoGoesAwayIsStoodInForAndGetsItBack() {
        inside.itIs("2027-09-06T08:00");
        String number = decidedByKarin();
        away("karin", "karin", "2027-09-06", "2027-09-17", "bodil");
        away("bodil", "bodil", "2027-09-08", "2027-09-08", "noor");
        inside.standInsAreSettled(number);
        assertThat(led(number)).isEqualTo(owed("DECIDE", "bodil", "karin"));
        inside.itIs("2027-09-08T00:00");
        inside.standInsAreSettled(number);
        assertThat(led(number)).isEqualTo(owed("DECIDE", "noor", "karin"));
        inside.itIs("2027-09-09T00:00");
        inside.standInsAreSettled(number);
        assertThat(led(number)).isEqualTo(owed("DECIDE", "bodil", "karin"));
        watch.look(number);
    }

    @Test
    void whoeverLeavesWhileStandingInLeavesItToTheAbsentPersonsLine() {
        inside.itIs("2027-09-06T08:00");
        String number = decidedByKarin();
        String acting = actingByHugo();
        away("karin", "karin", "2027-09-06", "2027-09-17", "lina");
        away("hugo", "hugo", "2027-09-06", "2027-09-17", "noor");
        inside.standInsAreSettled(number);
        inside.standInsAreSettled(acting);
        assertThat(led(number)).isEqualTo(owed("DECIDE", "lina", "karin"));
        assertThat(led(acting)).isEqualTo(owed("ACT", "noor", "hugo"));

        disabled("lina", "hugo");

        assertThat(led(number)).isEqualTo(owed("DECIDE", "per", "karin"));
        assertThat(transfers(number)).last().isEqualTo(List.of("lina", "per", "karin", "LEFT"));
        assertThat(led(acting)).isEqualTo(owed("ACT", "gun", null));
        assertThat(tables.one("select owner from case_ where number = ?", acting))
                .isEqualTo("gun");
        watch.look(number);
        watch.look(acting);
    }

    private void disabled(String... people) {
        for (String person : people) {
            left.add(person);
            system.directory().disable(person);
        }
        assertThat(inside.readTheDirectory()).isTrue();
    }

    @Test
    void whereNobodyCanStandInItStaysAndIsReadAsAbsent() {
        inside.itIs("2027-09-06T08:00");
        String number = as("sara").raises(Raising.change(300_000)).done().number();
        owes(number, "DECIDE", "eva");
        away("sten", "eva", "2027-09-06", "2027-09-17", null);
        disabled("britt");
        inside.standInsAreSettled(number);
        assertThat(led(number)).isEqualTo(owed("DECIDE", "eva", null));
        JsonNode listed = as("astrid").reads(number).json().path("obligations").get(0);
        assertThat(listed.path("absent").asBoolean()).isTrue();
        assertThat(as("astrid")
                        .gets("/obligations/" + listed.path("id").asText())
                        .json())
                .isEqualTo(listed);
        assertThat(StreamSupport.stream(
                                as("astrid")
                                        .gets("/obligations?of=eva&limit=200&state=OPEN")
                                        .json()
                                        .path("items")
                                        .spliterator(),
                                false)
                        .map(owed -> owed.path("absent").asBoolean()))
                .isNotEmpty()
                .containsOnly(true);
        watch.look(number);
    }

    @Test
    void everythingOfEverybodyIsSettledAtOnceAndOnce() {
        inside.itIs("2027-09-06T08:00");
        String one = decidedByKarin();
        String other = decidedByKarin();
        away("karin", "karin", "2027-09-07", "2027-09-07", "bodil");
        assertThat(inside.everybodyIsStoodInForAt("2027-09-06T09:00")).contains(Inside.at("2027-09-07T00:00"));
        assertThat(inside.everybodyIsStoodInForAt("2027-09-07T00:00")).contains(Inside.at("2027-09-08T00:00"));
        inside.everybodyIsStoodInForAt("2027-09-07T09:00");
        assertThat(led(one)).isEqualTo(owed("DECIDE", "bodil", "karin"));
        assertThat(led(other)).isEqualTo(owed("DECIDE", "bodil", "karin"));
        assertThat(transfers(one)).hasSize(1);
        assertThat(inside.everybodyIsStoodInForAt("2027-09-08T00:00")).isEmpty();
        assertThat(led(one)).isEqualTo(owed("DECIDE", "karin", null));
        assertThat(transfers(other)).hasSize(2);
        assertThat(tables.count("select count(*) from obligation where state = 'OPEN' and on_behalf_of is not null"))
                .isZero();
    }

    @Test
    void whatCannotBeSettledIsSettledLater() {
        inside.itIs("2027-09-06T08:00");
        String number = decidedByKarin();
        away("karin", "karin", "2027-09-06", "2027-09-07", "bodil");
        try (Obstacle inTheWay = tables.failing("mandat.history_entry")) {
            inside.everybodyIsStoodInForAt("2027-09-06T09:00");
        }
        assertThat(led(number)).isEqualTo(owed("DECIDE", "karin", null));
        inside.everybodyIsStoodInForAt("2027-09-06T09:01");
        assertThat(led(number)).isEqualTo(owed("DECIDE", "bodil", "karin"));
        inside.everybodyIsStoodInForAt("2027-09-08T00:00");
    }

    @Test
    void whoMayNameAnAbsenceAndWhichCannotBe() {
        inside.itIs("2027-09-06T08:00");
        Map<String, String> before = tables.everything();
        refused("bodil", "karin", "2027-09-06", "2027-09-07", null).refused(403);
        refused("sara", "karin", "2027-09-06", "2027-09-07", null).refused(403);
        refused("astrid", "astrid", "2027-09-06", "2027-09-07", null).refused(403);
        refused("karin", "ingen", "2027-09-06", "2027-09-07", null).invalid("person");
        refused("sten", "astrid", "2027-09-06", "2027-09-07", null).invalid("person");
        refused("karin", null, null, "2027-09-07", null).invalid("first");
        refused("karin", null, "2027-09-07", null, null).invalid("last");
        refused("karin", null, "2027-09-07", "2027-09-06", null).invalid("last");
        refused("karin", null, "2027-09-05", "2027-09-07", null).invalid("first");
        refused("karin", null, "2027-09-06", "2027-09-07", "karin").invalid("substitute");
        refused("karin", null, "2027-09-06", "2027-09-07", "astrid").invalid("substitute");
        refused("karin", null, "2027-09-06", "2027-09-07", "ingen").invalid("substitute");
        assertThat(tables.everything()).isEqualTo(before);

        away("per", "karin", "2027-09-06", "2027-09-10", "bodil");
        refused("karin", null, "2027-09-10", "2027-09-12", null).invalid("first");
        away("sten", "karin", "2027-09-11", "2027-09-12", null);
        assertThat(tables.refuses("insert into absence select gen_random_uuid(), person, first_day, last_day,"
                        + " substitute, named_by, named_at, changed_by, changed_at, false from absence"
                        + " where not cancelled"))
                .isEqualTo("23P01");
        assertThat(tables.refuses("update absence set substitute = person")).isEqualTo("23514");
        assertThat(tables.refuses("update absence set last_day = first_day - 1"))
                .isEqualTo("23514");
        assertThat(tables.refuses("update obligation set on_behalf_of = debtor where state = 'OPEN'"))
                .isEqualTo("23514");

        JsonNode karin = StreamSupport.stream(
                        as("sara")
                                .gets("/organisation/people?limit=200")
                                .json()
                                .path("items")
                                .spliterator(),
                        false)
                .filter(person -> person.path("username").asText().equals("karin"))
                .findFirst()
                .orElseThrow();
        assertThat(karin.path("absences").get(0).path("substitute").asText()).isEqualTo("bodil");
        assertThat(as("sara").gets("/absences?of=karin").json().path("items")).hasSize(2);
        assertThat(as("sara").gets("/absences?of=unit:nordvik/teknik").json().path("items"))
                .isEmpty();
    }
}
