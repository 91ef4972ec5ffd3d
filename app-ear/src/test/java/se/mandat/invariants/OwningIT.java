package se.mandat.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who owns a case, who helps, and who reviews when that changes. */
class OwningIT extends PathTest {

    private static final String MONDAY = "2027-02-01T09:00";

    @Test
    void whoeverDeclinesNamesSomebodyBetterWhoIsAskedNext() {
        String number = decidedByKarin();
        approves("karin", number, "lina");
        as("lina")
                .does(number, "ownership", "accept", false, "betterOwner", "ola")
                .invalid("reason");
        as("lina")
                .does(number, "ownership", "accept", false, "betterOwner", "lina", "reason", "Nej")
                .invalid("betterOwner");
        as("lina")
                .does(number, "ownership", "accept", false, "betterOwner", "astrid", "reason", "Nej")
                .invalid("betterOwner");
        as("lina").does(number, "ownership", "accept", true, "reason", "Ja").invalid("reason");
        declines("lina", number, "ola");
        owes(number, "ACCEPT_OWNERSHIP", "ola");
        as("ola")
                .does(number, "ownership", "accept", false, "betterOwner", "lina", "reason", "Du")
                .invalid("betterOwner");
        as("ola").does(number, "ownership", "accept", true).done();
        owes(number, "ACT", "ola");
    }

    @Test
    void afterTwoDeclinesTheirNearestCommonManagerAppointsAnOwnerWhoCannotDecline() {
        String number = decidedByKarin();
        approves("karin", number, "lina");
        declines("lina", number, "gun");
        declines("gun", number, "hugo");
        assertThat(leading(number)).startsWith("APPOINT", "tove");
        agrees(number);
        as("karin").does(number, "appointment", "person", "hugo").refused(403);
        as("tove").does(number, "appointment", "person", "hugo").done();
        owes(number, "ACT", "hugo");
    }

    @Test
    void aHandoverLeavesTheOldOwnerUntilTheNewOneAccepts() {
        String number = actingByKarin();
        as("lina").does(number, "handover", "to", "lina", "reason", "Ge mig").refused(403);
        as("karin").does(number, "handover", "to", "lina").invalid("reason");
        as("karin").does(number, "handover", "to", "karin", "reason", "Jag").invalid("to");
        as("karin")
                .does(number, "handover", "to", "lina", "reason", "Du kan gatan")
                .done();
        assertThat(owedBeside(number, "ACCEPT_OWNERSHIP")).containsExactly("lina");
        owes(number, "ACT", "karin");
        as("karin").does(number, "handover", "to", "ola", "reason", "Eller du").refused(409);
        as("lina").does(number, "ownership", "accept", true).done();
        owes(number, "ACT", "lina");
        assertThat(owedBeside(number, "ACCEPT_OWNERSHIP")).isEmpty();
        as("karin").does(number, "action/completion", "text", "Klart").refused(403);
    }

    @Test
    void aHandoverThatIsDeclinedLeavesEverythingAsItWas() {
        String number = actingByKarin();
        as("karin")
                .does(number, "handover", "to", "lina", "reason", "Du kan gatan")
                .done();
        as("lina").does(number, "ownership", "accept", false).invalid("reason");
        as("lina")
                .does(number, "ownership", "accept", false, "reason", "Hinner inte")
                .done();
        owes(number, "ACT", "karin");
        as("karin").does(number, "handover", "to", "ola", "reason", "Du då").done();
        assertThat(owedBeside(number, "ACCEPT_OWNERSHIP")).containsExactly("ola");
    }

    @Test
    void aHandoverEndsWhenItIsDecidedThatSomebodyElseShallOwn() {
        String number = actingByKarin();
        for (int round = 0; round < 2; round++) {
            as("karin").does(number, "action/completion", "text", "Klart").done();
            reviews("sara", number, "NOT_EFFECTIVE").done();
        }
        as("karin").does(number, "handover", "to", "ola", "reason", "Du kan").done();
        as("per")
                .does(number, "decision", "verdict", "AMENDED", "reason", "Någon annan", "owner", "lina")
                .done();
        assertThat(owedBeside(number, "ACCEPT_OWNERSHIP")).isEmpty();
        owes(number, "ACCEPT_OWNERSHIP", "lina");
        as("ola").does(number, "ownership", "accept", true).refused(403);
        as("lina").does(number, "ownership", "accept", true).done();
        owes(number, "ACT", "lina");
    }

    @Test
    void aHandoverWaitsThroughTheCompletionAndWhoBecomesOwnerReviewsNothing() {
        String number = actingByKarin();
        as("karin")
                .does(number, "handover", "to", "sara", "reason", "Du ser kunden")
                .done();
        as("karin").does(number, "action/completion", "text", "Klart").done();
        owes(number, "REVIEW_EFFECT", "sara");
        as("sara").does(number, "ownership", "accept", true).done();
        owes(number, "REVIEW_EFFECT", "amir");
        reviews("sara", number, "NOT_EFFECTIVE").refused(403);
        reviews("amir", number, "NOT_EFFECTIVE").done();
        owes(number, "ACT", "sara");
    }

