package se.mandat.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.mandat.invariants.Tables.Obstacle;
import se.mandat.worktime.WorkingCalendar;
import se.mandat.worktime.WorkingTime;

/** 3, 4 and 8: what moves a due time moves it to the minute, and what follows from it follows the new one. */
class TimesIT extends PathTest {

    private final Watch watch = new Watch(this);

    // More time

    @Test
    void moreTimeMovesTheDueTimeItsReminderAndItsRungs() {
        inside.itIs("2027-04-05T08:00");
        String number = decidedInAHurry();
        inside.itIs("2027-04-05T09:00");
        asks("karin", number, "2027-04-05T14:30:00+02:00").done();
        assertThat(owed(number).path("extensions").get(0).path("state").asText())
                .isEqualTo("ASKED");
        inside.itIs("2027-04-05T09:30");
        answers("per", number, true).done();

        assertThat(local(owed(number).path("dueAt").asText())).isEqualTo("2027-04-05T14:30");
        assertThat(owed(number).path("extensions").get(0).path("answeredBy").asText())
                .isEqualTo("per");
        assertThat(inside.letTimePass(number, "2027-04-05T15:30"))
                .containsExactly("2027-04-05T12:00", "2027-04-05T14:30", "2027-04-05T15:30");
        owes(number, "DECIDE", "per");
        watch.look(number);
        watch.lookAtTheHistory(number);
    }

    @Test
    void askingStopsNoClockAndTheQuestionDiesWithTheDebt() {
        inside.itIs("2027-04-05T08:00");
        String number = decidedInAHurry();
        asks("karin", number, "2027-04-05T14:30:00+02:00").done();
        asks("karin", number, "2027-04-05T15:30:00+02:00").refused(409);
        assertThat(inside.letTimePass(number, "2027-04-05T13:00"))
                .containsExactly("2027-04-05T10:00", "2027-04-05T12:00", "2027-04-05T13:00");
        owes(number, "DECIDE", "per");
        assertThat(tables.all(
                        "select e.state from extension e join obligation o on o.id = e.obligation"
                                + " where o.case_number = ?",
                        number))
                .containsExactly("DROPPED");
        assertThat(historyOf(number)).contains("obligation.extension-dropped.v1");
        answers("eva", number, true).refused(409);
        asks("karin", number, "2027-04-05T18:30:00+02:00").refused(403);
        asks("per", number, "2027-04-06T09:00:00+02:00").done();
        as("per")
                .does(number, "decision", "verdict", "REJECTED", "reason", "Nej")
                .done();
        assertThat(tables.all(
                        "select e.state from extension e join obligation o on o.id = e.obligation"
                                + " where o.case_number = ?",
                        number))
                .containsExactly("DROPPED", "DROPPED");
        watch.look(number);
    }

    @Test
    void moreTimeIsAtMostWhatItHadAtFirstAndTwice() {
        inside.itIs("2027-04-05T08:00");
        String number = decidedInAHurry();
        asks("karin", number, "2027-04-05T16:01:00+02:00").invalid("dueAt");
        asks("karin", number, "2027-04-05T12:00:00+02:00").invalid("dueAt");
        asks("karin", number, "2027-04-05T18:00:00+02:00").invalid("dueAt");
        asks("karin", number, "2027-04-10T12:00:00+02:00").invalid("dueAt");
        asks("sara", number, "2027-04-05T14:00:00+02:00").refused(403);
        asks("astrid", number, "2027-04-05T14:00:00+02:00").refused(403);
        as("karin")
                .posts("/cases/" + number + "/extensions", question(number, "2027-04-05T16:00:00+02:00"))
                .refused(428);
        as("karin")
                .posts(
                        "/cases/" + number + "/extensions",
                        question(number, "2027-04-05T16:00:00+02:00"),
                        "If-Match",
                        "\"77\"")
                .refused(412);

        asks("karin", number, "2027-04-05T16:00:00+02:00").done();
        for (String nobody : List.of("karin", "sara", "eva", "tove", "astrid")) {
            answers(nobody, number, true).refused(403);
        }
        answers("per", number, true).done();
        // four hours from four o'clock
        asks("karin", number, "2027-04-06T11:00:00+02:00").done();
        as("per")
                .does(number, "extensions/" + asked(number) + "/decision", "approved", false)
                .invalid("reason");
        answers("per", number, false).done();
        asks("karin", number, "2027-04-06T11:00:00+02:00").done();
        answers("per", number, true).done();
        assertThat(local(owed(number).path("dueAt").asText())).isEqualTo("2027-04-06T11:00");
        asks("karin", number, "2027-04-06T12:00:00+02:00").refused(409);
        assertThat(historyOf(number).stream().filter("obligation.extended.v1"::equals))
                .hasSize(2);
        watch.look(number);
    }

