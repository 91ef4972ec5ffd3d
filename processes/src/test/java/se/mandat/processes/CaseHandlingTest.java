package se.mandat.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
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
        assertThat(engine.wayOf(process)).last().isEqualTo("endEvent_EffectConfirmed");
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

        assertThat(engine.opened)
                .filteredOn(opened -> opened.caseNumber().equals(caseNumber))
                .extracting(InMemoryEngine.Opened::kind)
                .containsExactly("DECIDE", "ACCEPT_OWNERSHIP", "ACT", "REVIEW_EFFECT");
        assertThat(engine.runs(process)).isFalse();
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

        assertThat(engine.engine
                        .getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(caseNumber)
                        .count())
                .isZero();
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