    @Test
    void contributionsRunBesideTheActionWhichWaitsForThem() {
        inside.itIs(MONDAY);
        String number = actingByKarin();
        plans("karin", number, "2027-02-12", measuringByLina("2027-02-15")).invalid("contributors[0].dueOn");
        plans(
                        "karin",
                        number,
                        "2027-02-12",
                        measuringByLina("2027-02-05"),
                        Map.of("to", "nordvik/teknik/gata", "what", "Gräv"))
                .done();
        assertThat(owedBeside(number, "CONTRIBUTE")).containsExactlyInAnyOrder("lina", "gun");
        assertThat(tables.all(
                        "select to_char(due_at at time zone 'Europe/Stockholm', 'YYYY-MM-DD HH24:MI') from obligation"
                                + " where case_number = ? and kind = 'CONTRIBUTE' order by due_at",
                        number))
                .containsExactly("2027-02-05 17:00", "2027-02-12 17:00");
        as("karin").does(number, "action/completion", "text", "Klart").refused(409);

        String linas = obligation(number, "CONTRIBUTE", "lina");
        as("gun")
                .does(number, "contributions/" + linas + "/completion", "text", "Mätt")
                .refused(403);
        as("lina").does(number, "contributions/" + linas + "/completion").invalid("text");
        as("lina")
                .does(number, "contributions/" + linas + "/completion", "text", "Mätt")
                .done();
        as("lina")
                .does(number, "contributions/" + linas + "/completion", "text", "Igen")
                .refused(409);

        String guns = obligation(number, "CONTRIBUTE", "gun");
        as("gun")
                .does(number, "contributions/" + guns + "/decline", "better", "gun", "reason", "Nej")
                .invalid("better");
        as("gun")
                .does(number, "contributions/" + guns + "/decline", "better", "hugo", "reason", "Han kan")
                .done();
        assertThat(owedBeside(number, "CONTRIBUTE")).containsExactly("hugo");
        as("hugo")
                .does(number, "contributions/" + guns + "/cancellation", "reason", "Nej")
                .refused(403);
        as("karin")
                .does(number, "contributions/" + guns + "/cancellation", "reason", "Behövs inte")
                .done();
        assertThat(owedBeside(number, "CONTRIBUTE")).isEmpty();
        as("karin").does(number, "action/completion", "text", "Klart").done();
        owes(number, "REVIEW_EFFECT", "sara");
    }

    @Test
    void aPlanThatIsSentAnewAsksNobodyTwiceAndGivesAContributorAnotherDay() {
        inside.itIs(MONDAY);
        String number = actingByKarin();
        plans("karin", number, "2027-02-10", measuringByLina("2027-02-05")).done();
        plans("karin", number, "2027-02-12", measuringByLina("2027-02-11")).done();
        assertThat(tables.all(
                        "select debtor || to_char(due_at at time zone 'Europe/Stockholm', ' YYYY-MM-DD HH24:MI')"
                                + " from obligation where case_number = ? and kind = 'CONTRIBUTE'",
                        number))
                .containsExactly("lina 2027-02-11 17:00");
        assertThat(entries(number, "case.contribution-dated.v1")).isEqualTo(1);
        as("lina")
                .does(
                        number,
                        "contributions/" + obligation(number, "CONTRIBUTE", "lina") + "/decline",
                        "better",
                        "hugo",
                        "reason",
                        "Han kan")
                .done();
        plans("karin", number, "2027-02-12", measuringByLina("2027-02-11")).done();
        assertThat(owedBeside(number, "CONTRIBUTE")).containsExactly("hugo");
        as("hugo")
                .does(
                        number,
                        "contributions/" + obligation(number, "CONTRIBUTE", "hugo") + "/completion",
                        "text",
                        "Mätt")
                .done();
        plans("karin", number, "2027-02-12", measuringByLina("2027-02-10")).done();
        assertThat(owedBeside(number, "CONTRIBUTE")).isEmpty();
        assertThat(entries(number, "case.contribution-dated.v1")).isEqualTo(1);
        agrees(number);
    }

    private Answer plans(String person, String number, String dueOn, Map<?, ?>... contributors) {
        return as(person)
                .does(number, "action", "what", "En ramp", "dueOn", dueOn, "contributors", List.of(contributors));
    }

    private static Map<String, String> measuringByLina(String dueOn) {
        return Map.of("to", "lina", "what", "Mät upp", "dueOn", dueOn);
    }

    private long entries(String number, String type) {
        return tables.count("select count(*) from history_entry where subject = ? and type = ?", number, type);
    }