    @Test
    void theWaitingQuestionIsAlsoAnsweredByTheIdOfItsObligation() {
        inside.itIs("2027-04-05T08:00");
        String number = decidedInAHurry();
        String decision = "extensions/" + leadingId(number) + "/decision";
        as("per").does(number, decision, "approved", true).refused(409);
        asks("karin", number, "2027-04-05T14:30:00+02:00").done();
        as("sara").does(number, decision, "approved", true).refused(403);
        as("per").does(number, decision, "approved", false).invalid("reason");

        as("per").does(number, decision, "approved", true).done();

        assertThat(local(owed(number).path("dueAt").asText())).isEqualTo("2027-04-05T14:30");
        as("per").does(number, decision, "approved", true).refused(409);
        as("per")
                .does(number, "extensions/" + UUID.randomUUID() + "/decision", "approved", true)
                .refused(404);
        watch.look(number);
    }

    @Test
    void theCeilingOfAnActionFollowsAndTheDeputyAnswersForTheTop() {
        inside.itIs("2027-04-05T08:00");
        String number = decidedByKarin();
        approves("karin", number, "eva");
        as("eva").does(number, "ownership", "accept", true).done();
        String later = inWorkingTime(owed(number).path("dueAt").asText(), 18);
        asks("eva", number, later).done();
        answers("per", number, true).refused(403);
        answers("britt", number, true).done();
        assertThat(owed(number).path("ceilingAt").asText())
                .isEqualTo(owed(number).path("dueAt").asText());
        as("eva")
                .does(number, "action", "what", "En ramp", "dueOn", later.substring(0, 10))
                .done();
        watch.look(number);
    }

    @Test
    void noTimeIsGivenOnADayThatHasBecomeAClosingDaySinceItWasAskedFor() {
        inside.itIs("2027-04-05T08:00");
        String number = plannedByHugo("2027-04-09");
        asks("hugo", number, "2027-04-14T17:00:00+02:00").done();
        String id = as("stina")
                .posts(
                        "/organisation/closing-days",
                        Raising.json("unit", Raising.GATA, "day", "2027-04-14", "reason", "Planering"))
                .done()
                .json()
                .path("id")
                .asText();
        try {
            inside.dueTimesFollow();
            answers("gun", number, true).refused(409);
            answers("gun", number, false).done();
            watch.look(number);
        } finally {
            as("stina").sends("DELETE", "/organisation/closing-days/" + id, null);
            inside.dueTimesFollow();
        }
    }

    // Pauses

    @Test
    void aPauseStopsRemindersAndRungsAndTheClockGoesOnByItself() {
        inside.itIs("2027-04-05T08:00");
        String number = plannedByHugo("2027-04-09");
        inside.itIs("2027-04-06T12:00");
        pauses("gun", number, "2027-04-14").done();
        JsonNode owed = owed(number);
        assertThat(local(owed.path("pausedUntil").asText())).isEqualTo("2027-04-14T17:00");
        // five hours of Tuesday and three days were left
        assertThat(local(owed.path("dueAt").asText())).isEqualTo("2027-04-20T13:00");
        inside.itIs("2027-04-12T08:00");
        assertThat(owed(number).path("overdue").asBoolean()).isFalse();
        as("hugo")
                .does(number, "action", "what", "Annat", "dueOn", "2027-04-16")
                .refused(409);
        watch.look(number);

        assertThat(inside.letTimePass(number, "2027-04-21T13:00"))
                .containsExactly("2027-04-14T17:00", "2027-04-16T08:30", "2027-04-20T13:00", "2027-04-21T13:00");
        owes(number, "ACT", "gun");
        assertThat(historyOf(number)).containsOnlyOnce("obligation.paused.v1", "obligation.resumed.v1");
        watch.look(number);
        watch.lookAtTheHistory(number);
    }

