package se.mandat.processes;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.variable.Variables;

/**
 * A real engine in memory with the shipped models, where opening an obligation only writes down that it was asked for.
 */
final class InMemoryEngine implements AutoCloseable {

    /** What the process asked the domain to open. */
    record Opened(String caseNumber, String kind, String matter, String owedBy, String processInstance) {}

    private static final List<String> STEPS_OF_THE_CLOCK = List.of(
            "remindObligation",
            "tellManager",
            "moveObligation",
            "lapseObligation",
            "tellOfBrokenObligation",
            "resumeObligation");

    final ProcessEngine engine;
    final List<Opened> opened = new ArrayList<>();

    /** What the clock asked the domain to do, and with which obligation. */
    final List<String> met = new ArrayList<>();

    private final Set<String> flowsTaken = new HashSet<>();

    InMemoryEngine() {
        this(Models.processes());
    }

    /** With these processes in place of the shipped ones; the tables are the shipped ones. */
    InMemoryEngine(Collection<Path> processes) {
        var configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setProcessEngineName("models-" + UUID.randomUUID());
        configuration.setJdbcUrl("jdbc:h2:mem:" + configuration.getProcessEngineName() + ";DB_CLOSE_DELAY=-1");
        configuration.setHistory("activity");
        configuration.setJobExecutorActivate(false);
        configuration.setMetricsEnabled(false);
        configuration.setEnforceHistoryTimeToLive(true);
        configuration.setEnableExceptionsAfterUnhandledBpmnError(true);
        configuration.setCustomPostBPMNParseListeners(new ArrayList<>(List.of(new FlowRecorder())));
        JavaDelegate openObligation = execution -> {
            opened.add(new Opened(
                    execution.getProcessBusinessKey(),
                    (String) execution.getVariable("kind"),
                    (String) execution.getVariable("matter"),
                    (String) execution.getVariable("owedBy"),
                    execution.getProcessInstanceId()));
            execution.setVariable("obligationId", UUID.randomUUID().toString());
        };
        Map<Object, Object> beans = new HashMap<>(Map.of("openObligation", openObligation));
        STEPS_OF_THE_CLOCK.forEach(step -> beans.put(
                step, (JavaDelegate) execution -> met.add(step + " " + execution.getVariable("obligationId"))));
        configuration.setBeans(beans);
        engine = configuration.buildProcessEngine();
        DeploymentBuilder deployment = engine.getRepositoryService().createDeployment();
        processes.forEach(model -> deployment.addString(model.getFileName().toString(), Models.text(model)));
        Models.tables()
                .forEach(model -> deployment.addString(model.getFileName().toString(), Models.text(model)));
        deployment.deploy();
    }

    /** The obligation that was opened last. */
    Opened last() {
        return opened.getLast();
    }

    /** Ends what was opened last, as a person's command does. */
    void end(Map<String, Object> result) {
        end(last(), result);
    }

    void end(Opened obligation, Map<String, Object> result) {
        engine.getRuntimeService().signal(obligation.processInstance(), null, null, result);
    }

    /** Ends it with a result that says nothing of the owner. */
    void end(String outcome) {
        end(Variables.putValue("outcome", outcome).putValue("ownerAccepted", null));
    }

    boolean runs(String processInstance) {
        return engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceId(processInstance)
                        .count()
                == 1;
    }

    /** The kinds of what was opened for this case, in order. */
    List<String> kindsOf(String caseNumber) {
        return opened.stream()
                .filter(obligation -> obligation.caseNumber().equals(caseNumber))
                .map(Opened::kind)
                .toList();
    }

    /** Which of the waiting activities the instance stands at. */
    List<String> position(String processInstance) {
        return engine.getRuntimeService().getActiveActivityIds(processInstance);
    }

    /** The activities that the instance has been through, in order. */
    List<String> wayOf(String processInstance) {
        return engine
                .getHistoryService()
                .createHistoricActivityInstanceQuery()
                .processInstanceId(processInstance)
                .orderPartiallyByOccurrence()
                .asc()
                .list()
                .stream()
                .map(activity -> activity.getActivityId())
                .toList();
    }

    Coverage coverageOf(String process) {
        Set<String> visited = new HashSet<>(flowsTaken);
        engine.getHistoryService()
                .createHistoricActivityInstanceQuery()
                .list()
                .forEach(activity -> visited.add(activity.getProcessDefinitionKey() + "/" + activity.getActivityId()));
        return Coverage.of(process, visited);
    }

    @Override
    public void close() {
        engine.close();
    }

    /** The history knows activities but no flows; a branch without activities on it would otherwise go unseen. */
    private class FlowRecorder extends AbstractBpmnParseListener {

        @Override
        public void parseSequenceFlow(Element element, ScopeImpl scope, TransitionImpl transition) {
            transition.addListener(ExecutionListener.EVENTNAME_TAKE, (ExecutionListener) execution ->
                    flowsTaken.add(process(execution.getProcessDefinitionId()) + "/" + transition.getId()));
        }

        private static String process(String definitionId) {
            return definitionId.substring(0, definitionId.indexOf(':'));
        }
    }
}
