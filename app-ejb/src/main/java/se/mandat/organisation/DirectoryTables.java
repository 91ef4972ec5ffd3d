package se.mandat.organisation;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * The tables in which a reading is kept. Plain SQL: the rows are written in one place, and read whole.
 *
 * <p>Intervals are measured by the database's own clock, which all nodes share and which no demonstration moves.
 */
@ApplicationScoped
class DirectoryTables {

    @Resource(lookup = "java:jboss/datasources/Mandat")
    private DataSource database;

    /**
     * How far readings have come.
     *
     * @param version grows when something was different
     * @param readAt when the last one was written; empty before the first
     * @param age how long ago that was
     */
    record State(long version, Optional<Instant> readAt, Optional<Duration> age) {}

    DirectoryTables() {}

    DirectoryTables(DataSource database) {
        this.database = database;
    }

    State state() {
        return inDatabase(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                            """
                                    select version, read_at,
                                           extract(epoch from clock_timestamp() - read_at) * 1000 as age
                                      from mandat.directory_reading
                                    """);
                    ResultSet row = select.executeQuery()) {
                row.next();
                return state(row);
            }
        });
    }

    /**
     * Takes the right to read, for the node that asks first.
     *
     * @param interval how long after the last one somebody may take the next
     * @param firstInterval the same until there has been a first reading
     * @return the ticket of the reading to come, or nothing when it is too early
     */
    OptionalLong takeTicket(Duration interval, Duration firstInterval) {
        return inDatabase(connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                    """
                            update mandat.directory_reading
                               set ticket = ticket + 1, taken_at = clock_timestamp()
                             where taken_at is null
                                or taken_at <= clock_timestamp()
                                   - case when read_at is null then ? else ? end * interval '1 millisecond'
                            returning ticket
                            """)) {
                update.setLong(1, firstInterval.toMillis());
                update.setLong(2, interval.toMillis());
                try (ResultSet row = update.executeQuery()) {
                    return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
                }
            }
        });
    }

    /**
     * Lets this transaction alone write until it ends.
     *
     * @return false when a reading that asked later than {@code ticket} has been written already
     */
    boolean lock(long ticket) {
        return inDatabase(connection -> {
            try (PreparedStatement select =
                            connection.prepareStatement("select written from mandat.directory_reading for update");
                    ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1) < ticket;
            }
        });
    }

    /** What stands there now: every unit that is, and everybody who ever was. */
    Register kept() {
        return inDatabase(connection -> Register.of(units(connection), accounts(connection), deputy(connection))
                .with(absences(connection)));
    }

    /** Writes what is different, and that it has been read now. Rows that are the same are left alone. */
    State write(long ticket, Differences differences) {
        return inDatabase(connection -> {
            writeUnits(connection, differences);
            writeAccounts(connection, differences);
            return writeReading(connection, ticket, differences);
        });
    }

    /** Writes an absence as it is now, and lets every node know that something is different. */
    State write(Absence absence, boolean cancelled, String by, Instant at) {
        return inDatabase(connection -> {
            try (PreparedStatement upsert = connection.prepareStatement(
                    """
                            insert into mandat.absence (id, person, first_day, last_day, substitute, cancelled,
                                                        named_by, named_at, changed_by, changed_at)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                            on conflict (id) do update
                               set first_day = excluded.first_day, last_day = excluded.last_day,
                                   substitute = excluded.substitute, cancelled = excluded.cancelled,
                                   changed_by = excluded.changed_by, changed_at = excluded.changed_at
                            """)) {
                upsert.setObject(1, absence.id());
                upsert.setString(2, absence.person());
                upsert.setObject(3, absence.first());
                upsert.setObject(4, absence.last());
                upsert.setString(5, absence.substitute());
                upsert.setBoolean(6, cancelled);
                upsert.setString(7, by);
                upsert.setObject(8, at.atOffset(ZoneOffset.UTC));
                upsert.setString(9, by);
                upsert.setObject(10, at.atOffset(ZoneOffset.UTC));
                upsert.executeUpdate();
            }
            return newVersion(connection);
        });
    }

    /** Lets this transaction alone change who is away until it ends; no reading is written meanwhile. */
    void lockAbsences() {
        inDatabase(connection -> {
            try (PreparedStatement select =
                            connection.prepareStatement("select written from mandat.directory_reading for update");
                    ResultSet row = select.executeQuery()) {
                return row.next();
            }
        });
    }

    private static State newVersion(Connection connection) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                        """
                                update mandat.directory_reading
                                   set version = version + 1
                                returning version, read_at,
                                          extract(epoch from clock_timestamp() - read_at) * 1000 as age
                                """);
                ResultSet row = update.executeQuery()) {
            row.next();
            return state(row);
        }
    }

    private static List<Absence> absences(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select id, person, first_day, last_day, substitute"
                        + " from mandat.absence where not cancelled order by first_day, person");
                ResultSet row = select.executeQuery()) {
            List<Absence> absences = new ArrayList<>();
            while (row.next()) {
                absences.add(new Absence(
                        row.getObject("id", UUID.class),
                        row.getString("person"),
                        row.getObject("first_day", LocalDate.class),
                        row.getObject("last_day", LocalDate.class),
                        row.getString("substitute")));
            }
            return absences;
        }
    }

    private static List<Unit> units(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                        """
                                select path, name, parent, manager, on_call from mandat.unit where active
                                """);
                ResultSet row = select.executeQuery()) {
            List<Unit> units = new ArrayList<>();
            while (row.next()) {
                units.add(new Unit(
                        row.getString("path"),
                        row.getString("name"),
                        row.getString("parent"),
                        row.getString("manager"),
                        row.getString("on_call")));
            }
            return units;
        }
    }

    private static List<Account> accounts(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                        "select username, name, units, roles, active, email, language from mandat.person");
                ResultSet row = select.executeQuery()) {
            List<Account> accounts = new ArrayList<>();
            while (row.next()) {
                Set<Role> roles =
                        texts(row.getArray("roles")).stream().map(Role::valueOf).collect(Collectors.toSet());
                accounts.add(new Account(
                        row.getString("username"),
                        row.getString("name"),
                        new TreeSet<>(texts(row.getArray("units"))),
                        roles,
                        row.getBoolean("active"),
                        row.getString("email"),
                        row.getString("language")));
            }
            return accounts;
        }
    }

    private static String deputy(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select deputy from mandat.directory_reading");
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getString(1);
        }
    }

    private static void writeUnits(Connection connection, Differences differences) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement(
                        """
                                insert into mandat.unit (path, name, parent, manager, on_call, active)
                                values (?, ?, ?, ?, ?, true)
                                on conflict (path) do update
                                   set name = excluded.name, parent = excluded.parent, manager = excluded.manager,
                                       on_call = excluded.on_call, active = true
                                """);
                PreparedStatement dissolve =
                        connection.prepareStatement("update mandat.unit set active = false where path = ?")) {
            for (Unit unit : differences.units()) {
                upsert.setString(1, unit.path());
                upsert.setString(2, unit.name());
                upsert.setString(3, unit.parent());
                upsert.setString(4, unit.manager());
                upsert.setString(5, unit.onCall());
                upsert.addBatch();
            }
            for (String path : differences.dissolved()) {
                dissolve.setString(1, path);
                dissolve.addBatch();
            }
            upsert.executeBatch();
            dissolve.executeBatch();
        }
    }

    private static void writeAccounts(Connection connection, Differences differences) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement(
                """
                        insert into mandat.person (username, name, units, roles, active, email, language)
                        values (?, ?, ?, ?, ?, ?, ?)
                        on conflict (username) do update
                           set name = excluded.name, units = excluded.units, roles = excluded.roles,
                               active = excluded.active, email = excluded.email, language = excluded.language
                        """)) {
            for (Account account : differences.accounts()) {
                upsert.setString(1, account.username());
                upsert.setString(2, account.name());
                upsert.setArray(
                        3, connection.createArrayOf("text", account.units().toArray()));
                upsert.setArray(
                        4,
                        connection.createArrayOf(
                                "text",
                                account.roles().stream()
                                        .map(Role::name)
                                        .sorted()
                                        .toArray()));
                upsert.setBoolean(5, account.active());
                upsert.setString(6, account.email());
                upsert.setString(7, account.language());
                upsert.addBatch();
            }
            upsert.executeBatch();
        }
    }

    private static State writeReading(Connection connection, long ticket, Differences differences) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                """
                        update mandat.directory_reading
                           set version = version + ?, deputy = ?, written = ?, read_at = clock_timestamp()
                        returning version, read_at, 0 as age
                        """)) {
            update.setInt(1, differences.none() ? 0 : 1);
            update.setString(2, differences.next().deputy());
            update.setLong(3, ticket);
            try (ResultSet row = update.executeQuery()) {
                row.next();
                return state(row);
            }
        }
    }

    private static State state(ResultSet row) throws SQLException {
        Optional<OffsetDateTime> readAt = Optional.ofNullable(row.getObject("read_at", OffsetDateTime.class));
        long age = row.getLong("age");
        return new State(
                row.getLong("version"),
                readAt.map(OffsetDateTime::toInstant),
                readAt.map(at -> Duration.ofMillis(age)));
    }

    private static List<String> texts(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }

    private <T> T inDatabase(Work<T> work) {
        try (Connection connection = database.getConnection()) {
            return work.with(connection);
        } catch (SQLException e) {
            throw new TablesUnavailable(e);
        }
    }

    private interface Work<T> {
        T with(Connection connection) throws SQLException;
    }
}