    @Test
    void aPauseIsForWhoeverIsAboveAndTwiceAndNeverOfADecision() {
        inside.itIs("2027-04-05T08:00");
        String deciding = decidedInAHurry();
        pauses("per", deciding, "2027-04-14").refused(409);
        String number = plannedByHugo("2027-04-30");
        pauses("hugo", number, "2027-04-14").refused(403);
        pauses("per", number, "2027-04-14").refused(403);
        pauses("astrid", number, "2027-04-14").refused(403);
        pauses("gun", number, "2027-04-17").invalid("until");
        pauses("gun", number, "2027-04-02").invalid("until");
        as("gun")
                .does(number, "pauses", "obligation", leadingId(number), "until", "2027-04-14")
                .invalid("cause");
        pauses("tove", number, "2027-04-14").done();
        pauses("gun", number, "2027-04-15").refused(409);
        inside.itIs("2027-04-06T08:00");
        as("gun").does(number, "pauses/" + leadingId(number) + "/end").done();
        assertThat(owed(number).path("pausedUntil").isNull()).isTrue();
        // one day later than it was planned
        assertThat(local(owed(number).path("dueAt").asText())).isEqualTo("2027-05-03T17:00");
        as("gun").does(number, "pauses/" + leadingId(number) + "/end").refused(409);
        pauses("gun", number, "2027-04-07").done();
        as("hugo").does(number, "action/completion", "text", "Klart ändå").done();
        watch.look(number);

        String other = plannedByHugo("2027-04-30");
        for (String until : List.of("2027-04-08", "2027-04-09")) {
            pauses("gun", other, until).done();
            inside.letTimePass(other, until + "T17:00");
        }
        pauses("gun", other, "2027-04-16").refused(409);
        watch.look(other);
    }

    // Closing days

    @Test
    void aClosingDayMovesWhatIsDueAndGivesTheTimeBackWhenItIsRemoved() {
        inside.itIs("2027-04-05T08:00");
        String counted = actingByHugo();
        String planned = plannedByHugo("2027-04-14");
        String paused = plannedByHugo("2027-04-20");
        pauses("gun", paused, "2027-04-14").done();
        String elsewhere = decidedByKarin();
        List<String> before = dueTimes(counted, planned, paused, elsewhere);
        assertThat(inside.letTimePass(planned, "2027-04-09T12:30")).hasSize(1);
        inside.itIs("2027-04-09T13:00");

        String id = as("stina")
                .posts(
                        "/organisation/closing-days",
                        Raising.json("unit", "nordvik/teknik", "day", "2027-04-14", "reason", "Planering"))
                .done()
                .json()
                .path("id")
                .asText();
        try {
            inside.dueTimesFollow();
            inside.dueTimesFollow();
            assertThat(tables.all(
                            "select (facts::jsonb ->> 'moved')::int >= 3 from outbox_message where recipient = 'hugo'"
                                    + " and kind = 'closing-day.due-times-moved.v1' and told_by = 'stina'"
                                    + " and facts::jsonb ->> 'day' = '2027-04-14'"))
                    .containsExactly("t");
            List<String> moved = dueTimes(counted, planned, paused, elsewhere);
            assertThat(moved.get(0)).isEqualTo(inWorkingTime(before.get(0), 9));
            assertThat(local(moved.get(1))).isEqualTo("2027-04-15T17:00");
            assertThat(moved.get(2)).isEqualTo(inWorkingTime(before.get(2), 9));
            assertThat(moved.get(3)).isEqualTo(before.get(3));
            assertThat(historyOf(counted).stream().filter("obligation.recomputed.v1"::equals))
                    .hasSize(1);
            assertThat(tables.one(
                            "select actor from history_entry where subject = ? and type = 'obligation.recomputed.v1'",
                            counted))
                    .isEqualTo("stina");
            assertThat(local(owed(paused).path("pausedUntil").asText())).isEqualTo("2027-04-15T17:00");
            for (String number : List.of(counted, planned, paused, elsewhere)) {
                watch.look(number);
                watch.lookAtTheHistory(number);
            }
            as("stina")
                    .posts(
                            "/organisation/closing-days",
                            Raising.json("unit", Raising.GATA, "day", "2027-04-14", "reason", "Igen"))
                    .invalid("day");
            as("gun")
                    .posts(
                            "/organisation/closing-days",
                            Raising.json("unit", Raising.GATA, "day", "2027-04-15", "reason", "Ledigt"))
                    .refused(403);
        } finally {
            assertThat(as("sten")
                            .sends("DELETE", "/organisation/closing-days/" + id, null)
                            .status())
                    .isEqualTo(204);
            inside.dueTimesFollow();
        }

        assertThat(dueTimes(counted, planned, paused, elsewhere)).isEqualTo(before);
        assertThat(tables.all("select changed_by from closing_day_change where day = '2027-04-14' order by kind"))
                .containsExactly("stina", "sten");
        // nobody is reminded again, and it is due on its day
        assertThat(inside.letTimePass(planned, "2027-04-14T17:00")).containsExactly("2027-04-14T17:00");
        watch.look(planned);
    }

