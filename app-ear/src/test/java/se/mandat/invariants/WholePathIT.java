package se.mandat.invariants;

import static org.assertj.core.api.Assertions.assertThat;
import static se.mandat.invariants.Raising.BIBLIOTEK;
import static se.mandat.invariants.Raising.KUNDSERVICE;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** 12: after every step, stage, leading obligation and process position agree; and each step refuses what it must. */
class WholePathIT extends PathTest {

    private static final String MONDAY = "2027-01-11T09:00";
    /** 20 working days after a Monday morning on which a detour was mended. */
    private static final String REVIEW_DAY = "2027-02-08T10:00";

    private void completes(String owner, String number) {
        inside.itIs("2027-01-11T10:00");
        as(owner)
                .does(number, "action/completion", "text", "Rampen ligger på plats")
                .done();
    }

    private void closes(String reviewer, String number) {
        owes(number, "REVIEW_EFFECT", reviewer);
        inside.itIs(REVIEW_DAY);
        Answer closed = reviews(reviewer, number, "EFFECTIVE").done();
        assertThat(closed.json().path("stage").asText()).isEqualTo("CLOSED");
        assertThat(closed.json().path("closedAs").asText()).isEqualTo("EFFECTIVE");
        agrees(number);
    }

    @Test
    void whoDecidesWithinTheMandateAndDoesItThemselfActsAtOnceAndAColleagueReviews() {
        inside.itIs(MONDAY);
        Answer raised = as("hugo")
                .raises(Raising.change(1_000).ownedBy("hugo").shown("OWN"))
                .done();
        String number = raised.number();
        assertThat(raised.json().path("mandate").path("route").asText()).isEqualTo("OWN");
        assertThat(raised.json().path("decision").path("by").asText()).isEqualTo("hugo");
        owes(number, "ACT", "hugo");
        assertThat(tables.all("select recipient from outbox_message where case_number = ?", number))
                .containsExactly("gun");

        as("hugo")
                .does(number, "action", "what", "En ramp", "dueOn", "2027-01-15")
                .done();
        agrees(number);
        as("hugo").does(number, "progress", "text", "Den är beställd").done();
        agrees(number);
        completes("hugo", number);
        closes("gun", number);

        as("hugo").does(number, "acknowledgement", "understood", true).done();
        as("hugo").does(number, "acknowledgement", "understood", true).refused(409);
        assertThat(historyOf(number))
                .containsExactly(
                        "case.raised.v1",
                        "case.mandate-asked.v1",
                        "case.decided.v1",
                        "case.ownership-accepted.v1",
                        "obligation.opened.v1",
                        "case.planned.v1",
                        "obligation.rescheduled.v1",
                        "case.progress-noted.v1",
                        "case.action-completed.v1",
                        "obligation.fulfilled.v1",
                        "obligation.opened.v1",
                        "case.effect-reviewed.v1",
                        "case.closed.v1",
                        "obligation.fulfilled.v1",
                        "case.acknowledged.v1");
    }

    @Test
    void aNamedOwnerIsAskedAcceptsAndTheRaiserReviews() {
        inside.itIs(MONDAY);
        String number =
                as("hugo").raises(Raising.change(1_000).ownedBy("gun")).done().number();
        owes(number, "ACCEPT_OWNERSHIP", "gun");
        as("gun").does(number, "ownership", "accept", true).done();
        owes(number, "ACT", "gun");
        completes("gun", number);
        closes("hugo", number);
        as("hugo").does(number, "acknowledgement", "understood", true).refused(409);
        assertThat(tables.all(
                        "select recipient from outbox_message where case_number = ? and kind = 'case.closed.v1'",
                        number))
                .containsExactly("gun");
    }

    @Test
    void withoutAnOwnerNamedTheLeadUnitsManagerIsAsked() {
        inside.itIs(MONDAY);
        String number = as("hugo").raises(Raising.change(1_000)).done().number();
        owes(number, "ACCEPT_OWNERSHIP", "gun");
    }

