package se.mandat.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.mandat.organisation.RegisterTest.account;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DirectoryTablesTest {

    private static final Unit ROOT = new Unit("nordvik", "Nordvik", null, "eva", null);
    private static final Unit TEKNIK = new Unit("nordvik/teknik", "Teknik", "nordvik", "tove", "070-174 06 12");
    private static final Account EVA = account("eva", true, Set.of(Role.MANAGER, Role.STEWARD), "nordvik");
    private static final Account HUGO = account("hugo", true, Set.of(), "nordvik", "nordvik/teknik");
    private static final Account ASTRID = account("astrid", true, Set.of(Role.AUDITOR), "nordvik");
    private static final Register REGISTER = Register.of(List.of(ROOT, TEKNIK), List.of(EVA, HUGO, ASTRID), "britt");

    private static EmbeddedPostgres postgres;

    private DataSource database;
    private DirectoryTables tables;

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @BeforeEach
    void migrate() throws SQLException, IOException {
        database = postgres.getPostgresDatabase();
        try (InputStream script = Directory.class.getResourceAsStream("/db/migration/V4__organisation.sql")) {
            execute("drop schema if exists mandat cascade; create schema mandat; set search_path = mandat; "
                    + new String(script.readAllBytes(), StandardCharsets.UTF_8)
                    + "; alter table mandat.person add column email text, add column language text"
                    + "; create table mandat.absence (id uuid primary key, person text, first_day date,"
                    + " last_day date, substitute text, cancelled boolean)"
                    + "; create table mandat.debt (debtor text, state text);"
                    + "create trigger may_hold before insert or update of debtor, state on mandat.debt"
                    + " for each row execute function mandat.assert_may_hold_debt()");
        }
        tables = new DirectoryTables(database);
    }

    @Test
    void beforeTheFirstReadingNothingIsKept() {
        assertThat(tables.kept()).isEqualTo(Register.EMPTY);
        assertThat(tables.state().readAt()).isEmpty();
        assertThat(tables.state().age()).isEmpty();
    }

    @Test
    void whatIsWrittenIsKept() throws ReadingRefused {
        DirectoryTables.State state = take(REGISTER);

        assertThat(tables.kept()).isEqualTo(REGISTER);
        assertThat(state.version()).isEqualTo(1);
        assertThat(tables.state().readAt()).isEqualTo(state.readAt());
        assertThat(tables.state().age().orElseThrow()).isBetween(Duration.ZERO, Duration.ofMinutes(1));
    }

    @Test
    void aReadingThatFindsNoDifferenceTouchesNoRow() throws ReadingRefused, SQLException {
        take(REGISTER);
        List<String> before = versionsOfRows();

        DirectoryTables.State again = take(REGISTER);

        assertThat(versionsOfRows()).isEqualTo(before);
        assertThat(again.version()).isEqualTo(1);
    }

    @Test
    void onlyTheRowsThatDifferAreTouched() throws ReadingRefused, SQLException {
        take(REGISTER);
        List<String> before = versionsOfRows();

        Account moved = account("hugo", true, Set.of(), "nordvik");
        DirectoryTables.State state = take(Register.of(List.of(ROOT, TEKNIK), List.of(EVA, moved, ASTRID), "britt"));

        assertThat(versionsOfRows()).hasSameSizeAs(before).satisfies(after -> {
            List<String> changed = new ArrayList<>(after);
            changed.removeAll(before);
            assertThat(changed).singleElement(InstanceOfAssertFactories.STRING).startsWith("hugo ");
        });
        assertThat(state.version()).isEqualTo(2);
    }

    @Test
    void whoIsGoneStaysAsInactiveAndADissolvedUnitIsNoMore() throws ReadingRefused {
        take(REGISTER);
        take(Register.of(List.of(ROOT), List.of(EVA), null));

        assertThat(tables.kept().accounts().get("hugo")).isEqualTo(HUGO.gone());
        assertThat(tables.kept().units()).containsOnlyKeys("nordvik");
        assertThat(tables.kept().deputy()).isNull();
    }

    @Test
    void aUnitThatComesBackIsThereAgain() throws ReadingRefused {
        take(REGISTER);
        take(Register.of(List.of(ROOT), List.of(EVA, HUGO, ASTRID), "britt"));
        take(REGISTER);

        assertThat(tables.kept()).isEqualTo(REGISTER);
    }

    @Test
    void onlyTheFirstToAskGetsTheTicketOfAReadingThatIsDue() throws SQLException {
        Duration hour = Duration.ofHours(1);

        assertThat(tables.takeTicket(hour, hour)).hasValue(1);
        assertThat(tables.takeTicket(hour, hour)).isEmpty();
        assertThat(tables.takeTicket(Duration.ZERO, Duration.ZERO)).hasValue(2);
    }

    @Test
    void untilTheFirstReadingTheNextOneIsDueSooner() throws ReadingRefused {
        assertThat(tables.takeTicket(Duration.ofHours(1), Duration.ZERO)).hasValue(1);
        assertThat(tables.takeTicket(Duration.ofHours(1), Duration.ZERO)).hasValue(2);

        take(REGISTER);

        assertThat(tables.takeTicket(Duration.ofHours(1), Duration.ZERO)).isEmpty();
    }

    @Test
    void whatWasAskedEarlierIsNotWrittenOverWhatWasAskedLater() throws ReadingRefused {
        long earlier = tables.takeTicket(Duration.ZERO, Duration.ZERO).orElseThrow();
        take(REGISTER);

        assertThat(tables.lock(earlier)).isFalse();
        assertThat(tables.lock(tables.takeTicket(Duration.ZERO, Duration.ZERO).orElseThrow()))
                .isTrue();
    }

    @Test
    void anOpenDebtStandsOnlyOnSomebodyActiveWhoIsNoAuditor() throws ReadingRefused, SQLException {
        take(REGISTER);
        take(Register.of(List.of(ROOT, TEKNIK), List.of(EVA, HUGO.gone(), ASTRID), "britt"));

        execute("insert into mandat.debt values ('eva', 'OPEN')");
        execute("insert into mandat.debt values ('hugo', 'FULFILLED')");
        for (String debtor : List.of("hugo", "astrid", "nobody")) {
            assertThatThrownBy(() -> execute("insert into mandat.debt values ('" + debtor + "', 'OPEN')"))
                    .asInstanceOf(InstanceOfAssertFactories.type(SQLException.class))
                    .extracting(SQLException::getSQLState)
                    .isEqualTo("MD001");
            assertThatThrownBy(() -> execute("update mandat.debt set debtor = '" + debtor + "' where state = 'OPEN'"))
                    .hasMessageNotContaining(debtor);
        }
    }

    @Test
    void whoIsBeingGivenADebtCannotLeaveUntilThatIsDone() throws ReadingRefused, SQLException {
        take(REGISTER);
        try (Connection command = database.getConnection();
                Connection reading = database.getConnection()) {
            command.setAutoCommit(false);
            reading.setAutoCommit(false);
            execute(command, "insert into mandat.debt values ('hugo', 'OPEN')");
            execute(reading, "set lock_timeout = '100ms'");

            assertThatThrownBy(
                            () -> execute(reading, "update mandat.person set active = false where username = 'hugo'"))
                    .hasMessageContaining("lock timeout");

            reading.rollback();
            command.commit();
            execute(reading, "update mandat.person set active = false where username = 'hugo'");
            try (Statement statement = reading.createStatement();
                    ResultSet debts = statement.executeQuery("select count(*) from mandat.debt")) {
                debts.next();
                assertThat(debts.getInt(1)).isEqualTo(1);
            }
            reading.commit();
        }
    }

    @Test
    void whoIsLeavingCannotBeGivenADebt() throws ReadingRefused, SQLException {
        take(REGISTER);
        try (Connection command = database.getConnection();
                Connection reading = database.getConnection()) {
            reading.setAutoCommit(false);
            execute(reading, "update mandat.person set active = false where username = 'hugo'");
            execute(command, "set lock_timeout = '100ms'");

            assertThatThrownBy(() -> execute(command, "insert into mandat.debt values ('hugo', 'OPEN')"))
                    .hasMessageContaining("lock timeout");

            reading.commit();
            assertThatThrownBy(() -> execute(command, "insert into mandat.debt values ('hugo', 'OPEN')"))
                    .hasMessageContaining("active");
        }
    }

    @Test
    void aDatabaseThatIsGoneIsSaidToBeSo() throws SQLException {
        execute("drop schema mandat cascade");

        assertThatThrownBy(tables::state).isInstanceOf(TablesUnavailable.class);
        assertThatThrownBy(tables::kept).isInstanceOf(TablesUnavailable.class);
    }

    private DirectoryTables.State take(Register answered) throws ReadingRefused {
        long ticket = tables.takeTicket(Duration.ZERO, Duration.ZERO).orElseThrow();
        return tables.write(ticket, tables.kept().differencesTo(answered));
    }

    private List<String> versionsOfRows() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select username || ' ' || xmin from mandat.person"
                        + " union all select path || ' ' || xmin from mandat.unit order by 1")) {
            List<String> versions = new ArrayList<>();
            while (row.next()) {
                versions.add(row.getString(1));
            }
            return versions;
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection()) {
            execute(connection, sql);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
