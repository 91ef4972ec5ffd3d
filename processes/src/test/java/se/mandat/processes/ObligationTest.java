package se.mandat.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
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

        assertThat(engine.last()).isEqualTo(new InMemoryEngine.Opened("M-2026-0412", "ACT", obligation));
        assertThat(engine.position(obligation)).containsExactly("receiveTask_AwaitFulfilment");
        assertThat(engine.engine.getRuntimeService().getVariable(obligation, "obligationId"))
                .isInstanceOf(String.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"APPROVED", "AMENDED", "EFFECTIVE", "PARTLY", "NOT_EFFECTIVE", "DONE", "LAPSED"})
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
        assertThat(engine.last()).isEqualTo(new InMemoryEngine.Opened("M-2026-0412", "DECIDE", obligation));
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

    private String start(String kind) {
        return engine.engine
                .getRuntimeService()
                .startProcessInstanceByKey("obligation", "M-2026-0412", Map.of("kind", kind))
                .getId();
    }
}