    @Test
    void theManagerApprovesWithAReasonAndIsTheOwnerByDefault() {
        inside.itIs(MONDAY);
        String number = decidedByKarin();
        owes(number, "DECIDE", "karin");
        Answer decided = approves("karin", number, null);
        assertThat(decided.json().path("decision").path("verdict").asText()).isEqualTo("APPROVED");
        assertThat(decided.json().path("effectQuestion").asText()).contains(Raising.GOAL);
        owes(number, "ACT", "karin");
        completes("karin", number);
        closes("sara", number);
    }

    @Test
    void theManagerAmendsAndNamesAnOwnerElsewhere() {
        inside.itIs(MONDAY);
        String number = decidedByKarin();
        Answer decided = as("karin")
                .does(
                        number,
                        "decision",
                        "verdict",
                        "AMENDED",
                        "reason",
                        "Vi börjar i det lilla",
                        "owner",
                        "lina",
                        "effectQuestion",
                        "Kom hon in själv?",
                        "expectedEffect",
                        "Ingen behöver vända",
                        "proposal",
                        Raising.proposal(20_000L, true, List.of()))
                .done();
        assertThat(decided.json().path("proposal").path("cost").asLong()).isEqualTo(20_000);
        assertThat(decided.json().path("effectQuestion").asText()).isEqualTo("Kom hon in själv?");
        assertThat(decided.json().path("mandates")).hasSize(2);
        owes(number, "ACCEPT_OWNERSHIP", "lina");
        as("lina").does(number, "ownership", "accept", true).done();
        owes(number, "ACT", "lina");
        completes("lina", number);
        closes("sara", number);
    }

    @Test
    void aCaseWithoutAProposalGetsOneFromTheDecision() {
        inside.itIs(MONDAY);
        String number = as("sara").raises(Raising.question()).done().number();
        owes(number, "DECIDE", "karin");
        as("karin")
                .does(number, "decision", "verdict", "APPROVED", "reason", "Ja")
                .invalid("proposal");
        as("karin")
                .does(
                        number,
                        "decision",
                        "verdict",
                        "AMENDED",
                        "reason",
                        "Ja",
                        "proposal",
                        Raising.proposal(9_000L, true, List.of()))
                .invalid("verdict");
        Answer decided = as("karin")
                .does(
                        number,
                        "decision",
                        "verdict",
                        "APPROVED",
                        "reason",
                        "Det ska gå att komma in",
                        "proposal",
                        Raising.proposal(9_000L, true, List.of()))
                .done();
        assertThat(decided.json().path("proposal").path("cost").asLong()).isEqualTo(9_000);
        owes(number, "ACT", "karin");
    }

    @Test
    void whatTouchesSeveralUnitsIsForTheirNearestCommonManager() {
        inside.itIs(MONDAY);
        String number = as("sara")
                .raises(Raising.change(30_000).touching(KUNDSERVICE, BIBLIOTEK).shown("JOINT"))
                .done()
                .number();
        owes(number, "DECIDE", "per");
        approves("per", number, null);
        owes(number, "ACCEPT_OWNERSHIP", "karin");
        as("karin").does(number, "ownership", "accept", true).done();
        completes("karin", number);
        closes("sara", number);
    }

    @Test
    void whatCostsMostIsForTheTop() {
        inside.itIs(MONDAY);
        String number = as("sara")
                .raises(Raising.change(300_000).shown("EXECUTIVE"))
                .done()
                .number();
        owes(number, "DECIDE", "eva");
        approves("eva", number, "tove");
        owes(number, "ACCEPT_OWNERSHIP", "tove");
        as("tove").does(number, "ownership", "accept", true).done();
        completes("tove", number);
        closes("sara", number);
    }

