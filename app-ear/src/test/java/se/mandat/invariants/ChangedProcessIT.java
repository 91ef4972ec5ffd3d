package se.mandat.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import se.mandat.running.RunningSystem;

/**
 * A process owner puts a changed {@code case-handling.bpmn} in the documented place and starts: cases on their way go on
 * as they began, new ones meet the step that was added, which data protection owes.
 */
class ChangedProcessIT extends PathTest {

    @TempDir
    private Path folder;

    @Test
    void newCasesMeetTheAddedStepAndRunningOnesGoOnAsTheyBegan() throws IOException {
        Files.copy(
                Path.of("../processes/src/test/resources/inserted/case-handling.bpmn"),
                folder.resolve("case-handling.bpmn"));
        String begun = decidedByKarin();
        system.besideOneWithModels(folder, node -> {
            approve(node, begun);
            owes(begun, "ACT", "karin");

            String raised = raise(node);
            approve(node, raised);
            assertThat(leading(raised)).startsWith("DECIDE", "maja");
            assertThat(stage(raised)).isEqualTo("DECIDING");
            on(node, "karin")
                    .does(raised, "decision", "verdict", "APPROVED", "reason", "Ja")
                    .refused(403);
            approveAs(node, "maja", raised);
            assertThat(leading(raised)).startsWith("ACT", "karin");

            String stopped = raise(node);
            approve(node, stopped);
            on(node, "maja")
                    .does(stopped, "decision", "verdict", "REJECTED", "reason", "Personuppgifterna är för många")
                    .done();
            assertThat(leading(stopped)).startsWith("RESPOND", "sara");
        });
        owes(as("sara").raises(Raising.change(30_000)).done().number(), "DECIDE", "karin");
    }

    @Test
    @Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aStepOfTheProcessesOwnThatHasBeenGivenUpIsTriedAgainByASteward() throws IOException {
        Files.writeString(folder.resolve("case-handling.bpmn"), withATimerBesideTheDecision());
        system.besideOneWithModels(folder, node -> {
            String number = raise(node);
            String job = jobOf(number);
            tables.does("update camunda.act_ru_job set retries_ = 0, exception_msg_ = 'made to fail' where id_ = '"
                    + job + "'");
            assertThat(as("astrid").gets("/incidents").body()).contains(job).contains(number);

            as("stina").posts("/incidents/" + job + "/retry", null).done();

            assertThat(jobOf(number)).isNull();
            assertThat(as("astrid").gets("/incidents").body()).doesNotContain(job);
            as("stina").posts("/incidents/" + job + "/retry", null).refused(404);
            owes(number, "DECIDE", "karin");
        });
    }

    private static String withATimerBesideTheDecision() throws IOException {
        return Files.readString(Path.of("../processes/src/main/resources/cases/case-handling.bpmn"))
                .replace(
                        "</bpmn:process>",
                        """
                        <bpmn:boundaryEvent id="timer_InAYear" name="Om ett år" cancelActivity="false"
                            attachedToRef="callActivity_Decide">
                          <bpmn:outgoing>flow_InAYear</bpmn:outgoing>
                          <bpmn:timerEventDefinition id="timerDefinition_InAYear">
                            <bpmn:timeDuration xsi:type="bpmn:tFormalExpression">P1Y</bpmn:timeDuration>
                          </bpmn:timerEventDefinition>
                        </bpmn:boundaryEvent>
                        <bpmn:endEvent id="endEvent_InAYear" name="Ett år har gått">
                          <bpmn:incoming>flow_InAYear</bpmn:incoming>
                        </bpmn:endEvent>
                        <bpmn:sequenceFlow id="flow_InAYear" sourceRef="timer_InAYear" targetRef="endEvent_InAYear" />
                        </bpmn:process>""");
    }

    private String jobOf(String number) {
        return tables
                .all(
                        "select j.id_ from camunda.act_ru_job j join camunda.act_ru_execution e"
                                + " on e.id_ = j.process_instance_id_ where e.business_key_ = ?",
                        number)
                .stream()
                .findFirst()
                .orElse(null);
    }

    @Test
    void whatATimerOfTheProcessesOwnDoesHoldsTheCaseAsACommandDoes() {
        String number = decidedByKarin();
        assertThat(inside.isHeldByATimerOfItsOwn(number)).isTrue();
        owes(number, "DECIDE", "karin");
    }

    private static Colleague on(RunningSystem node, String person) {
        return new Colleague(node, person);
    }

    private static String raise(RunningSystem node) {
        return on(node, "sara").raises(Raising.change(30_000)).done().number();
    }

    private static void approve(RunningSystem node, String number) {
        approveAs(node, "karin", number);
    }

    private static void approveAs(RunningSystem node, String person, String number) {
        on(node, person)
                .does(number, "decision", "verdict", "APPROVED", "reason", "Ja")
                .done();
    }

    private String stage(String number) {
        return tables.one("select stage from case_ where number = ?", number);
    }
}
