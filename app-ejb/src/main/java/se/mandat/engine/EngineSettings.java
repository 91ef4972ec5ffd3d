package se.mandat.engine;

import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.db.sql.DbSqlSessionFactory;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;

/** How our engine differs from the engine as shipped, and why. The same in the server and in a test without one. */
final class EngineSettings {

    /** For operators only; what happened to a case is in our own history. Cannot be changed once the engine has run. */
    static final String HISTORY = ProcessEngineConfiguration.HISTORY_ACTIVITY;

    /** Five tries, ten seconds to half an hour apart; as shipped, all tries are burnt within 300 ms. */
    private static final String RETRIES = "PT10S,PT1M,PT5M,PT30M";

    /** How often a job is tried before it is given up: once, and after each pause. */
    static final int TRIES = 5;

    private EngineSettings() {}

    static void applyTo(ProcessEngineConfigurationImpl configuration) {
        configuration.setProcessEngineName("mandat");
        tables(configuration);
        // as shipped, an error that nothing catches ends the process quietly
        configuration.setEnableExceptionsAfterUnhandledBpmnError(true);
        costs(configuration);
        jobs(configuration);
        history(configuration);
    }

    private static void tables(ProcessEngineConfigurationImpl configuration) {
        configuration.setDatabaseType(DbSqlSessionFactory.POSTGRES);
        configuration.setDatabaseSchema(Migrations.ENGINE.schema());
        configuration.setDatabaseTablePrefix(Migrations.ENGINE.schema() + ".");
        configuration.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_FALSE);
    }

    /** What a command would otherwise ask or write for features that nobody uses here. */
    private static void costs(ProcessEngineConfigurationImpl configuration) {
        configuration.setIdGenerator(new StrongUuidGenerator());
        configuration.setJdbcBatchProcessing(true);
        configuration.setMetricsEnabled(false);
        configuration.setTaskMetricsEnabled(false);
        configuration.setDbMetricsReporterActivate(false);
        configuration.setAuthorizationEnabled(false);
        configuration.setTenantCheckEnabled(false);
        configuration.setCmmnEnabled(false);
        configuration.setStandaloneTasksEnabled(false);
        // a refusal by the domain passes through the engine and is answered by the caller; no stack trace here
        configuration.setEnableCmdExceptionLogging(false);
    }

    private static void jobs(ProcessEngineConfigurationImpl configuration) {
        configuration.setJobExecutorDeploymentAware(false);
        configuration.setJobExecutorAcquireByDueDate(true);
        // what has failed for the last time is an incident, not a silent nothing
        configuration.setCreateIncidentOnFailedJobEnabled(true);
        configuration.setFailedJobRetryTimeCycle(RETRIES);
    }

    /** Cleaned by the end of each instance: marking rows for removal would cost fifteen updates whenever one ends. */
    private static void history(ProcessEngineConfigurationImpl configuration) {
        configuration.setHistory(HISTORY);
        configuration.setHistoryEventProducer(new HistoryOfKnownDefinitions());
        configuration.setHistoryEventHandler(new BriefHistory());
        configuration.setEnforceHistoryTimeToLive(true);
        configuration.setHistoryRemovalTimeStrategy(ProcessEngineConfiguration.HISTORY_REMOVAL_TIME_STRATEGY_NONE);
        configuration.setHistoryCleanupStrategy(ProcessEngineConfigurationImpl.HISTORY_CLEANUP_STRATEGY_END_TIME_BASED);
        configuration.setHistoryCleanupBatchWindowStartTime("02:00");
        configuration.setHistoryCleanupBatchWindowEndTime("04:00");
    }
}