    @Test
    void aFailedReviewStartsANewRoundUntilTheEffectIsThere() {
        inside.itIs(MONDAY);
        String number = actingByKarin();
        as("karin")
                .does(number, "action", "what", "En ramp", "dueOn", "2027-01-15")
                .done();
        completes("karin", number);
        reviews("sara", number, "EFFECTIVE").refused(409);
        reviews("sara", number, "PARTLY").refused(409);
        owes(number, "REVIEW_EFFECT", "sara");

        Answer failed = reviews("sara", number, "NOT_EFFECTIVE").done();
        assertThat(failed.json().path("round").asInt()).isEqualTo(2);
        assertThat(failed.json().path("action").isNull()).isTrue();
        owes(number, "ACT", "karin");
        completes("karin", number);

        inside.itIs("2027-02-08T09:59");
        reviews("sara", number, "PARTLY").refused(409);
        inside.itIs(REVIEW_DAY);
        reviews("sara", number, "PARTLY").done();
        owes(number, "DECIDE", "per");
        approves("per", number, null);
        owes(number, "ACT", "karin");
        as("karin")
                .does(number, "action/completion", "text", "Nu är den bredare")
                .done();
        inside.itIs("2027-03-08T10:00");
        reviews("sara", number, "EFFECTIVE").done();
        agrees(number);
        assertThat(tables.all("select verdict from effect_review where case_number = ? order by round", number))
                .containsExactly("NOT_EFFECTIVE", "PARTLY", "EFFECTIVE");
    }

    @Test
    void aDraftBecomesACaseWhenSubmitted() {
        inside.itIs(MONDAY);
        Answer draft = as("amir")
                .posts("/cases", Raising.json("customerVoice", Map.of("words", "Halvt"), "draft", true))
                .done();
        assertThat(draft.number()).startsWith("U-2027-");
        as("sara").reads(draft.number()).refused(404);
        as("amir")
                .posts("/cases/" + draft.number() + "/submission", "{}", "If-Match", draft.tag())
                .invalid("customerVoice.goal", "customerVoice.outcome");
        Answer written = as("amir")
                .sends(
                        "PUT",
                        "/cases/" + draft.number() + "/draft",
                        Raising.question().json(),
                        "If-Match",
                        draft.tag())
                .done();
        Answer submitted = as("amir")
                .posts("/cases/" + draft.number() + "/submission", "{}", "If-Match", written.tag())
                .done();
        owes(submitted.number(), "DECIDE", "karin");
        assertThat(tables.rows("select words, goal, submitted_as from draft where number = ?", draft.number()))
                .containsExactly(Arrays.asList(null, null, submitted.number()));
        as("amir")
                .posts("/cases/" + draft.number() + "/submission", "{}", "If-Match", "*")
                .refused(409);
    }

    @Test
    void nothingIsRaisedThatCannotBeACase() {
        Map<String, String> before = tables.everything();
        as("sara").posts("/cases", "{}").invalid("customerVoice");
        as("sara")
                .posts("/cases", Raising.json("customerVoice", Map.of("outcome", "DETOUR")))
                .invalid("customerVoice.words", "customerVoice.goal");
        as("sara").raises(Raising.change(10).touching("nordvik/ingenstans")).invalid("proposal.units[0]");
        as("sara").raises(Raising.change(-1)).invalid("proposal.cost");
        as("sara").raises(Raising.change(1_000_000_001)).invalid("proposal.cost");
        as("sara").raises(Raising.change(10).reachedAt("0".repeat(501))).invalid("customerVoice.contact");
        as("hugo").raises(Raising.change(10).ownedBy("ingen")).invalid("decision.owner");
        as("hugo").raises(Raising.change(10).ownedBy("astrid")).invalid("decision.owner");
        as("sara").raises(Raising.change(30_000).shown("OWN")).refused(409);
        as("sara").raises(Raising.question().outcome("BAD")).refused(400);
        as("sara").posts("/cases", "{\"colour\": \"x\"}").refused(400);
        assertThat(tables.everything()).isEqualTo(before);
    }

