package se.mandat.invariants;

import static org.assertj.core.api.Assertions.assertThat;
import static se.mandat.invariants.Raising.BIBLIOTEK;
import static se.mandat.invariants.Raising.GATA;
import static se.mandat.invariants.Raising.KUNDSERVICE;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What becomes of a decision: rejected, appealed, objected to, referred, completed, corrected. */
class DecidingIT extends PathTest {

    private static final String MONDAY = "2027-02-01T09:00";

    @Test
    void aRejectionThatIsAcceptedClosesTheCase() {
        inside.itIs(MONDAY);
        String number = rejectedByKarin();
        owes(number, "RESPOND", "sara");
        as("karin").does(number, "response", "accept", true).refused(403);
        as("sara").does(number, "response", "accept", false).invalid("accept");
        as("sara").does(number, "response", "accept", true).done();
        closedAs(number, "REJECTED");
        as("sara").does(number, "appeal", "reason", "Ändå").refused(409);
    }

    @Test
    void anAppealGoesToTheNextManagerUpAndASecondRejectionClosesAtOnce() {
        String number = rejectedByKarin();
        as("sara").does(number, "appeal").invalid("reason");
        as("amir").does(number, "appeal", "reason", "Nej").refused(403);
        as("sara").does(number, "appeal", "reason", "Hon kommer inte in").done();
        owes(number, "DECIDE", "per");
        as("karin")
                .does(number, "decision", "verdict", "APPROVED", "reason", "Ja")
                .refused(403);
        rejects("per", number);
        closedAs(number, "REJECTED");
        assertThat(tables.one("select state from case_matter where case_number = ?", number))
                .isEqualTo("REFUSED");
    }

    @Test
    void anAppealThatIsUpheldLeadsToTheWork() {
        String number = rejectedByKarin();
        as("sara").does(number, "appeal", "reason", "Hon kommer inte in").done();
        approves("per", number, "lina");
        owes(number, "ACCEPT_OWNERSHIP", "lina");
        as("lina").does(number, "ownership", "accept", true).done();
        owes(number, "ACT", "lina");
        as("sara").does(number, "appeal", "reason", "Igen").refused(409);
    }

    @Test
    void anAmendmentIsAppealedOnceWhileTheWorkGoesOn() {
        String number = decidedByKarin();
        amends("karin", number, 4_000);
        owes(number, "ACT", "karin");
        as("sara").does(number, "appeal", "reason", "Det räcker inte").done();
        assertThat(owedBeside(number, "DECIDE")).containsExactly("per");
        owes(number, "ACT", "karin");
        as("sara").does(number, "appeal", "reason", "Igen").refused(409);

        Answer upheld = as("per")
                .does(number, "decision", "verdict", "APPROVED", "reason", "Hon har rätt")
                .done();
        assertThat(upheld.json().path("proposal").path("cost").asLong()).isEqualTo(30_000);
        assertThat(owedBeside(number, "DECIDE")).isEmpty();
        owes(number, "ACT", "karin");
    }

    @Test
    void anAppealOfAnAmendmentThatIsTurnedDownLeavesEverythingAsItWas() {
        String number = decidedByKarin();
        amends("karin", number, 4_000);
        as("sara").does(number, "appeal", "reason", "Det räcker inte").done();
        Answer turnedDown = rejects("per", number);
        assertThat(turnedDown.json().path("proposal").path("cost").asLong()).isEqualTo(4_000);
        owes(number, "ACT", "karin");
    }

    @Test
    void anAmendmentCanBeAppealedAlsoWhenSomethingElseHasLeftItAsItIsSince() {
        String number = as("sara")
                .raises(Raising.change(0).touching(Raising.KUNDSERVICE, Raising.BIBLIOTEK))
                .done()
                .number();
        as("karin").does(number, "objection", "reason", "Inte så").done();
        amends("per", number, 4_000);
        as("bodil").does(number, "objection", "reason", "Inte här").done();
        as("per")
                .does(number, "decision", "verdict", "APPROVED", "reason", "Det är bra så")
                .done();

        as("sara").does(number, "appeal", "reason", "Det räcker inte").done();
        assertThat(owedBeside(number, "DECIDE")).containsExactly("eva");
    }

