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

            assertThat(engine.coverageOf("obligation").missed())
                    .contains("flow_SomebodyWasAppointed", "flow_CaseMerged", "endEvent_CaseMerged")
                    .doesNotContain("flow_ObligationEnded", "endEvent_ObligationEnded");
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
                    .contains("callActivity_Decide", "callActivity_ReviewEffect", "error_DecisionOverturned")
                    .doesNotContain("subProcess_Work", "callActivity_Act");
        }
    }
}