    @Test
    void decidingIsRefusedToOthersAtOtherTimesAndWithoutWhatADecisionNeeds() {
        String number = decidedByKarin();
        Map<String, String> before = tables.everything();
        for (String other : List.of("sara", "per", "eva", "amir")) {
            as(other)
                    .does(number, "decision", "verdict", "APPROVED", "reason", "Ja")
                    .refused(403);
        }
        as("karin")
                .does("M-2020-9999", "decision", "verdict", "APPROVED", "reason", "Ja")
                .refused(404);
        as("karin").does(number, "decision", "verdict", "APPROVED").invalid("reason");
        as("karin").does(number, "decision", "reason", "Ja").invalid("verdict");
        as("karin")
                .does(number, "decision", "verdict", "REJECTED", "reason", "Nej", "owner", "lina")
                .invalid("owner");
        as("karin")
                .does(number, "decision", "verdict", "AMENDED", "reason", "Ja")
                .invalid("proposal");
        as("karin")
                .does(number, "decision", "verdict", "APPROVED", "reason", "Ja", "owner", "x")
                .invalid("owner");
        as("karin")
                .does(
                        number,
                        "decision",
                        "verdict",
                        "APPROVED",
                        "reason",
                        "Ja",
                        "proposal",
                        Raising.proposal(1L, true, List.of()))
                .invalid("verdict");
        for (Object beyond : List.of(
                Raising.proposal(300_000L, true, List.of()),
                Raising.proposal(30_000L, true, List.of(KUNDSERVICE, BIBLIOTEK)),
                Raising.proposal(30_000L, true, List.of(BIBLIOTEK)))) {
            as("karin")
                    .does(number, "decision", "verdict", "AMENDED", "reason", "Ja", "proposal", beyond)
                    .refused(409);
        }
        assertThat(tables.everything()).isEqualTo(before);
        approves("karin", number, null);
        as("karin")
                .does(number, "decision", "verdict", "APPROVED", "reason", "Igen")
                .refused(409);
        as("karin").does(number, "appointment", "person", "sara").refused(409);
    }

    @Test
    void ownershipIsAcceptedByTheNamedOwnerOnlyAndOnlyOnce() {
        String number = decidedByKarin();
        as("karin").does(number, "ownership", "accept", true).refused(409);
        approves("karin", number, "lina");
        as("karin").does(number, "ownership", "accept", true).refused(403);
        as("lina").does(number, "ownership", "accept", false).invalid("betterOwner");
        as("lina").does(number, "ownership").invalid("accept");
        as("lina").does(number, "ownership", "accept", true).done();
        as("lina").does(number, "ownership", "accept", true).refused(409);
    }

    @Test
    void aPlanIsTheOwnersOnAWorkingDayAheadAndWithinTheCeiling() {
        inside.itIs("2027-01-11T09:00");
        String number = actingByKarin();
        as("sara")
                .does(number, "action", "what", "En ramp", "dueOn", "2027-01-15")
                .refused(403);
        as("karin").does(number, "action", "dueOn", "2027-01-15").invalid("what");
        as("karin").does(number, "action", "what", "En ramp").invalid("dueOn");
        as("karin")
                .does(number, "action", "what", "En ramp", "dueOn", "2027-01-16")
                .invalid("dueOn");
        as("karin")
                .does(number, "action", "what", "En ramp", "dueOn", "2027-01-08")
                .invalid("dueOn");
        as("karin")
                .does(number, "action", "what", "En ramp", "dueOn", "2027-02-23")
                .invalid("dueOn");
        as("karin")
                .does(number, "action", "what", "En ramp", "dueOn", "i morgon")
                .refused(400);

        as("karin")
                .does(number, "action", "what", "En ramp", "dueOn", "2027-01-15")
                .done();
        assertThat(dueAndReminder(number)).containsExactly("2027-01-15 17:00", "2027-01-13 13:00");
        as("karin")
                .does(number, "action", "what", "En bredare ramp", "dueOn", "2027-02-22")
                .done();
        assertThat(dueAndReminder(number)).first().isEqualTo("2027-02-22 09:00");
        agrees(number);
    }

    @Test
    void progressAndCompletionAreTheOwnersWhileActing() {
        String number = decidedByKarin();
        as("karin").does(number, "progress", "text", "Nu").refused(409);
        as("karin").does(number, "action/completion", "text", "Klar").refused(409);
        approves("karin", number, null);
        as("sara").does(number, "progress", "text", "Nu").refused(403);
        as("sara").does(number, "action/completion", "text", "Klar").refused(403);
        as("karin").does(number, "progress", "text", " ").invalid("text");
        as("karin").does(number, "action/completion", "text", "x".repeat(4_001)).invalid("text");
        as("karin").does(number, "action/completion", "text", "Klar").done();
        as("karin").does(number, "action/completion", "text", "Klar").refused(409);
    }