    @Test
    void aReviewOpensADayLaterForAClosingDayBeforeItAndTheCaseSaysSo() {
        inside.itIs("2027-04-05T08:00");
        String number = reviewedBySara();
        String opens = owed(number).path("opensAt").asText();
        String due = owed(number).path("dueAt").asText();
        String id = as("stina")
                .posts(
                        "/organisation/closing-days",
                        Raising.json("unit", Raising.KUNDSERVICE, "day", "2027-04-14", "reason", "Planering"))
                .done()
                .json()
                .path("id")
                .asText();
        try {
            inside.dueTimesFollow();
            String later = inWorkingTime(opens, 9);
            assertThat(owed(number).path("opensAt").asText()).isEqualTo(later);
            assertThat(owed(number).path("remindAt").asText()).isEqualTo(later);
            assertThat(owed(number).path("dueAt").asText()).isEqualTo(inWorkingTime(due, 9));
            assertThat(as("sara")
                            .reads(number)
                            .json()
                            .path("action")
                            .path("reviewFrom")
                            .asText())
                    .isEqualTo(later);
            watch.look(number);
            watch.lookAtTheHistory(number);
        } finally {
            as("stina").sends("DELETE", "/organisation/closing-days/" + id, null);
            inside.dueTimesFollow();
        }
        assertThat(owed(number).path("opensAt").asText()).isEqualTo(opens);
        assertThat(owed(number).path("dueAt").asText()).isEqualTo(due);
        watch.look(number);
    }

    @Test
    void aReviewForWhichSomebodyIsAppointedLateHasItsTimeFromThen() {
        inside.itIs("2027-04-05T08:00");
        String number = as("eva").raises(Raising.change(300_000)).done().number();
        approves("britt", number, "britt");
        as("britt")
                .does(number, "handover", "to", "eva", "reason", "Du når dem")
                .done();
        as("eva").does(number, "ownership", "accept", true).done();
        as("eva").does(number, "action/completion", "text", "Det går nu").done();
        assertThat(leading(number)).startsWith("APPOINT");
        inside.itIs("2027-05-10T10:00");

        as(leading(number).get(1)).does(number, "appointment", "person", "tove").done();

        owes(number, "REVIEW_EFFECT", "tove");
        assertThat(local(owed(number).path("opensAt").asText())).isEqualTo("2027-05-10T10:00");
        assertThat(local(owed(number).path("dueAt").asText())).isEqualTo("2027-05-17T10:00");
        assertThat(inside.letTimePass(number, "2027-05-17T10:00"))
                .containsExactly("2027-05-10T10:00", "2027-05-12T14:30", "2027-05-17T10:00");
        watch.look(number);
    }

    @Test
    void aClosingDayTakesNothingFromAContributionThatHasMovedUpPastTheAction() {
        inside.itIs("2027-04-05T08:00");
        String number = actingByHugo();
        as("hugo")
                .does(
                        number,
                        "action",
                        "what",
                        "En ramp",
                        "dueOn",
                        "2027-04-09",
                        "contributors",
                        List.of(Map.of("to", "lina", "what", "Mät upp", "dueOn", "2027-04-07")))
                .done();
        inside.letTimePass(number, "2027-04-08T17:00");
        // ola has two working days from Thursday at five
        assertThat(contributionDue(number)).isEqualTo("2027-04-12 17:00");
        String id = as("stina")
                .posts(
                        "/organisation/closing-days",
                        Raising.json("unit", "nordvik/teknik", "day", "2027-04-20", "reason", "Planering"))
                .done()
                .json()
                .path("id")
                .asText();
        try {
            inside.dueTimesFollow();
            assertThat(contributionDue(number)).isEqualTo("2027-04-12 17:00");
        } finally {
            as("stina").sends("DELETE", "/organisation/closing-days/" + id, null);
            inside.dueTimesFollow();
        }
        assertThat(contributionDue(number)).isEqualTo("2027-04-12 17:00");
        watch.look(number);
    }

