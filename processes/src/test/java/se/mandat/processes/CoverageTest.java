package se.mandat.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class CoverageTest {

    @Test
    void findsTheBranchThatNobodyTook() {
        try (var engine = new InMemoryEngine()) {
            engine.engine
                    .getRuntimeService()
                    .startProcessInstanceByKey("obligation", "M-2026-0001", Map.of("kind", "ACT"));
            engine.end("DONE");

            assertThat(engine.coverageOf("obligation").missed()).containsExactly("flow_SomebodyWasAppointed");
        }
    }

    @Test
    void findsTheStepsThatNobodyReached() {
        try (var engine = new InMemoryEngine()) {
            engine.engine
                    .getRuntimeService()
                    .startProcessInstanceByKey(
                            "case-handling", "M-2026-0001", Map.of("route", "OWN", "ownerAccepted", true));

            assertThat(engine.coverageOf("case-handling").missed())
                    .contains("callActivity_Decide", "callActivity_ReviewEffect", "endEvent_EffectConfirmed")
                    .doesNotContain("callActivity_Act");
        }
    }
}
