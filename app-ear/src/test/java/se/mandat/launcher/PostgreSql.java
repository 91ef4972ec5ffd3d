package se.mandat.launcher;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/** A PostgreSQL of our own, listening on this machine only, with one database for the application and one for Keycloak. */
final class PostgreSql implements AutoCloseable {

    static final String APPLICATION = "mandat";
    static final String KEYCLOAK = "keycloak";

    private final EmbeddedPostgres server;
    private final Path data;
    private final Map<String, DataSource> administrations = new ConcurrentHashMap<>();

    private PostgreSql(EmbeddedPostgres server, Path data) {
        this.server = server;
        this.data = data;
    }

    static PostgreSql start(Settings settings) {
        int port = settings.ports().postgresql();
        Path home = settings.state().resolve("postgresql");
        PostgreSql started = new PostgreSql(startServer(home, port, settings.durable()), home.resolve("data"));
        started.createDatabase(APPLICATION);
        started.createDatabase(KEYCLOAK);
        return started;
    }

    private static EmbeddedPostgres startServer(Path home, int port, boolean durable) {
        try {
            Files.createDirectories(home);
            return builder(home, port, durable).start();
        } catch (IOException | IllegalStateException first) {
            // right after a kill -9 its shared memory may still be held for a moment
            try {
                return builder(home, port, durable).start();
            } catch (IOException | IllegalStateException second) {
                throw new CannotStartException("PostgreSQL cannot be started; see " + home.resolve("log"), second);
            }
        }
    }

    private static EmbeddedPostgres.Builder builder(Path home, int port, boolean durable) {
        String flush = durable ? "on" : "off";
        return EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(home.toFile())
                .setDataDirectory(home.resolve("data"))
                .setCleanDataDirectory(!durable)
                .setRegisterShutdownHook(false)
                .setPort(port)
                .setPGStartupWait(Duration.ofSeconds(60))
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("fsync", flush)
                .setServerConfig("synchronous_commit", flush)
                .setServerConfig("full_page_writes", flush)
                .setServerConfig("max_connections", "300")
                .setServerConfig("shared_buffers", "256MB")
                .setServerConfig("shared_preload_libraries", "pg_stat_statements")
                .setOutputRedirector(
                        ProcessBuilder.Redirect.appendTo(home.resolve("log").toFile()))
                .setErrorRedirector(
                        ProcessBuilder.Redirect.appendTo(home.resolve("log").toFile()));
    }

    /** Sorts and folds by Unicode alike on every operating system. */
    synchronized void createDatabase(String name) {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            if (!exists(statement, "select 1 from pg_roles where rolname = '" + name + "'")) {
                statement.execute("create role " + name + " login password '" + name + "'");
            }
            if (!exists(statement, "select 1 from pg_database where datname = '" + name + "'")) {
                statement.execute("create database " + name + " owner " + name
                        + " template template0 encoding 'UTF8' locale 'C'"
                        + " locale_provider builtin builtin_locale 'C.UTF-8'");
            }
        } catch (SQLException e) {
            throw new CannotStartException("The database " + name + " cannot be made", e);
        }
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    void guardedBy(Guardian guardian) {
        try {
            guardian.guard(Long.parseLong(
                    Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return server.getPort();
    }

    String url(String database) {
        return url(port(), database);
    }

    static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** The application's database, as its superuser: for tests and benchmarks that look behind the application. */
    DataSource administration() {
        return administration(APPLICATION);
    }

    DataSource administration(String database) {
        return administrations.computeIfAbsent(database, name -> server.getDatabase("postgres", name));
    }

    /** Another database of the same server, as its superuser: from here the application's can be shut. */
    DataSource maintenance() {
        return server.getPostgresDatabase();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
