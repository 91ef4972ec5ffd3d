package se.mandat.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** The application's database as its superuser. */
final class Database {

    private final DataSource source;

    Database(DataSource source) {
        this.source = source;
    }

    void execute(String sql) {
        inDatabase(statement -> {
            statement.execute(sql);
            return null;
        });
    }

    /** Without triggers and foreign keys, in one transaction. */
    void behindItsBack(List<String> statements) {
        inDatabase(statement -> {
            statement.execute("set session_replication_role = replica");
            statement.execute("begin");
            for (String sql : statements) {
                statement.execute(sql);
            }
            statement.execute("commit");
            return null;
        });
    }

    List<String> texts(String query) {
        return inDatabase(statement -> {
            List<String> texts = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery(query)) {
                while (rows.next()) {
                    texts.add(rows.getString(1));
                }
            }
            return texts;
        });
    }

    long number(String query) {
        return Long.parseLong(texts(query).getFirst());
    }

    /** How many bytes of write-ahead log have ever been written. */
    long writeAheadLog() {
        return number("select (pg_current_wal_insert_lsn() - '0/0'::pg_lsn)::bigint");
    }

    private interface Work<T> {
        T with(Statement statement) throws SQLException;
    }

    private <T> T inDatabase(Work<T> work) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            return work.with(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
