package se.mandat.engine;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.ProcessDefinition;

/**
 * The running engine with the newest version of every model, remembered when they are deployed, so that a command
 * neither searches for a definition nor reads a table from the database.
 */
@ApplicationScoped
public class Engine {

    private static final String DEPLOYMENT = "mandat";

    private final Map<String, DecisionTable> olderTables = new ConcurrentHashMap<>();
    private final Map<String, String> models = new ConcurrentHashMap<>();

    private ProcessEngine engine;
    private DmnEngine decisions;
    private Map<String, ProcessDefinition> processes = Map.of();
    private Map<String, DecisionTable> tables = Map.of();

    /**
     * Takes the engine into use and deploys what has changed among the models. Each changed model becomes a new version,
     * an unchanged one keeps its own, and of several nodes that start together one deploys.
     */
    void start(ProcessEngine started, Map<String, String> models) {
        engine = started;
        KnownDefinitions.takeOver(engine, this::newest);
        decisions = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
        RepositoryService repository = engine.getRepositoryService();
        DeploymentBuilder deployment =
                repository.createDeployment().name(DEPLOYMENT).source("archive").enableDuplicateFiltering(true);
        models.forEach(deployment::addString);
        deployment.deploy();
        processes = repository.createProcessDefinitionQuery().latestVersion().list().stream()
                .collect(Collectors.toUnmodifiableMap(ProcessDefinition::getKey, process -> process));
        tables = repository.createDecisionDefinitionQuery().latestVersion().list().stream()
                .collect(Collectors.toUnmodifiableMap(DecisionDefinition::getKey, this::read));
    }

    ManagementService management() {
        return engine.getManagementService();
    }

    /** Lets this job be tried now, however often it has failed, and answers when it has been, whatever came of it. */
    void runNow(String job) {
        ((ManagedJobExecutor)
                        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor())
                .runNow(List.of(job), (ProcessEngineImpl) engine);
    }

    /**
     * The DMN of one version of a table.
     *
     * @throws IllegalArgumentException when there never was such a version
     */
    String dmn(String id, int version) {
        return text(engine.getRepositoryService()
                .getDecisionModel(definition(id, version).getId()));
    }

    HistoryService history() {
        return engine.getHistoryService();
    }

    RuntimeService runtime() {
        return engine.getRuntimeService();
    }

    /** The definition's id in its newest version. */
    String process(String key) {
        return deployed(key).getId();
    }

    /** The newest version of the table. */
    DecisionTable table(String id) {
        DecisionTable table = tables.get(id);
        if (table == null) {
            throw new IllegalArgumentException("No decision table " + id + " is deployed");
        }
        return table;
    }

    /** A version of the table as it was deployed, whatever has come after it. */
    DecisionTable table(String id, int version) {
        DecisionTable newest = table(id);
        return newest.version() == version
                ? newest
                : olderTables.computeIfAbsent(id + " " + version, key -> older(id, version));
    }

    /** The BPMN of the newest version, diagram included. */
    String bpmn(String key) {
        return bpmnOf(deployed(key).getId());
    }

    /** The BPMN of one version, by the definition's id. */
    String bpmnOf(String definition) {
        return models.computeIfAbsent(
                definition, id -> text(engine.getRepositoryService().getProcessModel(id)));
    }

    Map<String, Integer> processVersions() {
        return processes.values().stream()
                .collect(Collectors.toMap(ProcessDefinition::getKey, ProcessDefinition::getVersion));
    }

    Map<String, Integer> tableVersions() {
        return tables.values().stream().collect(Collectors.toMap(DecisionTable::id, DecisionTable::version));
    }

    private Optional<String> newest(String key) {
        return Optional.ofNullable(processes.get(key)).map(ProcessDefinition::getId);
    }

    private ProcessDefinition deployed(String key) {
        ProcessDefinition process = processes.get(key);
        if (process == null) {
            throw new IllegalArgumentException("No process " + key + " is deployed");
        }
        return process;
    }

    private DecisionTable older(String id, int version) {
        return read(definition(id, version));
    }

    private DecisionDefinition definition(String id, int version) {
        DecisionDefinition definition = engine.getRepositoryService()
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(id)
                .decisionDefinitionVersion(version)
                .singleResult();
        if (definition == null) {
            throw new IllegalArgumentException("No version " + version + " of " + id + " was ever deployed");
        }
        return definition;
    }

    private DecisionTable read(DecisionDefinition definition) {
        String xml = text(engine.getRepositoryService().getDecisionModel(definition.getId()));
        return new DecisionTable(decisions, definition.getKey(), definition.getVersion(), xml);
    }

    private static String text(InputStream model) {
        try (model) {
            return new String(model.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
