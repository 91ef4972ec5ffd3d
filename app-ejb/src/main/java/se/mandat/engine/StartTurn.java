package se.mandat.engine;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * A node's turn to prepare the database: of several that start together, one makes schemas, tables, the engine's own
 * properties and the deployment at a time, and the next finds them there. The lock is the connection's and no
 * transaction's: a node that dies loses it.
 */
final class StartTurn implements AutoCloseable {

    private static final long PREPARING = 0x6d616e646174L;

    private final Connection connection;

    private StartTurn(Connection connection) {
        this.connection = connection;
    }

    /**
     * Waits until no other node is at it, however long that takes. Must not be called within a JTA transaction, whose end
     * would take the connection.
     *
     * @throws IllegalStateException when the database cannot be asked
     */
    static StartTurn awaited(DataSource database) {
        try {
            Connection connection = database.getConnection();
            try {
                int patience = connection.getNetworkTimeout();
                connection.setNetworkTimeout(Runnable::run, 0);
                ask(connection, "select pg_advisory_lock(?)");
                connection.setNetworkTimeout(Runnable::run, patience);
                return new StartTurn(connection);
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The other nodes could not be asked to wait", e);
        }
    }

    private static void ask(Connection connection, String query) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(query)) {
            lock.setLong(1, PREPARING);
            lock.execute();
        }
    }

    /** Said before the connection goes back to the pool, where it would keep the turn. */
    @Override
    public void close() {
        try (connection) {
            ask(connection, "select pg_advisory_unlock(?)");
        } catch (SQLException e) {
            throw new IllegalStateException("The other nodes could not be told to go on", e);
        }
    }
}