    @Test
    void aReviewNeedsEvidenceAndIsNeverTheDoers() {
        String number = actingByKarin();
        reviews("sara", number, "NOT_EFFECTIVE").refused(409);
        as("karin").does(number, "action/completion", "text", "Klar").done();
        reviews("karin", number, "NOT_EFFECTIVE").refused(403);
        reviews("amir", number, "NOT_EFFECTIVE").refused(403);
        as("sara").does(number, "effect-review", "verdict", "NOT_EFFECTIVE").invalid("evidence");
        as("sara")
                .does(number, "effect-review", "verdict", "NOT_EFFECTIVE", "evidence", Map.of("kind", "OBSERVED"))
                .invalid("evidence.text");
        as("sara").does(number, "acknowledgement", "understood", true).refused(409);
        as("sara")
                .does(number, "effect-review", "verdict", "NOT_EFFECTIVE", "evidence", "Hon kom inte in")
                .done();
        assertThat(tables.one("select evidence_kind from effect_review where case_number = ?", number))
                .isEqualTo("OBSERVED");
    }

    @Test
    void acknowledgingIsForTheRaiserOfAClosedCaseWhoDidNotReviewIt() {
        inside.itIs(MONDAY);
        String number = actingByHugo();
        completes("hugo", number);
        as("hugo").does(number, "acknowledgement", "understood", true).refused(409);
        closes("gun", number);
        as("gun").does(number, "acknowledgement", "understood", true).refused(403);
        as("hugo").does(number, "acknowledgement", "understood", false).invalid("question");
        as("hugo").does(number, "acknowledgement").invalid("understood");
        as("hugo").does(number, "acknowledgement", "understood", true).done();
    }

    @Test
    void theDueTimesAreThoseOfTheServiceLevels() {
        inside.itIs(MONDAY);
        Map<String, String> decisions = Stream.of("HARMED", "NOT_REACHED", "DETOUR", "REACHED")
                .collect(Collectors.toMap(outcome -> outcome, outcome -> dueAndReminder(as("sara")
                                .raises(Raising.question().outcome(outcome))
                                .done()
                                .number())
                        .toString()));
        assertThat(decisions)
                .containsEntry("HARMED", "[2027-01-11 13:00, 2027-01-11 11:00]")
                .containsEntry("NOT_REACHED", "[2027-01-13 09:00, 2027-01-12 09:00]")
                .containsEntry("DETOUR", "[2027-01-14 09:00, 2027-01-12 13:30]")
                .containsEntry("REACHED", "[2027-01-18 09:00, 2027-01-13 13:30]");

        String number = as("hugo").raises(Raising.change(0)).done().number();
        assertThat(dueAndReminder(number)).containsExactly("2027-01-12 09:00", "2027-01-11 13:30");
        as("gun").does(number, "ownership", "accept", true).done();
        assertThat(dueAndReminder(number)).containsExactly("2027-02-22 09:00", "2027-02-01 09:00");
        completes("gun", number);
        assertThat(dueAndReminder(number)).containsExactly("2027-02-15 10:00", "2027-02-08 10:00");
    }

    @Test
    void theExamplesOfEaster2027BeginAsTheyShould() {
        inside.itIs("2027-03-25T16:30");
        String thursday =
                as("sara").raises(Raising.question().outcome("HARMED")).done().number();
        assertThat(dueAndReminder(thursday)).containsExactly("2027-03-30 11:30", "2027-03-30 09:30");
        inside.itIs("2027-03-26T16:30");
        String goodFriday =
                as("sara").raises(Raising.question().outcome("HARMED")).done().number();
        assertThat(dueAndReminder(goodFriday)).containsExactly("2027-03-30 12:00", "2027-03-30 10:00");
    }

    private List<String> dueAndReminder(String number) {
        return tables.rows(
                        """
                        select to_char(due_at at time zone 'Europe/Stockholm', 'YYYY-MM-DD HH24:MI'),
                               to_char(remind_at at time zone 'Europe/Stockholm', 'YYYY-MM-DD HH24:MI')
                        from obligation where case_number = ? and state = 'OPEN' and leads
                        """,
                        number)
                .getFirst();
    }
}
