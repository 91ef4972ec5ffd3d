package se.mandat.running;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;

/** Something that the application needs is away. Closing it brings it back and waits until the application says so. */
public final class Outage implements AutoCloseable {

    private static final Duration LONGEST_RETURN = Duration.ofSeconds(60);

    private final RunningSystem system;
    private final Runnable end;

    private Outage(RunningSystem system, Runnable end) {
        this.system = system;
        this.end = end;
    }

    static Outage of(RunningSystem system, Runnable begin, Runnable end) {
        begin.run();
        return new Outage(system, end);
    }

    static Outage ofDatabase(RunningSystem system, DataSource maintenance) {
        return of(
                system,
                () -> execute(
                        maintenance,
                        "alter database mandat allow_connections false",
                        "select pg_terminate_backend(pid) from pg_stat_activity where datname = 'mandat'"),
                () -> execute(maintenance, "alter database mandat allow_connections true"));
    }

    private static void execute(DataSource database, String... statements) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the application says of itself. */
    public HttpResponse<String> readiness() {
        return system.send(HttpRequest.newBuilder(system.at("/health/ready")).build());
    }

    @Override
    public void close() {
        end.run();
        Patience.until(LONGEST_RETURN, () -> RunningSystem.json(readiness().body())
                .path("status")
                .asText()
                .equals("UP"));
    }
}
