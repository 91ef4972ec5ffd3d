package se.mandat.bench;

import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.repository.DeploymentBuilder;

/**
 * The process engine as its maker ships it, at full history, with our models and a delegate that does nothing, on the
 * same PostgreSQL in a database of its own. What a start costs without any of our tables.
 */
final class BareEngine implements AutoCloseable {

    private final ProcessEngine engine;

    /** @param url JDBC address of an empty database; the tables are made there */
    BareEngine(String url) {
        StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName("bare");
        configuration.setJdbcUrl(url);
        configuration.setJdbcDriver("org.postgresql.Driver");
        configuration.setJdbcUsername("postgres");
        configuration.setJdbcPassword("postgres");
        configuration.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
        configuration.setHistory(ProcessEngineConfiguration.HISTORY_FULL);
        configuration.setJobExecutorActivate(false);
        JavaDelegate nothing = execution -> {};
        configuration.setBeans(new HashMap<>(Map.of("openObligation", nothing)));
        engine = configuration.buildProcessEngine();
        DeploymentBuilder deployment = engine.getRepositoryService().createDeployment();
        for (String model : List.of("cases/case-handling.bpmn", "obligation/obligation.bpmn")) {
            InputStream bpmn = BareEngine.class.getResourceAsStream("/" + model);
            deployment.addInputStream(model, bpmn);
        }
        deployment.deploy();
    }

    /** Starts the process of a case that somebody else decides. */
    void start() {
        engine.getRuntimeService()
                .startProcessInstanceByKey(
                        "case-handling", "M-" + UUID.randomUUID(), Map.of("route", "MANAGER", "ownerAccepted", false));
    }

    @Override
    public void close() {
        engine.close();
    }
}
