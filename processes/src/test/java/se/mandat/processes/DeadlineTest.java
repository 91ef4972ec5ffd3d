package se.mandat.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlineTest {

    @RegisterExtension
    static final EveryFlowNodeIsCovered COVERED = new EveryFlowNodeIsCovered("deadline");

    private final InMemoryEngine engine;

    DeadlineTest(InMemoryEngine engine) {
        this.engine = engine;
    }

    @ParameterizedTest
    @CsvSource({
        "REMIND, remindObligation, endEvent_DebtorReminded",
        "TELL, tellManager, endEvent_ManagerTold",
        "MOVE, moveObligation, endEvent_ManagerHoldsIt",
        "LAPSE, lapseObligation, endEvent_RightLapsed",
        "REPEAT, tellOfBrokenObligation, endEvent_ObligationBroken",
        "RESUME, resumeObligation, endEvent_ClockGoesOn"
    })
    void doesTheOneThingThatIsDueAndEnds(String next, String step, String end) {
        ProcessInstance instance = engine.engine
                .getRuntimeService()
                .startProcessInstanceByKey(
                        "deadline", "M-2026-0412", Map.of("obligationId", "obligation of " + next, "next", next));

        assertThat(engine.met).endsWith(step + " obligation of " + next);
        assertThat(engine.met.stream().filter(met -> met.endsWith("of " + next)))
                .hasSize(1);
        assertThat(engine.runs(instance.getId())).isFalse();
        assertThat(engine.wayOf(instance.getId())).last().isEqualTo(end);
    }
}
