package se.mandat.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CaseHandlingTest {

    @RegisterExtension
    static final EveryFlowNodeIsCovered COVERED = new EveryFlowNodeIsCovered("case-handling");

    private final InMemoryEngine engine;
    private final String caseNumber = "M-" + UUID.randomUUID();

    CaseHandlingTest(InMemoryEngine engine) {
        this.engine = engine;
    }

    @ParameterizedTest
    @ValueSource(strings = {"MANAGER", "JOINT", "EXECUTIVE"})
    void somebodyElseDecidesUnlessTheMandateSaysOwn(String route) {
        String process = start(route, false);

        assertThat(engine.position(process)).contains("callActivity_Decide");
        owes("DECIDE");
    }

    @Test
    void theRaiserWhoDecidesAndCarriesOutGoesStraightToActing() {
        String process = start("OWN", true);

        assertThat(engine.position(process)).contains("callActivity_Act");
        owes("ACT");
    }

    @Test
    void theRaiserWhoDecidesAndNamesAnotherOwnerLeadsToAskingThem() {
        String process = start("OWN", false);

        assertThat(engine.position(process)).contains("callActivity_AcceptOwnership");
        owes("ACCEPT_OWNERSHIP");
    }

    @Test
    void theDeciderWhoNamesThemselfHasAccepted() {
        start("MANAGER", false);

        engine.end(Map.of("outcome", "APPROVED", "ownerAccepted", true));

        owes("ACT");
    }

    @Test
    void theOwnerWhomTheDeciderNamesIsAskedAndThenActs() {
        start("JOINT", false);

        engine.end(Map.of("outcome", "AMENDED", "ownerAccepted", false));
        owes("ACCEPT_OWNERSHIP");

        engine.end("ACCEPTED");
        owes("ACT");
    }

    @Test
    void aCompletedActionIsReviewed() {
        String process = start("OWN", true);

        engine.end("COMPLETED");

        assertThat(engine.position(process)).contains("callActivity_ReviewEffect");
        owes("REVIEW_EFFECT");
    }

    @Test
    void aConfirmedEffectClosesTheCase() {
        String process = start("OWN", true);
        engine.end("COMPLETED");

        engine.end("EFFECTIVE");

        assertThat(engine.runs(process)).isFalse();
        assertThat(engine.wayOf(process)).contains("endEvent_WorkDone", "endEvent_EffectConfirmed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PARTLY", "NOT_EFFECTIVE"})
    void anythingLessThanEffectiveStartsANewRound(String verdict) {
        String process = start("OWN", true);
        engine.end("COMPLETED");

        engine.end(verdict);
        owes("ACT");

        engine.end("COMPLETED");
        owes("REVIEW_EFFECT");
        engine.end("EFFECTIVE");
        assertThat(engine.runs(process)).isFalse();
    }

    @Test
    void theLongestWayHasEveryStepOnce() {
        String process = start("EXECUTIVE", false);
        engine.end(Map.of("outcome", "APPROVED", "ownerAccepted", false));
        engine.end("ACCEPTED");
        engine.end("COMPLETED");
        engine.end("EFFECTIVE");

        assertThat(engine.kindsOf(caseNumber)).containsExactly("DECIDE", "ACCEPT_OWNERSHIP", "ACT", "REVIEW_EFFECT");
        assertThat(engine.runs(process)).isFalse();
    }

    @Test
    void aRejectionGoesBackToTheRaiser() {
        String process = start("MANAGER", false);

        engine.end(Map.of("outcome", "REJECTED", "ownerAccepted", false));

        assertThat(engine.position(process)).contains("callActivity_Respond");
        owes("RESPOND");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ACCEPTED", "LAPSED"})
    void aRejectionThatIsAcceptedOrMetWithSilenceClosesTheCase(String response) {
        String process = rejected();

        engine.end(response);

        closed(process, "endEvent_RejectionAccepted");
    }

    @Test
    void anAppealIsDecidedByTheNextUp() {
        String process = rejected();

        engine.end("APPEALED");

        assertThat(engine.position(process)).contains("callActivity_DecideAppeal");
        owes("DECIDE");
    }

    @Test
    void aSecondRejectionClosesTheCaseAtOnce() {
        String process = rejected();
        engine.end("APPEALED");

        engine.end(Map.of("outcome", "REJECTED_FOR_GOOD", "ownerAccepted", false));

        closed(process, "endEvent_RejectedForGood");
    }

    @ParameterizedTest
    @ValueSource(strings = {"APPROVED", "AMENDED"})
    void anAppealThatSucceedsLeadsToWork(String verdict) {
        String process = rejected();
        engine.end("APPEALED");

        engine.end(Map.of("outcome", verdict, "ownerAccepted", false));
        owes("ACCEPT_OWNERSHIP");
        engine.end("ACCEPTED");
        engine.end("COMPLETED");
        engine.end("EFFECTIVE");

        closed(process, "endEvent_EffectConfirmed");
    }

    @Test
    void whoeverDecidesTheAppealAndNamesThemselfHasAccepted() {
        rejected();
        engine.end("APPEALED");

        engine.end(Map.of("outcome", "APPROVED", "ownerAccepted", true));

        owes("ACT");
    }

    @Test
    void whoeverIsNamedByTheOneWhoDeclinedIsAskedInTurn() {
        String process = start("OWN", false);

        engine.end("DECLINED");
        assertThat(engine.position(process)).contains("callActivity_AcceptOwnership");
        owes("ACCEPT_OWNERSHIP");

        engine.end("DECLINED");
        owes("ACCEPT_OWNERSHIP");
        engine.end("ACCEPTED");

        owes("ACT");
    }

    @Test
    void afterASecondFailedReviewItIsDecidedHowToGoOn() {
        String process = failedAgain();

        assertThat(engine.position(process)).contains("callActivity_DecideAfterFailure");
        owes("DECIDE");
    }

    @Test
    void anotherRoundMayBeDecidedOn() {
        failedAgain();

        engine.end(Map.of("outcome", "APPROVED", "ownerAccepted", true));

        owes("ACT");
    }

    @Test
    void anotherOwnerMayBeDecidedOnAndIsAsked() {
        failedAgain();

        engine.end(Map.of("outcome", "AMENDED", "ownerAccepted", false));

        owes("ACCEPT_OWNERSHIP");
    }

    @Test
    void toStopAfterFailureGoesBackToTheRaiser() {
        String process = failedAgain();

        engine.end(Map.of("outcome", "OVERTURNED", "ownerAccepted", true));

        assertThat(engine.position(process)).contains("callActivity_Respond");
        owes("RESPOND");
        engine.end("ACCEPTED");
        closed(process, "endEvent_RejectionAccepted");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ACCEPT_OWNERSHIP", "ACT", "REVIEW_EFFECT", "DECIDE"})
    void aDecisionIsOverturnedWhateverIsGoingOn(String step) {
        String process = working(step);

        engine.end("OVERTURNED");

        assertThat(engine.position(process)).containsExactly("callActivity_Respond");
        owes("RESPOND");
        nothingElseRuns(process);
    }

    @Test
    void workThatWasOverturnedBeginsAnewWhenTheAppealSucceeds() {
        String process = working("ACT");
        engine.end("OVERTURNED");
        engine.end("APPEALED");

        engine.end(Map.of("outcome", "APPROVED", "ownerAccepted", true));

        assertThat(engine.position(process)).containsExactly("callActivity_Act");
        engine.end("COMPLETED");
        engine.end("EFFECTIVE");
        closed(process, "endEvent_EffectConfirmed");
    }

    @ParameterizedTest
    @CsvSource({
        "WITHDRAWN, endEvent_ClosedAsWithdrawn",
        "MERGED, endEvent_ClosedAsMerged",
        "REJECTION_STANDS, endEvent_ClosedAsRejected"
    })
    void aCaseIsClosedFromWhereverItStands(String outcome, String end) {
        String deciding = start("MANAGER", false);
        engine.end(outcome);
        closed(deciding, end);

        String responding = rejected();
        engine.end(outcome);
        closed(responding, end);

        String appealed = rejected();
        engine.end("APPEALED");
        engine.end(outcome);
        closed(appealed, end);

        for (String step : List.of("ACCEPT_OWNERSHIP", "ACT", "REVIEW_EFFECT", "DECIDE")) {
            String working = working(step);
            engine.end(outcome);
            closed(working, end);
        }
    }

    @Test
    void whatIsOwedBesideTheCaseStaysWhenTheWorkIsOverturned() {
        String process = working("ACT");
        InMemoryEngine.Opened action = engine.last();
        engine.engine
                .getRuntimeService()
                .startProcessInstanceByKey(
                        "obligation", caseNumber, Map.of("kind", "CONTRIBUTE", "matter", "a contribution"));
        InMemoryEngine.Opened contribution = engine.last();

        engine.end(action, Map.of("outcome", "OVERTURNED"));

        assertThat(engine.position(process)).containsExactly("callActivity_Respond");
        assertThat(engine.runs(contribution.processInstance())).isTrue();
    }

    @Test
    void whenTheDeciderMustFirstBeAppointedTheCaseStaysAtDeciding() {
        String process = start("MANAGER", false);

        engine.end("APPOINTED");

        assertThat(engine.position(process)).contains("callActivity_Decide");
        owes("DECIDE");
    }

    @Test
    void nothingIsLeftInTheEngineWhenTheCaseIsClosed() {
        start("OWN", true);
        engine.end("COMPLETED");
        engine.end("EFFECTIVE");

        assertThat(running()).isZero();
    }

    private String rejected() {
        String process = start("MANAGER", false);
        engine.end(Map.of("outcome", "REJECTED", "ownerAccepted", false));
        return process;
    }

    private String failedAgain() {
        String process = start("OWN", true);
        engine.end("COMPLETED");
        engine.end("NOT_EFFECTIVE");
        engine.end("COMPLETED");
        engine.end("FAILED_AGAIN");
        return process;
    }

    /** Stands at this step of the work. */
    private String working(String step) {
        return switch (step) {
            case "ACCEPT_OWNERSHIP" -> start("OWN", false);
            case "ACT" -> start("OWN", true);
            case "REVIEW_EFFECT" -> {
                String process = start("OWN", true);
                engine.end("COMPLETED");
                yield process;
            }
            default -> failedAgain();
        };
    }

    private void closed(String process, String end) {
        assertThat(engine.runs(process)).isFalse();
        assertThat(engine.wayOf(process)).contains(end);
        assertThat(running()).isZero();
    }

    /** The process of the case, and that of what is owed. */
    private void nothingElseRuns(String process) {
        assertThat(engine.runs(process)).isTrue();
        assertThat(running()).isEqualTo(2);
    }

    private long running() {
        return engine.engine
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(caseNumber)
                .count();
    }

    private String start(String route, boolean ownerAccepted) {
        return engine.engine
                .getRuntimeService()
                .startProcessInstanceByKey(
                        "case-handling", caseNumber, Map.of("route", route, "ownerAccepted", ownerAccepted))
                .getId();
    }

    private void owes(String kind) {
        assertThat(engine.last().caseNumber()).isEqualTo(caseNumber);
        assertThat(engine.last().kind()).isEqualTo(kind);
        assertThat(engine.runs(engine.last().processInstance())).isTrue();
    }
}