    @Test
    void anObjectionThatIsUpheldStopsTheWorkAndGivesTheLedgerBack() {
        inside.itIs("2027-04-05T09:00");
        long before = used("hugo");
        String number =
                as("hugo").raises(Raising.change(700).ownedBy("hugo")).done().number();
        assertThat(used("hugo")).isEqualTo(before + 700);
        as("karin").does(number, "objection", "reason", "Nej").refused(403);
        as("gun").does(number, "objection").invalid("reason");
        as("gun").does(number, "objection", "reason", "Rampen står i vägen").done();
        as("gun").does(number, "objection", "reason", "Igen").refused(409);
        assertThat(owedBeside(number, "DECIDE")).containsExactly("tove");
        owes(number, "ACT", "hugo");

        rejects("tove", number);
        owes(number, "RESPOND", "hugo");
        assertThat(used("hugo")).isEqualTo(before);
        assertThat(historyOf(number)).contains("case.ledger-restored.v1");
        as("hugo").does(number, "appeal", "reason", "Den behövs").done();
        owes(number, "DECIDE", "eva");
        approves("eva", number, null);
        owes(number, "ACT", "hugo");
    }

    @Test
    void anObjectionThatIsTurnedDownLetsTheWorkGoOn() {
        String number = actingByHugo();
        as("gun").does(number, "objection", "reason", "Rampen står i vägen").done();
        approves("tove", number, null);
        assertThat(owedBeside(number, "DECIDE")).isEmpty();
        owes(number, "ACT", "hugo");
        as("hugo").does(number, "appeal", "reason", "x").refused(409);
    }

    @Test
    void atTheTopTheObjectorDecidesThemself() {
        String number =
                as("tove").raises(Raising.change(20_000).ownedBy("tove")).done().number();
        owes(number, "ACT", "tove");
        as("eva").does(number, "objection", "reason", "Det är för dyrt").done();
        assertThat(owedBeside(number, "DECIDE")).containsExactly("eva");
        rejects("eva", number);
        owes(number, "RESPOND", "tove");
        as("tove").does(number, "appeal", "reason", "Det är det inte").done();
        owes(number, "DECIDE", "britt");
    }

    @Test
    void workThatIsCompletedIsNotGivenBack() {
        inside.itIs("2027-04-06T09:00");
        long before = used("hugo");
        String number =
                as("hugo").raises(Raising.change(300).ownedBy("hugo")).done().number();
        as("hugo").does(number, "action/completion", "text", "Klart").done();
        as("gun").does(number, "objection", "reason", "Nej").done();
        rejects("tove", number);
        owes(number, "RESPOND", "hugo");
        assertThat(used("hugo")).isEqualTo(before + 300);
    }

    @Test
    void aDecisionIsReferredToOtherUnitsAndTheTableIsAskedAgain() {
        String number = decidedByKarin();
        as("sara").does(number, "referral", "reason", "Nej").refused(403);
        as("karin").does(number, "referral", "units", List.of(BIBLIOTEK)).invalid("reason");
        as("karin")
                .does(number, "referral", "units", List.of(KUNDSERVICE), "reason", "Hos oss")
                .invalid("units");
        Answer referred = as("karin")
                .does(number, "referral", "units", List.of(GATA, KUNDSERVICE), "reason", "Det är deras gata")
                .done();
        assertThat(referred.json().path("mandate").path("route").asText()).isEqualTo("JOINT");
        assertThat(referred.json().path("mandates")).hasSize(2);
        owes(number, "DECIDE", "eva");
        as("karin").does(number, "referral", "reason", "Igen").refused(403);
        approves("eva", number, null);
        owes(number, "ACCEPT_OWNERSHIP", "gun");
    }

    @Test
    void whoeverIsDisqualifiedRefersOnceToTheNextUp() {
        String number = decidedByKarin();
        as("karin").does(number, "referral", "reason", "Min bror").done();
        owes(number, "DECIDE", "per");
        as("per").does(number, "referral", "reason", "Min syster").done();
        owes(number, "DECIDE", "eva");
        as("eva").does(number, "referral", "reason", "Min mor").done();
        owes(number, "DECIDE", "britt");
        as("britt").does(number, "referral", "reason", "Min far").done();
        assertThat(leading(number)).startsWith("APPOINT");
    }

