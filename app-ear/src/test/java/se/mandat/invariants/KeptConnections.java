package se.mandat.invariants;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import javax.sql.DataSource;

/** Connections to a database, kept for whoever asks next: opening one takes longer than most questions. */
final class KeptConnections {

    private static final Map<DataSource, KeptConnections> ALL = new ConcurrentHashMap<>();
    private static final int SECONDS = 5;

    private final DataSource database;
    private final Deque<Connection> idle = new ConcurrentLinkedDeque<>();

    private KeptConnections(DataSource database) {
        this.database = database;
    }

    static KeptConnections to(DataSource database) {
        return ALL.computeIfAbsent(database, KeptConnections::new);
    }

    /** One of nobody's, on the domain's tables, that commits when it is told to. */
    Connection take() throws SQLException {
        for (Connection kept = idle.poll(); kept != null; kept = idle.poll()) {
            // the database may have been away meanwhile
            if (kept.isValid(SECONDS)) {
                return kept;
            }
            kept.close();
        }
        Connection opened = database.getConnection();
        opened.setSchema("mandat");
        opened.setAutoCommit(false);
        return opened;
    }

    /** For the next one; its transaction has ended. */
    void giveBack(Connection connection) {
        idle.push(connection);
    }
}
