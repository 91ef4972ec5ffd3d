package se.mandat.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ObligationTest {

    @RegisterExtension
    static final EveryFlowNodeIsCovered COVERED = new EveryFlowNodeIsCovered("obligation");

    private final InMemoryEngine engine;

    ObligationTest(InMemoryEngine engine) {
        this.engine = engine;
    }

    @Test
    void opensTheObligationOfTheCaseAndWaits() {
        String obligation = start("ACT");

        assertThat(engine.last()).isEqualTo(new InMemoryEngine.Opened("M-2026-0412", "ACT", null, null, obligation));
        assertThat(engine.position(obligation)).containsExactly("receiveTask_AwaitFulfilment");
        assertThat(engine.engine.getRuntimeService().getVariable(obligation, "obligationId"))
                .isInstanceOf(String.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "APPROVED",
                "AMENDED",
                "REJECTED",
                "REJECTED_FOR_GOOD",
                "ACCEPTED",
                "DECLINED",
                "APPEALED",
                "COMPLETED",
                "EFFECTIVE",
                "PARTLY",
                "NOT_EFFECTIVE",
                "FAILED_AGAIN",
                "LAPSED",
                "CANCELLED"
            })
    void endsWithWhateverTheObligationEndedIn(String outcome) {
        String obligation = start("DECIDE");

        engine.end(outcome);

        assertThat(engine.runs(obligation)).isFalse();
        assertThat(engine.wayOf(obligation)).last().isEqualTo("endEvent_ObligationEnded");
    }

    @Test
    void opensTheActualObligationOnceSomebodyIsAppointed() {
        String obligation = start("DECIDE");
        int before = engine.opened.size();

        engine.end("APPOINTED");

        assertThat(engine.opened).hasSize(before + 1);
        assertThat(engine.last()).isEqualTo(new InMemoryEngine.Opened("M-2026-0412", "DECIDE", null, null, obligation));
        assertThat(engine.position(obligation)).containsExactly("receiveTask_AwaitFulfilment");

        engine.end("APPROVED");
        assertThat(engine.runs(obligation)).isFalse();
    }

    @Test
    void waitsAtTheInstanceItselfSoThatItsIdIsEnoughToEndIt() {
        String obligation = start("ANSWER");

        assertThat(engine.engine
                        .getRuntimeService()
                        .createExecutionQuery()
                        .processInstanceId(obligation)
                        .list())
                .extracting(execution -> execution.getId())
                .containsExactly(obligation);
    }

    @Test
    void saysWhatItIsAboutAndWhoOwesItWhenThatIsNotTheMainLinesToSay() {
        String obligation = engine.engine
                .getRuntimeService()
                .startProcessInstanceByKey(
                        "obligation", "M-2026-0412", Map.of("kind", "CONTRIBUTE", "matter", "the contribution's id"))
                .getId();

        assertThat(engine.last())
                .isEqualTo(new InMemoryEngine.Opened(
                        "M-2026-0412", "CONTRIBUTE", "the contribution's id", null, obligation));
    }

    @ParameterizedTest
    @CsvSource({
        "WITHDRAWN, case.withdrawn",
        "MERGED, case.merged",
        "OVERTURNED, decision.overturned",
        "REJECTION_STANDS, case.rejected"
    })
    void whatEndsTheWholeCaseCannotEndAnObligationBesideIt(String outcome, String code) {
        String obligation = start("CONTRIBUTE");

        assertThatThrownBy(() -> engine.end(outcome)).hasMessageContaining(code);

        assertThat(engine.position(obligation)).containsExactly("receiveTask_AwaitFulfilment");
        engine.end("CANCELLED");
        assertThat(engine.runs(obligation)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "WITHDRAWN, endEvent_CaseWithdrawn",
        "MERGED, endEvent_CaseMerged",
        "OVERTURNED, endEvent_DecisionOverturned",
        "REJECTION_STANDS, endEvent_CaseRejected"
    })
    void whatEndsTheWholeCaseIsToldToTheProcessOfTheCase(String outcome, String end) {
        engine.engine
                .getRuntimeService()
                .startProcessInstanceByKey(
                        "case-handling", "M-2026-0413", Map.of("route", "OWN", "ownerAccepted", true));
        String obligation = engine.last().processInstance();

        engine.end(outcome);

        assertThat(engine.runs(obligation)).isFalse();
        assertThat(engine.wayOf(obligation)).last().isEqualTo(end);
    }

    private String start(String kind) {
        return engine.engine
                .getRuntimeService()
                .startProcessInstanceByKey("obligation", "M-2026-0412", Map.of("kind", kind))
                .getId();
    }
}
