package se.mandat.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.cmd.AcquireJobsCmd;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.builder.CallActivityBuilder;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.mandat.cases.StepOutcome;
import se.mandat.mandate.Route;

/** The timers that a process owner puts into a model are the engine's own jobs. */
class JobsTest {

    private static final String MODEL = "cases/case-handling.bpmn";

    private static EngineOnPostgres postgres;
    private static ManagementService management;

    @BeforeAll
    static void start() throws Exception {
        postgres = new EngineOnPostgres();
        management = postgres.management();
        Map<String, String> models = new HashMap<>(ShippedModels.read(Optional.empty()));
        models.computeIfPresent(MODEL, (file, bpmn) -> withATimerBesideTheDecision(bpmn));
        postgres.deploy(models);
    }

    @AfterAll
    static void stop() throws Exception {
        postgres.close();
    }

    @BeforeEach
    void nobodyHasBeenTold() {
        postgres.tellNobody();
    }

    private static String withATimerBesideTheDecision(String bpmn) {
        BpmnModelInstance model =
                Bpmn.readModelFromStream(new ByteArrayInputStream(bpmn.getBytes(StandardCharsets.UTF_8)));
        CallActivity decide = model.getModelElementById("callActivity_Decide");
        new CallActivityBuilder(model, decide)
                .boundaryEvent("timer_AfterAWhile")
                .cancelActivity(false)
                .timerWithDuration("PT0S")
                .serviceTask("serviceTask_TellSomebody")
                .camundaDelegateExpression("${tellSomebody}")
                .endEvent("endEvent_SomebodyTold");
        return Bpmn.convertToString(model);
    }

    private static String begin() {
        String number = "M-" + UUID.randomUUID();
        postgres.cases.start(number, Route.MANAGER, false);
        return number;
    }

    private static Job job(String number) {
        return management.createJobQuery().processDefinitionKey("case-handling").executable().list().stream()
                .filter(job -> number.equals(postgres.businessKey(job.getProcessInstanceId())))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aTimerBesideAStepFiresAndTheStepGoesOn() {
        String number = begin();
        UUID waiting = postgres.waiting();

        management.executeJob(job(number).getId());

        assertThat(postgres.told()).containsExactly(number);
        assertThat(postgres.cases.position(number)).contains("callActivity_Decide");
        postgres.cases.stepDone(number, waiting, new StepOutcome("APPROVED", true));
        assertThat(postgres.cases.position(number)).contains("callActivity_Act");
    }

    @Test
    void aTimerWhoseStepIsDoneFiresNoMore() {
        String number = begin();
        Job job = job(number);

        postgres.cases.stepDone(number, postgres.waiting(), new StepOutcome("APPROVED", true));

        assertThat(management.createJobQuery().jobId(job.getId()).count()).isZero();
    }

    @Test
    void aJobThatFailsTimeAfterTimeIsAnIncidentUntilItIsTriedAgain() {
        String number = begin();
        String job = job(number).getId();
        postgres.telling(new IllegalStateException("nobody listens"));
        for (int left = 4; left >= 0; left--) {
            assertThatThrownBy(() -> management.executeJob(job)).hasMessageContaining("nobody listens");
            assertThat(management.createJobQuery().jobId(job).singleResult().getRetries())
                    .isEqualTo(left);
            assertThat(postgres.incidents(job)).isEqualTo(left == 0 ? 1 : 0);
        }

        assertThatThrownBy(() -> management.executeJob(job)).hasMessageContaining("nobody listens");
        assertThat(management.createJobQuery().jobId(job).singleResult().getRetries())
                .isZero();
        assertThat(postgres.incidents(job)).isEqualTo(1);

        postgres.tellNobody();
        management.executeJob(job);

        assertThat(postgres.told()).containsExactly(number);
        assertThat(postgres.incidents(job)).isZero();
    }

    @Test
    void whatIsDueIsFoundAmongAHundredThousandJobsByItsIndex() throws Exception {
        begin();
        postgres.execute(
                """
                insert into camunda.act_ru_job (id_, rev_, type_, retries_, duedate_, exclusive_, suspension_state_,
                    priority_, sequence_counter_, create_time_)
                select 'job-' || k, 1, 'timer', 3, current_timestamp + k * interval '1 minute', true, 1, 0, 1,
                       current_timestamp
                from generate_series(1, 100000) k
                """);
        postgres.execute("analyze camunda.act_ru_job");
        String acquisition = postgres.costOf(() -> postgres.inEngine(new AcquireJobsCmd(postgres.jobExecutor())))
                .roundTrips()
                .getFirst();

        List<String> plan = postgres.plan(
                acquisition.replace("LIMIT ? OFFSET ?", "limit 6 offset 0").replace("?", "current_timestamp"));

        assertThat(String.join(" ", plan)).contains("mandat_job_due").doesNotContain("Seq Scan on act_ru_job");
        postgres.execute("delete from camunda.act_ru_job where id_ like 'job-%'");
    }
}