    @Test
    void whoeverContributedReviewsNothingInThatRound() {
        inside.itIs(MONDAY);
        String number = actingByKarin();
        plans("karin", number, "2027-02-12", Map.of("to", "sara", "what", "Fråga kunden"))
                .done();
        String saras = obligation(number, "CONTRIBUTE", "sara");
        as("sara")
                .does(number, "contributions/" + saras + "/completion", "text", "Frågat")
                .done();
        as("karin").does(number, "action/completion", "text", "Klart").done();
        assertThat(leading(number)).startsWith("REVIEW_EFFECT", "per");
    }

    @Test
    void contributorsOfADecisionAreAskedWhenTheWorkBeginsAndTheirUnitsAreTouched() {
        String number = decidedByKarin();
        Answer decided = as("karin")
                .does(
                        number,
                        "decision",
                        "verdict",
                        "APPROVED",
                        "reason",
                        "Ja",
                        "owner",
                        "lina",
                        "contributors",
                        List.of(Map.of("to", "hugo", "what", "Gräv")))
                .done();
        assertThat(decided.json().path("proposal").path("units").toString()).contains("gata");
        assertThat(owedBeside(number, "CONTRIBUTE")).isEmpty();
        as("lina").does(number, "ownership", "accept", true).done();
        assertThat(owedBeside(number, "CONTRIBUTE")).containsExactly("hugo");
        agrees(number);
    }

    @Test
    void aContributorsUnitCountsWhenTheMandateIsAsked() {
        Answer asked = as("sara")
                .posts(
                        "/mandate-checks",
                        Raising.json(
                                "outcome", "DETOUR",
                                "proposal", Map.of("cost", 10, "reversible", true),
                                "contributors",
                                        List.of(
                                                Map.of("to", "hugo", "what", "Gräv"),
                                                Map.of("to", "ola", "what", "Mät"))))
                .done();
        assertThat(asked.json().path("route").asText()).isEqualTo("JOINT");
        assertThat(asked.json().path("decider").path("username").asText()).isEqualTo("eva");
    }

    @Test
    void anObjectionUpheldCancelsEverythingThatIsOwed() {
        inside.itIs(MONDAY);
        String number = actingByHugo();
        plans("hugo", number, "2027-02-12", Map.of("to", "lina", "what", "Mät upp"))
                .done();
        as("hugo").does(number, "handover", "to", "lina", "reason", "Du kan").done();
        as("gun").does(number, "objection", "reason", "Nej").done();
        rejects("tove", number);
        owes(number, "RESPOND", "hugo");
        assertThat(tables.count("select count(*) from obligation where case_number = ? and state = 'OPEN'", number))
                .isEqualTo(1);
    }

    @Test
    void thoseConcernedWriteToEachOther() {
        String number = actingByKarin();
        as("amir").does(number, "messages", "text", "Hej").refused(403);
        as("sara")
                .does(number, "messages", "text", "Hur går det?", "to", "amir")
                .invalid("to");
        as("sara")
                .posts("/cases/" + number + "/messages", Raising.json("text", "Hur går det?", "to", "karin"))
                .done();
        assertThat(as("karin")
                        .reads(number)
                        .json()
                        .path("messages")
                        .get(0)
                        .path("text")
                        .asText())
                .isEqualTo("Hur går det?");
    }

    @Test
    void followingTwiceIsFollowingOnceAndFollowersAreTold() {
        inside.itIs(MONDAY);
        String number = reviewedBySara();
        as("amir").sends("PUT", "/cases/" + number + "/following", null).done();
        as("amir").sends("PUT", "/cases/" + number + "/following", null).done();
        as("astrid").sends("PUT", "/cases/" + number + "/following", null).refused(403);
        as("lina").sends("PUT", "/cases/" + number + "/following", null).done();
        as("lina").sends("DELETE", "/cases/" + number + "/following", null).done();
        inside.itIs("2027-03-15T10:00");
        reviews("sara", number, "EFFECTIVE").done();
        assertThat(tables.all(
                        "select recipient from outbox_message where case_number = ? and kind = 'case.closed.v1'",
                        number))
                .contains("amir", "karin")
                .doesNotContain("lina", "sara");
    }

    @Test
    void aQuestionAboutTheOutcomeIsAnsweredOnTheClosedCase() {
        String number = rejectedByKarin();
        as("sara").does(number, "response", "accept", true).done();
        as("sara")
                .does(number, "acknowledgement", "understood", true, "question", "Varför?")
                .invalid("question");
        as("sara")
                .does(number, "acknowledgement", "understood", false, "question", "Varför?")
                .done();
        assertThat(owedBeside(number, "ANSWER")).containsExactly("karin");
        agrees(number);
        as("sara").does(number, "acknowledgement", "understood", true).refused(409);
        as("sara").does(number, "answer", "text", "Nej").refused(403);
        as("karin").does(number, "answer").invalid("text");
        as("karin").does(number, "answer", "text", "Budgeten är slut").done();
        agrees(number);
        as("sara").does(number, "acknowledgement", "understood", true).done();
    }

    private void declines(String person, String number, String better) {
        as(person)
                .does(number, "ownership", "accept", false, "betterOwner", better, "reason", "Hinner inte")
                .done();
    }
}
