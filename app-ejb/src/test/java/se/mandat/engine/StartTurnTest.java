package se.mandat.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.junit.jupiter.api.Test;

class StartTurnTest {

    private static final int NODES = 4;

    @Test
    void nodesThatStartTogetherOnAnEmptyDatabasePrepareItOnceAndAllStart() throws Exception {
        try (EmbeddedPostgres database = EmbeddedPostgres.start();
                ExecutorService nodes = Executors.newFixedThreadPool(NODES)) {
            CyclicBarrier together = new CyclicBarrier(NODES);

            List<CompletableFuture<Void>> starting = IntStream.range(0, NODES)
                    .mapToObj(node -> CompletableFuture.runAsync(
                            () -> startNode("node " + node, database.getPostgresDatabase(), together), nodes))
                    .toList();

            assertThat(starting).allSatisfy(node -> assertThat(node).succeedsWithin(Duration.ofMinutes(2)));
            assertThat(count(database.getPostgresDatabase(), "select count(*) from camunda.act_re_deployment"))
                    .isOne();
        }
    }

    @Test
    void aNodeWaitsForItsTurnHoweverLongAnotherTakes() throws Exception {
        try (EmbeddedPostgres database = EmbeddedPostgres.start()) {
            WatchedPatience watched = new WatchedPatience(database.getPostgresDatabase(Map.of("socketTimeout", "330")));

            StartTurn.awaited(watched.dataSource()).close();

            assertThat(watched.withStatements).containsExactly(0, 330_000);
            assertThat(watched.givenBack).containsExactly(330_000);
        }
    }

    private static void startNode(String name, DataSource database, CyclicBarrier together) {
        try {
            together.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        try (StartTurn turn = StartTurn.awaited(database)) {
            for (Migrations migrations : Migrations.values()) {
                migrations.applyTo(database);
            }
        }
        var configuration = new StandaloneProcessEngineConfiguration();
        EngineSettings.applyTo(configuration);
        configuration.setProcessEngineName(name);
        configuration.setDataSource(database);
        configuration.setJobExecutorActivate(false);
        ProcessEngine engine;
        try (StartTurn turn = StartTurn.awaited(database)) {
            engine = configuration.buildProcessEngine();
            new Engine().start(engine, ShippedModels.read(Optional.empty()));
        }
        engine.close();
    }

    private static long count(DataSource database, String query) throws Exception {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
