package se.mandat.engine;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import se.mandat.cases.CaseProcess;
import se.mandat.cases.DueStep;
import se.mandat.cases.StepOutcome;
import se.mandat.mandate.Route;
import se.mandat.obligation.ObligationKind;

/**
 * {@code case-handling.bpmn}, an instance of which has the case's number as its business key, as has every instance of
 * {@code obligation.bpmn}, called by it or started beside it.
 */
@ApplicationScoped
public class CamundaCaseProcess implements CaseProcess {

    private static final String PROCESS = "case-handling";
    private static final String OBLIGATION = "obligation";
    private static final String DEADLINE = "deadline";

    @Inject
    Engine engine;

    @Override
    public void start(String caseNumber, Route route, boolean ownerAccepted) {
        engine.runtime()
                .startProcessInstanceById(
                        engine.process(PROCESS), caseNumber, Variable.ofNewCase(route, ownerAccepted));
    }

    @Override
    public void startBeside(String caseNumber, ObligationKind kind, UUID matter) {
        engine.runtime()
                .startProcessInstanceById(
                        engine.process(OBLIGATION), caseNumber, Variable.ofObligationBeside(kind, matter));
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
    public void due(String caseNumber, UUID obligation, DueStep step) {
        engine.runtime()
                .startProcessInstanceById(engine.process(DEADLINE), caseNumber, Variable.ofWhatIsDue(obligation, step));
    }

    /** The main line has no two steps at once, so of its executions one has no other below it. */
    @Override
    public Optional<String> position(String caseNumber) {
        List<ExecutionEntity> executions = engine
                .runtime()
                .createExecutionQuery()
                .processInstanceBusinessKey(caseNumber)
                .processDefinitionKey(PROCESS)
                .active()
                .list()
                .stream()
                .map(ExecutionEntity.class::cast)
                .toList();
        Set<String> parents =
                executions.stream().map(ExecutionEntity::getParentId).collect(Collectors.toSet());
        return executions.stream()
                .filter(execution -> !parents.contains(execution.getId()))
                .map(ExecutionEntity::getActivityId)
                .filter(Objects::nonNull)
                .findFirst();
    }

    @Override
    public Set<String> passed(String caseNumber) {
        return engine
                .history()
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(caseNumber)
                .processDefinitionKey(PROCESS)
                .list()
                .stream()
                .flatMap(process -> engine
                        .history()
                        .createHistoricActivityInstanceQuery()
                        .processInstanceId(process.getId())
                        .finished()
                        .list()
                        .stream())
                .filter(activity -> !activity.isCanceled())
                .map(HistoricActivityInstance::getActivityId)
                .collect(Collectors.toSet());
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