    @Test
    void theRaiserCompletesTheProposalUntilItIsDecidedAndTheTableIsAskedAgain() {
        String number = as("sara").raises(Raising.question()).done().number();
        owes(number, "DECIDE", "karin");
        as("karin").does(number, "proposal", "text", "Mitt").refused(403);
        as("sara").does(number, "proposal", "cost", 3).invalid("text");
        Answer completed = as("sara")
                .does(number, "proposal", "text", "En ramp", "cost", 300_000, "reversible", true)
                .done();
        assertThat(completed.json().path("mandate").path("route").asText()).isEqualTo("EXECUTIVE");
        owes(number, "DECIDE", "eva");
        as("sara")
                .does(number, "proposal", "text", "En plåt", "cost", 0, "reversible", true, "expectedRoute", "MANAGER")
                .refused(409);
        as("sara")
                .does(number, "proposal", "text", "En plåt", "cost", 0, "reversible", true, "expectedRoute", "OWN")
                .done();
        owes(number, "ACCEPT_OWNERSHIP", "karin");
        as("sara").does(number, "proposal", "text", "Igen").refused(409);
    }

    @Test
    void whoeverOwedADecisionIsToldThatItIsDecidedWithinTheMandateInstead() {
        String number = as("sara").raises(Raising.question()).done().number();
        owes(number, "DECIDE", "karin");

        as("sara")
                .does(number, "proposal", "text", "En plåt", "cost", 0, "reversible", true, "expectedRoute", "OWN")
                .done();

        assertThat(told(number, "case.decided.v1")).contains("karin");
        assertThat(told(number, "case.proposal-completed.v1")).isEmpty();
    }

    @Test
    void whoHasLostTheDecisionBySilenceDoesNotGetItBackByACompletedProposal() {
        inside.itIs("2027-04-05T08:00");
        String number = decidedByKarin();
        inside.letTimePass(number, "2027-04-08T17:00");
        owes(number, "DECIDE", "per");
        List<String> led = leading(number);
        inside.itIs("2027-04-09T10:00");
        as("sara")
                .does(number, "proposal", "text", "En bredare ramp", "cost", 40_000, "reversible", true)
                .done();
        assertThat(leading(number)).isEqualTo(led);
        as("sara")
                .does(
                        number,
                        "proposal",
                        "text",
                        "En ramp där",
                        "cost",
                        40_000,
                        "reversible",
                        true,
                        "units",
                        List.of("nordvik/teknik/gata"))
                .done();
        owes(number, "DECIDE", "gun");
        agrees(number);
    }

    @Test
    void theOutcomeIsCorrectedByWhoeverDecidesAndTheWordsStay() {
        inside.itIs(MONDAY);
        String number = decidedByKarin();
        as("sara").does(number, "outcome", "outcome", "HARMED", "reason", "Fel").refused(403);
        as("karin")
                .does(number, "outcome", "outcome", "DETOUR", "reason", "Fel")
                .invalid("outcome");
        Answer corrected = as("karin")
                .does(number, "outcome", "outcome", "HARMED", "reason", "Hon föll")
                .done();
        assertThat(corrected.json().path("severity").asText()).isEqualTo("HARMED");
        assertThat(corrected.json().path("customerVoice").path("words").asText())
                .isEqualTo(Raising.WORDS);
        assertThat(due(number)).isEqualTo("2027-02-01 13:00");
        as("karin")
                .does(number, "outcome", "outcome", "REACHED", "reason", "Nej")
                .done();
        assertThat(due(number)).as("only ever nearer").isEqualTo("2027-02-01 13:00");
    }

    @Test
    void withdrawingIsForTheRaiserBeforeTheDecisionAndNeverWhenACustomerWasHarmed() {
        String number = decidedByKarin();
        as("karin").does(number, "withdrawal", "reason", "Nej").refused(403);
        as("sara").does(number, "withdrawal").invalid("reason");
        as("sara").does(number, "withdrawal", "reason", "Det ordnade sig").done();
        closedAs(number, "WITHDRAWN");
        String harmed =
                as("sara").raises(Raising.question().outcome("HARMED")).done().number();
        as("sara").does(harmed, "withdrawal", "reason", "Nej").refused(409);
        String acting = actingByKarin();
        as("sara").does(acting, "withdrawal", "reason", "Nej").refused(409);
    }

