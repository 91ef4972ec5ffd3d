package se.mandat.engine;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import se.mandat.cases.CaseProcess;
import se.mandat.cases.StepOutcome;
import se.mandat.mandate.Route;

/** {@code case-handling.bpmn}, an instance of which has the case's number as its business key. */
@ApplicationScoped
public class CamundaCaseProcess implements CaseProcess {

    private static final String PROCESS = "case-handling";

    @Inject
    Engine engine;

    @Override
    public void start(String caseNumber, Route route, boolean ownerAccepted) {
        engine.runtime()
                .startProcessInstanceById(
                        engine.process(PROCESS), caseNumber, Variable.ofNewCase(route, ownerAccepted));
    }

    /**
     * The obligation's process waits in a receive task that is no scope of its own, so its instance is the execution to
     * be signalled, and nothing needs to be looked up.
     */
    @Override
    public void stepDone(String caseNumber, UUID obligationProcess, StepOutcome outcome) {
        engine.runtime().signal(obligationProcess.toString(), null, null, Variable.of(outcome));
    }

    @Override
    public Optional<String> position(String caseNumber) {
        return engine
                .runtime()
                .createExecutionQuery()
                .processInstanceBusinessKey(caseNumber)
                .processDefinitionKey(PROCESS)
                .active()
                .list()
                .stream()
                .map(execution -> ((ExecutionEntity) execution).getActivityId())
                .filter(Objects::nonNull)
                .findFirst();
    }

    @Override
    public String model(String caseNumber) {
        return engine
                .runtime()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(caseNumber)
                .processDefinitionKey(PROCESS)
                .list()
                .stream()
                .findFirst()
                .map(process -> engine.bpmnOf(process.getProcessDefinitionId()))
                .orElseGet(() -> engine.bpmn(PROCESS));
    }
}