    private String contributionDue(String number) {
        return tables.one(
                "select to_char(due_at at time zone 'Europe/Stockholm', 'YYYY-MM-DD HH24:MI') from obligation"
                        + " where case_number = ? and kind = 'CONTRIBUTE' and state = 'OPEN'",
                number);
    }

    @Test
    void aChangeIsNotWorkedOutBeforeEveryCaseIs() {
        inside.itIs("2027-04-05T08:00");
        String number = plannedByHugo("2027-04-28");
        String change =
                "closing_day_change where day = '2027-04-28' and unit_path = 'nordvik/teknik/gata' and kind = 'ADDED'";
        String day;
        String incident;
        try (Obstacle inTheWay = tables.failing("mandat.obligation")) {
            day = as("stina")
                    .posts(
                            "/organisation/closing-days",
                            Raising.json("unit", Raising.GATA, "day", "2027-04-28", "reason", "Planering"))
                    .done()
                    .json()
                    .path("id")
                    .asText();
            inside.dueTimesFollow();
            assertThat(tables.rows("select passes, done_at, tries > 0 from " + change))
                    .containsExactly(Arrays.asList("0", null, "t"));
            incident = tables.one("select id from " + change);
            assertThat(as("astrid").gets("/incidents").body()).contains(incident, "CLOSING_DAY");
        }
        try {
            as("astrid").posts("/incidents/" + incident + "/retry", "").refused(403);
            as("stina").posts("/incidents/" + incident + "/retry", "").done();
            assertThat(tables.rows("select passes > 0, failed_case from " + change))
                    .containsExactly(Arrays.asList("t", null));
            assertThat(as("astrid").gets("/incidents").body()).doesNotContain(incident);
            assertThat(local(owed(number).path("dueAt").asText())).isEqualTo("2027-04-29T17:00");
        } finally {
            as("stina").sends("DELETE", "/organisation/closing-days/" + day, null);
            // whatever else has failed meanwhile has had its pause
            inside.itIs("2027-04-05T10:00");
            inside.dueTimesFollow();
        }
    }

    @Test
    void anOpenEveBringsNearerWhatIsDueAfterItAndGivesTheTimeBackWhenItIsClosedAgain() {
        inside.itIs("2027-06-21T08:00");
        String counted = actingByHugo();
        String planned = plannedByHugo("2027-06-24");
        String elsewhere = decidedByKarin();
        List<String> before = dueTimes(counted, planned, elsewhere);
        as("hugo")
                .does(planned, "action", "what", "En ramp", "dueOn", "2027-06-25")
                .invalid("dueOn");

        String id = opens("stina", "nordvik/teknik", "2027-06-25")
                .done()
                .json()
                .path("id")
                .asText();
        try {
            inside.dueTimesFollow();
            List<String> moved = dueTimes(counted, planned, elsewhere);
            assertThat(inWorkingTime(moved.get(0), 9)).isEqualTo(before.get(0));
            assertThat(moved.subList(1, 3)).isEqualTo(before.subList(1, 3));
            assertThat(historyOf(counted).stream().filter("obligation.recomputed.v1"::equals))
                    .hasSize(1);
            assertThat(told("OPENED", "stina")).containsExactly("hugo");
            as("hugo")
                    .does(planned, "action", "what", "En ramp", "dueOn", "2027-06-25")
                    .done();

            opens("stina", "nordvik/teknik", "2027-06-25").invalid("day");
            opens("stina", Raising.GATA, "2027-06-25").invalid("day");
            opens("stina", "nordvik/teknik", "2027-06-24").invalid("day");
            opens("stina", "nordvik/teknik", "2027-06-26").invalid("day");
            opens("stina", "nordvik/teknik", "2028-06-06").invalid("day");
            opens("gun", "nordvik/teknik", "2027-12-24").refused(403);
            as("stina")
                    .posts(
                            "/organisation/closing-days",
                            Raising.json("unit", "nordvik/teknik", "day", "2027-06-25", "reason", "Ledigt"))
                    .invalid("day");
            for (String number : List.of(counted, planned, elsewhere)) {
                watch.look(number);
                watch.lookAtTheHistory(number);
            }
        } finally {
            assertThat(as("sten")
                            .sends("DELETE", "/organisation/open-eves/" + id, null)
                            .status())
                    .isEqualTo(204);
            inside.dueTimesFollow();
        }

        List<String> closed = dueTimes(counted, planned, elsewhere);
        assertThat(closed.get(0)).isEqualTo(before.get(0));
        assertThat(local(closed.get(1))).isEqualTo("2027-06-28T17:00");
        assertThat(closed.get(2)).isEqualTo(before.get(2));
        assertThat(told("CLOSED", "sten")).containsExactly("hugo");
        assertThat(tables.all("select kind from closing_day_change where day = '2027-06-25' order by changed_at"))
                .containsExactlyInAnyOrder("OPENED", "CLOSED");
        assertThat(inside.letTimePass(planned, "2027-06-28T17:00")).endsWith("2027-06-28T17:00");
        watch.look(planned);
    }

