package se.mandat.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MigrationsTest {

    private static EmbeddedPostgres database;

    @BeforeAll
    static void migrateAnEmptyDatabase() throws Exception {
        database = EmbeddedPostgres.start();
        migrate();
    }

    @AfterAll
    static void stop() throws Exception {
        database.close();
    }

    @Test
    void eachSchemaHasItsOwnTables() throws SQLException {
        assertThat(column("select table_name from information_schema.tables where table_schema = 'mandat'"))
                .contains("case_", "obligation")
                .noneMatch(name -> name.startsWith("act_"));
        assertThat(column("select table_name from information_schema.tables where table_schema = 'camunda'"))
                .contains("act_ru_execution", "act_hi_procinst", "act_re_decision_def");
    }

    @Test
    void aSecondStartChangesNothing() throws SQLException {
        List<String> before = column("select installed_on::text from camunda.flyway_schema_history");

        migrate();

        assertThat(column("select installed_on::text from camunda.flyway_schema_history"))
                .isEqualTo(before);
    }

    /** A deletion checks every row that may refer to it: without an index, by reading the whole table. */
    @Test
    void everyForeignKeyBetweenRunningExecutionsAndVariablesHasAnIndex() throws SQLException {
        assertThat(
                        column(
                                """
                        select c.conname from pg_constraint c
                        where c.contype = 'f' and c.connamespace = 'camunda'::regnamespace
                          and c.confrelid in ('camunda.act_ru_execution'::regclass, 'camunda.act_ge_bytearray'::regclass)
                          and not exists (select 1 from pg_index i where i.indrelid = c.conrelid
                                          and i.indkey[0] = c.conkey[1])
                        """))
                .isEmpty();
    }

    @Test
    void aMigrationMayTakeLongerThanAnythingElse() throws SQLException {
        try (Connection connection = database.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database unhurried");
        }
        WatchedPatience watched =
                new WatchedPatience(database.getDatabase("postgres", "unhurried", Map.of("socketTimeout", "330")));

        Migrations.DOMAIN.applyTo(watched.dataSource());

        assertThat(watched.withStatements).contains(0);
        assertThat(watched.givenBack).isNotEmpty().containsOnly(330_000);
    }

    private static void migrate() {
        for (Migrations migrations : Migrations.values()) {
            migrations.applyTo(database.getPostgresDatabase());
        }
    }

    private static List<String> column(String query) throws SQLException {
        try (Connection connection = database.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }
}
