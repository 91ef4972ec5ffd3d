package se.mandat.invariants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** The application's tables and the engine's, behind the application's back. */
final class Tables {

    /**
     * What lives by itself, whatever anybody commands: readings of the directory, what new voices are about, and how far
     * is worked out what follows from a closing day.
     */
    private static final Set<String> BESIDE =
            Set.of("mandat.directory_reading", "mandat.voice_gist", "mandat.closing_day_change");

    private final KeptConnections connections;

    Tables(DataSource database) {
        this.connections = KeptConnections.to(database);
    }

    /** Statements with a transaction of their own. */
    @FunctionalInterface
    private interface Work<T> {
        T in(Connection connection) throws SQLException;
    }

    private <T> T inTransaction(Work<T> work) throws SQLException {
        Connection connection = connections.take();
        try {
            T result = work.in(connection);
            connection.commit();
            connections.giveBack(connection);
            return result;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    List<List<String>> rows(String sql, Object... arguments) {
        try {
            return inTransaction(connection -> {
                try (PreparedStatement query = connection.prepareStatement(sql)) {
                    for (int i = 0; i < arguments.length; i++) {
                        query.setObject(i + 1, arguments[i]);
                    }
                    List<List<String>> rows = new ArrayList<>();
                    try (ResultSet row = query.executeQuery()) {
                        while (row.next()) {
                            List<String> columns = new ArrayList<>();
                            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                                columns.add(row.getString(i));
                            }
                            rows.add(columns);
                        }
                    }
                    return rows;
                }
            });
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The first column of all rows. */
    List<String> all(String sql, Object... arguments) {
        return rows(sql, arguments).stream().map(List::getFirst).toList();
    }

    /** The first column of the first row. */
    String one(String sql, Object... arguments) {
        return all(sql, arguments).getFirst();
    }

    long count(String sql, Object... arguments) {
        return Long.parseLong(one(sql, arguments));
    }

    /** Carries these out, all in one transaction. */
    void does(String... statements) {
        try {
            inTransaction(connection -> execute(connection, statements));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Carries these out as somebody could who owns the machine: no trigger and no key watches. */
    void tampers(String... statements) {
        List<String> all = new ArrayList<>(List.of("set local session_replication_role to replica"));
        all.addAll(List.of(statements));
        does(all.toArray(String[]::new));
    }

    /** Tries these in one transaction, which must be refused at its commit at the latest. Answers the SQL state. */
    String refuses(String... statements) {
        try {
            inTransaction(connection -> execute(connection, statements));
        } catch (SQLException e) {
            return e.getSQLState();
        }
        return fail("nobody refused " + String.join("; ", statements));
    }

    /** Somebody's command that has taken this case and goes on until it is closed, which commits it. */
    Command takes(String number) {
        try {
            Connection connection = connections.take();
            execute(connection, "select from case_ where number = '" + number + "' for update");
            return new Command(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A command that is being carried out. */
    final class Command implements AutoCloseable {

        private static final Duration AT_MOST = Duration.ofSeconds(30);

        private final Connection connection;

        private Command(Connection connection) {
            this.connection = connection;
        }

        void does(String statement) throws SQLException {
            execute(connection, statement);
        }

        /** Goes on when somebody else waits for what it has taken. */
        void isWaitedFor() throws SQLException {
            try (PreparedStatement waiting = connection.prepareStatement("select count(*) from pg_stat_activity"
                    + " where pg_backend_pid() = any (pg_blocking_pids(pid))")) {
                Instant end = Instant.now().plus(AT_MOST);
                long waits = 0;
                while (waits == 0 && Instant.now().isBefore(end)) {
                    try (ResultSet row = waiting.executeQuery()) {
                        row.next();
                        waits = row.getLong(1);
                    }
                }
                assertThat(waits).as("who waits for what has been taken").isPositive();
            }
        }

        @Override
        public void close() throws SQLException {
            connection.commit();
            connections.giveBack(connection);
        }
    }

    private static Void execute(Connection connection, String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
        return null;
    }

    /** Everything there is, table by table: how many rows, and a digest of them. */
    Map<String, String> everything() {
        List<String> names = all("select schemaname || '.' || tablename from pg_tables"
                + " where schemaname in ('mandat', 'camunda') and tablename not like 'flyway%'");
        String sql = names.stream()
                .filter(name -> !BESIDE.contains(name))
                .map(name -> "select '" + name + "', count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), ''"
                        + " order by md5(t::text))), '') from " + name + " t")
                .collect(Collectors.joining(" union all "));
        Map<String, String> everything = new TreeMap<>();
        rows(sql).forEach(row -> everything.put(row.get(0), row.get(1)));
        return everything;
    }

    /** What is in the way of every row that is written to a table, until it is closed. */
    interface Obstacle extends AutoCloseable {
        @Override
        void close();
    }

    /** Whatever writes to this table fails. */
    Obstacle failing(String table) {
        return obstacle(
                table,
                "raise exception 'made to fail' using errcode = 'MD999'; return null;",
                "create trigger obstacle before insert or update or delete on " + table);
    }

    /** The database's connection is lost as soon as something is written to this table. */
    Obstacle cuttingOff(String table) {
        return obstacle(
                table,
                "perform pg_terminate_backend(pg_backend_pid()); return new;",
                "create trigger obstacle before insert or update or delete on " + table);
    }

    /** The database's connection is lost at the commit of whatever has written to this table. */
    Obstacle cuttingOffTheCommit(String table) {
        return obstacle(
                table,
                "perform pg_terminate_backend(pg_backend_pid()); return new;",
                "create constraint trigger obstacle after insert or update on " + table
                        + " deferrable initially deferred");
    }

    private Obstacle obstacle(String table, String body, String trigger) {
        does(
                "create function obstacle() returns trigger language plpgsql security definer as $$ begin " + body
                        + " end $$",
                trigger + " for each row execute function obstacle()");
        return () -> does("drop trigger obstacle on " + table, "drop function obstacle()");
    }
}