    private Answer opens(String person, String unit, String eve) {
        return as(person).posts("/organisation/open-eves", Raising.json("unit", unit, "day", eve, "reason", "Jour"));
    }

    /** Who was told of what has moved with this change of Midsummer's Eve by a steward. */
    private List<String> told(String change, String steward) {
        return tables.all(
                "select recipient from outbox_message where kind = 'closing-day.due-times-moved.v1'"
                        + " and facts::jsonb ->> 'day' = '2027-06-25' and facts::jsonb ->> 'change' = ? and told_by = ?"
                        + " and recipient = 'hugo'",
                change,
                steward);
    }

    private List<String> dueTimes(String... numbers) {
        return Arrays.stream(numbers)
                .map(number -> owed(number).path("dueAt").asText())
                .toList();
    }

    private String decidedInAHurry() {
        String number = as("sara")
                .raises(Raising.change(20_000).outcome("HARMED"))
                .done()
                .number();
        owes(number, "DECIDE", "karin");
        return number;
    }

    private String plannedByHugo(String dueOn) {
        String number = actingByHugo();
        as("hugo").does(number, "action", "what", "En ramp", "dueOn", dueOn).done();
        return number;
    }

    @Test
    void thatItCanNoLongerBeGivenIsSaidBeforeWhatIsNotWellFormed() {
        inside.itIs("2027-04-05T08:00");
        String asking = decidedInAHurry();
        asks("karin", asking, "2027-04-05T14:30:00+02:00").done();
        String late = plannedByHugo("2027-04-06");
        inside.itIs("2027-04-07T08:00");

        as("per")
                .does(
                        asking,
                        "extensions/" + asked(asking) + "/decision",
                        "approved",
                        true,
                        "reason",
                        "x".repeat(4_001))
                .refused(409);
        as("gun")
                .does(late, "pauses", "obligation", leadingId(late), "until", "2027-04-14")
                .refused(409);
    }

    private Answer asks(String person, String number, String dueAt) {
        return as(person).posts("/cases/" + number + "/extensions", question(number, dueAt), "If-Match", "*");
    }

    private String question(String number, String dueAt) {
        return Raising.json("obligation", leadingId(number), "dueAt", dueAt, "reason", "Leverantören är sen");
    }

    private Answer answers(String person, String number, boolean approved) {
        return as(person)
                .does(
                        number,
                        "extensions/" + asked(number) + "/decision",
                        "approved",
                        approved,
                        "reason",
                        "Så får det bli");
    }

    /** The id of the latest question about any obligation of the case. */
    private String asked(String number) {
        return tables.one(
                "select e.id from extension e join obligation o on o.id = e.obligation where o.case_number = ?"
                        + " order by e.asked_at desc, e.state = 'ASKED' desc limit 1",
                number);
    }

    private Answer pauses(String person, String number, String until) {
        return as(person)
                .does(number, "pauses", "obligation", leadingId(number), "until", until, "cause", "Länsstyrelsen");
    }

    /** What leads the case, as programs read it. */
    private JsonNode owed(String number) {
        JsonNode owed = as("astrid").reads(number).json().path("obligations").get(0);
        JsonNode listed =
                as("astrid").gets("/obligations/" + owed.path("id").asText()).json();
        assertThat(listed).isEqualTo(owed);
        return owed;
    }

    private static String inWorkingTime(String time, int hours) {
        return WorkingCalendar.standard()
                .plus(OffsetDateTime.parse(time).toInstant(), WorkingTime.hours(hours))
                .atZone(Inside.STOCKHOLM)
                .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }

    private static String local(String time) {
        return OffsetDateTime.parse(time)
                .toInstant()
                .atZone(Inside.STOCKHOLM)
                .toLocalDateTime()
                .toString();
    }
}