    @Test
    void onesOwnDecisionIsWithdrawnUntilSomethingIsPlannedAndTheLedgerGetsItBack() {
        inside.itIs("2027-07-05T09:00");
        long before = used("hugo");
        String own =
                as("hugo").raises(Raising.change(500).ownedBy("hugo")).done().number();
        as("hugo").does(own, "withdrawal", "reason", "Ånger").done();
        closedAs(own, "WITHDRAWN");
        assertThat(used("hugo")).isEqualTo(before);
        String planned = actingByHugo();
        as("hugo")
                .does(planned, "action", "what", "En ramp", "dueOn", "2027-07-09")
                .done();
        as("hugo").does(planned, "withdrawal", "reason", "Ånger").refused(409);

        String objectedTo =
                as("hugo").raises(Raising.change(500).ownedBy("lina")).done().number();
        as("gun").does(objectedTo, "objection", "reason", "Nej").done();
        as("tove")
                .does(objectedTo, "decision", "verdict", "APPROVED", "reason", "Låt dem")
                .done();
        as("hugo").does(objectedTo, "withdrawal", "reason", "Ånger").done();
        closedAs(objectedTo, "WITHDRAWN");
    }

    @Test
    void afterTheSecondFailedReviewTheOwnersManagerDecidesWhetherToGoOn() {
        String number = failedTwice();
        owes(number, "DECIDE", "per");
        approves("per", number, null);
        owes(number, "ACT", "karin");
        assertThat(as("sara").reads(number).json().path("round").asInt()).isEqualTo(3);
    }

    @Test
    void afterTheSecondFailedReviewSomebodyElseMayTry() {
        String number = failedTwice();
        as("per")
                .does(number, "decision", "verdict", "AMENDED", "reason", "Nytt")
                .invalid("proposal");
        as("per")
                .does(number, "decision", "verdict", "AMENDED", "reason", "Någon annan", "owner", "lina")
                .done();
        owes(number, "ACCEPT_OWNERSHIP", "lina");
        as("lina").does(number, "ownership", "accept", true).done();
        owes(number, "ACT", "lina");
    }

    @Test
    void afterTheSecondFailedReviewItMayBeStoppedWhichTheRaiserMayAppeal() {
        inside.itIs(MONDAY);
        String number = failedTwice();
        rejects("per", number);
        owes(number, "RESPOND", "sara");
        as("sara").does(number, "appeal", "reason", "En gång till").done();
        owes(number, "DECIDE", "eva");
        approves("eva", number, null);
        owes(number, "ACT", "karin");
        assertThat(as("sara").reads(number).json().path("round").asInt()).isEqualTo(3);
        as("karin").does(number, "action/completion", "text", "Klart").done();
        inside.itIs("2027-03-15T10:00");
        reviews("sara", number, "EFFECTIVE").done();
        closedAs(number, "EFFECTIVE");
    }

    @Test
    void workThatWasStoppedWhenItWasDoneBeginsAnewWhenTheAppealIsUpheld() {
        inside.itIs(MONDAY);
        String number = actingByHugo();
        as("hugo")
                .does(number, "action", "what", "En ramp", "dueOn", "2027-02-05")
                .done();
        as("hugo").does(number, "action/completion", "text", "Klart").done();
        as("gun").does(number, "objection", "reason", "Rampen står i vägen").done();
        rejects("tove", number);
        as("hugo").does(number, "appeal", "reason", "Den behövs").done();
        approves("eva", number, null);
        owes(number, "ACT", "hugo");
        Answer anew = as("hugo").reads(number);
        assertThat(anew.json().path("round").asInt()).isEqualTo(2);
        assertThat(anew.json().path("action").isNull()).as(anew.body()).isTrue();
    }

    @Test
    void nobodyIsAppointedToDecideAnAppealOfWhatTheyHaveDecided() {
        String number = rejectedByKarin();
        as("sara").does(number, "appeal", "reason", "Hon kommer inte in").done();
        for (String decider : List.of("per", "eva", "britt")) {
            as(decider).does(number, "referral", "reason", "Jäv").done();
        }
        String steward = leading(number).get(1);
        as(steward).does(number, "appointment", "person", "per").invalid("person");
        as(steward).does(number, "appointment", "person", "karin").invalid("person");
        as(steward).does(number, "appointment", "person", "bodil").done();
        owes(number, "DECIDE", "bodil");
    }

