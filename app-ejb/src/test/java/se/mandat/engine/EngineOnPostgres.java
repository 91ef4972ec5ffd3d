package se.mandat.engine;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import se.mandat.obligation.ObligationKind;

/** The engine with our settings, tables and models on a real database, without a server. */
final class EngineOnPostgres implements AutoCloseable {

    final EmbeddedPostgres database;
    final Engine engine = new Engine();
    final CamundaCaseProcess cases = new CamundaCaseProcess();
    private final CountingDataSource counting;
    private final Connection own;
    private final ProcessEngine processEngine;
    private final List<String> told = new ArrayList<>();
    private UUID waiting;
    private Opened opened;
    private RuntimeException failure;

    EngineOnPostgres() throws IOException, SQLException {
        database = EmbeddedPostgres.builder()
                .setServerConfig("full_page_writes", "off")
                .setServerConfig("autovacuum", "off")
                .start();
        Migrations.ENGINE.applyTo(database.getPostgresDatabase());
        own = database.getPostgresDatabase().getConnection();
        counting = new CountingDataSource(database.getPostgresDatabase().getConnection());
        var configuration = new StandaloneProcessEngineConfiguration();
        EngineSettings.applyTo(configuration);
        configuration.setDataSource(counting.dataSource());
        configuration.setJobExecutorActivate(false);
        JavaDelegate openObligation = execution -> {
            waiting = UUID.fromString(execution.getProcessInstanceId());
            opened = new Opened(
                    execution.getProcessBusinessKey(),
                    Variable.kind(execution),
                    Variable.matter(execution),
                    Variable.owedBy(execution));
            Variable.opened(execution, UUID.randomUUID());
        };
        JavaDelegate tellSomebody = execution -> {
            if (failure != null) {
                throw failure;
            }
            told.add(execution.getProcessBusinessKey());
        };
        configuration.setBeans(new HashMap<>(Map.of("openObligation", openObligation, "tellSomebody", tellSomebody)));
        processEngine = configuration.buildProcessEngine();
        engine.start(processEngine, ShippedModels.read(Optional.empty()));
        cases.engine = engine;
    }

    /** As a start with these models does. */
    void deploy(Map<String, String> models) {
        engine.start(processEngine, models);
    }

    ManagementService management() {
        return processEngine.getManagementService();
    }

    JobExecutor jobExecutor() {
        return configuration().getJobExecutor();
    }

    <T> T inEngine(Command<T> command) {
        return configuration().getCommandExecutorTxRequired().execute(command);
    }

    private ProcessEngineConfigurationImpl configuration() {
        return (ProcessEngineConfigurationImpl) processEngine.getProcessEngineConfiguration();
    }

    String businessKey(String processInstance) {
        return processEngine
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceId(processInstance)
                .singleResult()
                .getBusinessKey();
    }

    long incidents(String job) {
        return processEngine
                .getRuntimeService()
                .createIncidentQuery()
                .configuration(job)
                .count();
    }

    /** The cases of which a step that a process owner has added has told. */
    List<String> told() {
        return List.copyOf(told);
    }

    /** From here on such a step can tell again. */
    void tellNobody() {
        told.clear();
        failure = null;
    }

    /** From here on such a step fails. */
    void telling(RuntimeException fails) {
        failure = fails;
    }

    /** What the process asked the domain to open. */
    record Opened(String caseNumber, ObligationKind kind, UUID matter, String owedBy) {}

    Opened opened() {
        return opened;
    }

    /** The process of the obligation that was opened last. */
    UUID waiting() {
        return waiting;
    }

    /** What a command costs: every round trip for a statement or a batch, and the write-ahead log in bytes. */
    record Cost(List<String> roundTrips, long writeAheadLog) {
        @Override
        public String toString() {
            return "%d round trips, %,d bytes of write-ahead log".formatted(roundTrips.size(), writeAheadLog);
        }
    }

    Cost costOf(Runnable command) throws SQLException {
        counting.takeSent();
        long before = writeAheadLog();
        command.run();
        return new Cost(counting.takeSent(), writeAheadLog() - before);
    }

    private long writeAheadLog() throws SQLException {
        return number("select pg_current_wal_insert_lsn() - '0/0'::pg_lsn");
    }

    private long number(String query) throws SQLException {
        try (Statement statement = own.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        }
    }

    /** How the database carries out a statement. */
    List<String> plan(String sql) throws SQLException {
        List<String> plan = new ArrayList<>();
        try (Statement statement = own.createStatement();
                ResultSet lines = statement.executeQuery("explain " + sql)) {
            while (lines.next()) {
                plan.add(lines.getString(1));
            }
        }
        return plan;
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = own.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws IOException, SQLException {
        processEngine.close();
        own.close();
        database.close();
    }
}
