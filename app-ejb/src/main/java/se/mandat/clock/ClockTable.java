package se.mandat.clock;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** Where the simulated clock stands, for all nodes and over restarts. It never goes back. */
@ApplicationScoped
class ClockTable {

    /** Names the lock of whoever moves the clock among all such locks of the database. */
    private static final long MOVING = 0x6D616E646174_0013L;

    @Resource(lookup = "java:jboss/datasources/Mandat")
    private DataSource database;

    @FunctionalInterface
    private interface Work<T> {
        T in(Connection connection) throws SQLException;
    }

    /** Empty until it has been started for the first time. */
    Optional<Instant> standsAt() {
        return inDatabase(connection -> {
            try (PreparedStatement select = connection.prepareStatement("select stands_at from simulated_clock");
                    ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(row.getObject(1, OffsetDateTime.class).toInstant())
                        : Optional.empty();
            }
        });
    }

    /** Lets it begin at this time, unless it has begun before. */
    void begin(Instant at) {
        inDatabase(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into simulated_clock (stands_at) values (?) on conflict do nothing")) {
                insert.setObject(1, at.atOffset(ZoneOffset.UTC));
                return insert.executeUpdate();
            }
        });
    }

    void moveTo(Instant at) {
        inDatabase(connection -> {
            try (PreparedStatement update =
                    connection.prepareStatement("update simulated_clock set stands_at = ? where stands_at <= ?")) {
                update.setObject(1, at.atOffset(ZoneOffset.UTC));
                update.setObject(2, at.atOffset(ZoneOffset.UTC));
                return update.executeUpdate();
            }
        });
    }

    /**
     * Carries {@code work} out while nobody else does so, on any node. The lock is the connection's and no
     * transaction's: a node that dies loses it.
     *
     * @return what it gives; empty, with nothing done, when somebody else is at it
     */
    <T> Optional<T> alone(Supplier<T> work) {
        return inDatabase(connection -> {
            if (!asks(connection, "select pg_try_advisory_lock(?)")) {
                return Optional.empty();
            }
            try {
                return Optional.of(work.get());
            } finally {
                asks(connection, "select pg_advisory_unlock(?)");
            }
        });
    }

    private static boolean asks(Connection connection, String query) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(query)) {
            lock.setLong(1, MOVING);
            try (ResultSet row = lock.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    private <T> T inDatabase(Work<T> work) {
        try (Connection connection = database.getConnection()) {
            return work.in(connection);
        } catch (SQLException e) {
            throw new ClockUnavailable(e);
        }
    }
}