    @Test
    void anAmendmentThatIsForSomebodyElseToDecideIsRefusedAlsoWhenTheyAreBelow() {
        String number = as("sara")
                .raises(Raising.change(300_000).touching(KUNDSERVICE, BIBLIOTEK))
                .done()
                .number();
        owes(number, "DECIDE", "eva");
        Answer refused = amendment("eva", number, 100_000, KUNDSERVICE, BIBLIOTEK);
        assertThat(refused.status()).as(refused.body()).isEqualTo(409);
        refused = amendment("eva", number, 100_000, BIBLIOTEK);
        assertThat(refused.status()).as(refused.body()).isEqualTo(409);
        amendment("eva", number, 290_000, KUNDSERVICE, BIBLIOTEK).done();
    }

    @Test
    void whoeverHasGotTheDecisionFromBelowAmendsAsTheOneBelowCould() {
        String joint = as("sara")
                .raises(Raising.change(30_000).touching(KUNDSERVICE, BIBLIOTEK))
                .done()
                .number();
        as("per").does(joint, "referral", "reason", "Jäv").done();
        amendment("eva", joint, 20_000, BIBLIOTEK, KUNDSERVICE).done();
        String single = decidedByKarin();
        as("karin").does(single, "referral", "reason", "Jäv").done();
        as("per").does(single, "referral", "reason", "Jäv").done();
        assertThat(amendment("eva", single, 20_000, BIBLIOTEK).status()).isEqualTo(409);
        assertThat(amendment("eva", single, 20_000, KUNDSERVICE, BIBLIOTEK).status())
                .isEqualTo(409);
        amendment("eva", single, 20_000, KUNDSERVICE).done();
    }

    @Test
    void thoseWhoseWorkIsStoppedAndWhoeverObjectedAreTold() {
        inside.itIs(MONDAY);
        String stopped =
                as("hugo").raises(Raising.change(0).ownedBy("lina")).done().number();
        as("lina").does(stopped, "ownership", "accept", true).done();
        as("lina")
                .does(
                        stopped,
                        "action",
                        "what",
                        "En ramp",
                        "dueOn",
                        "2027-02-05",
                        "contributors",
                        List.of(Map.of("to", "ola", "what", "Mät")))
                .done();
        as("gun").does(stopped, "objection", "reason", "Nej").done();
        rejects("tove", stopped);
        assertThat(told(stopped, "case.decided.v1")).contains("hugo", "lina", "ola", "gun");

        String goesOn = actingByHugo();
        as("gun").does(goesOn, "objection", "reason", "Nej").done();
        approves("tove", goesOn, null);
        assertThat(told(goesOn, "case.decided.v1")).contains("hugo", "gun");

        String given = failedTwice();
        rejects("per", given);
        assertThat(told(given, "case.decided.v1")).contains("sara", "karin");
    }

    @Test
    void anOwnerIsToldThatAnAppealHasChangedTheProposal() {
        String number = decidedByKarin();
        as("karin")
                .does(
                        number,
                        "decision",
                        "verdict",
                        "AMENDED",
                        "reason",
                        "Billigare",
                        "owner",
                        "lina",
                        "proposal",
                        Raising.proposal(4_000L, true, List.of()))
                .done();
        as("lina").does(number, "ownership", "accept", true).done();
        as("sara").does(number, "appeal", "reason", "Det räcker inte").done();
        approves("per", number, null);
        assertThat(told(number, "case.decided.v1")).contains("lina");
    }

    @Test
    void whoeverOwedTheNextStepIsToldThatTheCaseIsWithdrawnOrMerged() {
        String withdrawn = decidedByKarin();
        as("sara").does(withdrawn, "withdrawal", "reason", "Det ordnade sig").done();
        assertThat(told(withdrawn, "case.withdrawn.v1")).contains("karin");
        String asked =
                as("hugo").raises(Raising.change(0).ownedBy("lina")).done().number();
        as("hugo").does(asked, "withdrawal", "reason", "Det ordnade sig").done();
        assertThat(told(asked, "case.withdrawn.v1")).contains("lina");
        String merged = actingByHugo();
        as("gun").does(merged, "objection", "reason", "Nej").done();
        as("hugo")
                .does(merged, "merge", "into", decidedByKarin(), "reason", "Samma")
                .done();
        assertThat(told(merged, "case.merged.v1")).contains("tove");
    }

