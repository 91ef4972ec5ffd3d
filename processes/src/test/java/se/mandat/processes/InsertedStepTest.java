package se.mandat.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A process owner has copied a call activity: data protection decides before every round of acting. */
class InsertedStepTest {

    private static final Path INSERTED = Path.of("src", "test", "resources", "inserted", "case-handling.bpmn");

    private static InMemoryEngine engine;

    private final String caseNumber = "M-" + UUID.randomUUID();

    @BeforeAll
    static void deployWithTheStep() {
        engine = new InMemoryEngine(List.of(INSERTED, Models.shipped("obligation.bpmn")));
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    @Test
    void theStepIsOwedByTheRoleThatTheModelNames() {
        String process = start();

        assertThat(engine.position(process)).containsExactly("callActivity_CheckDataProtection");
        assertThat(engine.last())
                .isEqualTo(new InMemoryEngine.Opened(
                        caseNumber, "DECIDE", null, "dpo", engine.last().processInstance()));
    }

    @Test
    void whenItIsDoneTheCaseGoesOnAndNobodyElsesStepIsOwedByTheRole() {
        start();

        engine.end(Map.of("outcome", "APPROVED", "ownerAccepted", true));

        assertThat(engine.last().kind()).isEqualTo("ACT");
        assertThat(engine.last().owedBy()).isNull();
    }

    @Test
    void itIsOwedOnceMoreInEveryRound() {
        start();
        engine.end("APPROVED");
        engine.end("COMPLETED");
        engine.end("NOT_EFFECTIVE");

        assertThat(engine.kindsOf(caseNumber)).containsExactly("DECIDE", "ACT", "REVIEW_EFFECT", "DECIDE");
        assertThat(engine.last().owedBy()).isEqualTo("dpo");
    }

    @Test
    void aRejectionThereGoesBackToTheRaiser() {
        String process = start();

        engine.end("OVERTURNED");

        assertThat(engine.position(process)).containsExactly("callActivity_Respond");
    }

    private String start() {
        return engine.engine
                .getRuntimeService()
                .startProcessInstanceByKey("case-handling", caseNumber, Map.of("route", "OWN", "ownerAccepted", true))
                .getId();
    }
}
