package se.mandat.engine;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import se.mandat.obligation.ObligationKind;

/** The engine with our settings, tables and models on a real database, without a server. */
final class EngineOnPostgres implements AutoCloseable {

    final EmbeddedPostgres database;
    final Engine engine = new Engine();
    final CamundaCaseProcess cases = new CamundaCaseProcess();
    private final CountingDataSource counting;
    private final Connection own;
    private final ProcessEngine processEngine;
    private UUID waiting;
    private Opened opened;

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
        configuration.setBeans(new HashMap<>(Map.of("openObligation", openObligation)));
        processEngine = configuration.buildProcessEngine();
        engine.start(processEngine, ShippedModels.read(Optional.empty()));
        cases.engine = engine;
    }

    /** As a start with these models does. */
    void deploy(Map<String, String> models) {
        engine.start(processEngine, models);
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