    @Test
    void whoeverOwesTheDecisionOnAnObjectionMayMergeTheCase() {
        String number = actingByHugo();
        as("gun").does(number, "objection", "reason", "Det finns redan").done();
        as("gun")
                .does(number, "merge", "into", decidedByKarin(), "reason", "Samma")
                .refused(403);
        as("tove")
                .does(number, "merge", "into", decidedByKarin(), "reason", "Samma")
                .done();
        closedAs(number, "MERGED");
    }

    @Test
    void whatIsWithdrawnIsGivenBackAlsoWhenSomebodyHasContributed() {
        inside.itIs("2027-08-02T09:00");
        long before = used("hugo");
        String number = as("hugo")
                .posts(
                        "/cases",
                        Raising.json(
                                "customerVoice",
                                Map.of("words", Raising.WORDS, "goal", Raising.GOAL, "outcome", "DETOUR"),
                                "proposal",
                                Map.of("text", "En ramp", "cost", 400, "reversible", true),
                                "decision",
                                Map.of("owner", "hugo", "contributors", List.of(Map.of("to", "gun", "what", "Mät")))))
                .done()
                .number();
        assertThat(used("hugo")).isEqualTo(before + 400);
        String guns = obligation(number, "CONTRIBUTE", "gun");
        as("gun")
                .does(number, "contributions/" + guns + "/completion", "text", "Mätt")
                .done();
        as("hugo").does(number, "withdrawal", "reason", "Ånger").done();
        assertThat(used("hugo")).isEqualTo(before);
    }

    private Answer amendment(String decider, String number, long cost, String... units) {
        return as(decider)
                .does(
                        number,
                        "decision",
                        "verdict",
                        "AMENDED",
                        "reason",
                        "Billigare",
                        "proposal",
                        Raising.proposal(cost, true, List.of(units)));
    }

    private List<String> told(String number, String what) {
        return tables.all("select recipient from outbox_message where case_number = ? and kind = ?", number, what);
    }

    @Test
    void aStopAfterAnAppealIsFinal() {
        String number = rejectedByKarin();
        as("sara").does(number, "appeal", "reason", "Hon kommer inte in").done();
        approves("per", number, "karin");
        as("karin").does(number, "ownership", "accept", true).done();
        fails(number);
        fails(number);
        rejects("per", number);
        closedAs(number, "REJECTED");
    }

    private String failedTwice() {
        String number = actingByKarin();
        fails(number);
        owes(number, "ACT", "karin");
        fails(number);
        return number;
    }

    private void fails(String number) {
        as("karin").does(number, "action/completion", "text", "Klart").done();
        reviews("sara", number, "NOT_EFFECTIVE").done();
    }

    private void amends(String decider, String number, long cost) {
        as(decider)
                .does(
                        number,
                        "decision",
                        "verdict",
                        "AMENDED",
                        "reason",
                        "Billigare",
                        "proposal",
                        Raising.proposal(cost, true, List.of()))
                .done();
    }

    private long used(String person) {
        return tables.count("select coalesce(sum(used), 0) from ledger_account where person = ?", person);
    }

    private String due(String number) {
        return tables.one(
                "select to_char(due_at at time zone 'Europe/Stockholm', 'YYYY-MM-DD HH24:MI') from obligation"
                        + " where case_number = ? and state = 'OPEN' and leads",
                number);
    }

    @Test
    void aRefusedCommandChangesNothing() {
        String number = rejectedByKarin();
        Map<String, String> before = tables.everything();
        as("amir").does(number, "appeal", "reason", "Nej").refused(403);
        as("sara").does(number, "merge", "into", number, "reason", "Nej").refused(403);
        as("sara").does(number, "objection", "reason", "Nej").refused(403);
        assertThat(tables.everything()).isEqualTo(before);
    }
}
