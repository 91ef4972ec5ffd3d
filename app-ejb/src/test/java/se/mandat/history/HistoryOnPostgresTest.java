package se.mandat.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.flywaydb.core.Flyway;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.mandat.history.Verification.Break;
import se.mandat.history.Verification.Why;
import se.mandat.shared.Actor;
import se.mandat.shared.DomainEvent.FreeText;
import se.mandat.shared.DomainEvents.Happened;

/** The history as it stands in PostgreSQL: what it costs, what the database refuses, and what is found nevertheless. */
class HistoryOnPostgresTest {

    private static final Instant AT = Instant.parse("2026-11-22T09:30:00.123456Z");
    private static final String DECIDED = "case.decided.v1";

    private static EmbeddedPostgres postgres;
    private static String url;
    private static SessionFactory sessions;
    private static int cases;

    private String subject;

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.start();
        url = postgres.getJdbcUrl("postgres", "postgres") + "&currentSchema=mandat";
        Flyway.configure()
                .dataSource(postgres.getPostgresDatabase())
                .defaultSchema("mandat")
                .load()
                .migrate();
        sessions = new Configuration()
                .addAnnotatedClass(HistoryEntry.class)
                .addAnnotatedClass(HistoryText.class)
                .addAnnotatedClass(HistoryHead.class)
                .setProperty("hibernate.connection.url", url)
                .setProperty("hibernate.jdbc.batch_size", "50")
                .setProperty("hibernate.order_inserts", "true")
                .setProperty("hibernate.generate_statistics", "true")
                .setProperty("hibernate.session.events.log", "false")
                .setProperty("hibernate.hbm2ddl.auto", "validate")
                .buildSessionFactory();
    }

    @AfterAll
    static void stop() throws IOException {
        sessions.close();
        postgres.close();
    }

    @BeforeEach
    void newCase() {
        cases++;
        subject = "M-2026-%04d".formatted(cases);
    }

    @Test
    void what_was_appended_in_several_transactions_is_read_back_and_intact() {
        raise();
        decide("Bra förslag");

        Verification verification = verify();
        assertThat(verification.intact()).isTrue();
        assertThat(verification.entries()).isEqualTo(4);
        List<Link> links = sessions.fromSession(session -> new Chains(session).links(subject));
        assertThat(links).extracting(Link::at).containsOnly(AT);
    }

    @Test
    void five_entries_with_texts_cost_three_statements_and_two_where_the_chain_begins() {
        assertThat(statements(() -> inOneTransaction((writer, session) -> {
                    writer.append(new Happened(Noted.beginning(subject, "case.raised.v1"), Actor.of("sara"), AT));
                    for (int i = 1; i <= 4; i++) {
                        writer.append(happened(DECIDED, "Ord " + i));
                    }
                })))
                .isEqualTo(2);
        assertThat(statements(() -> happened(5, "Fler ord"))).isEqualTo(3);
        assertThat(verify().intact()).isTrue();
    }

    @Test
    void appending_does_not_flush_what_else_the_command_has_changed() {
        sessions.inTransaction(session -> {
            HistoryWriter writer = new HistoryWriter(session, new HeldHeads());
            writer.append(happened("case.raised.v1", "Ord"));
            sessions.getStatistics().clear();
            writer.append(new Happened(Noted.of(subject + "-other", DECIDED), Actor.of("karin"), AT));
            assertThat(sessions.getStatistics().getEntityInsertCount()).isZero();
        });
    }

    @Test
    void two_who_append_at_the_same_time_make_one_chain() throws Exception {
        CyclicBarrier together = new CyclicBarrier(2);
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            List<Future<?>> both = List.of(
                    two.submit(() -> appendTwentyTimes(together)), two.submit(() -> appendTwentyTimes(together)));
            for (Future<?> one : both) {
                one.get(60, TimeUnit.SECONDS);
            }
        }
        assertThat(verify().intact()).isTrue();
        assertThat(verify().entries()).isEqualTo(40);
    }

    @Test
    void what_was_rolled_back_leaves_no_trace() {
        raise();
        Verification before = verify();
        assertThatThrownBy(() -> sessions.inTransaction(session -> {
                    new HistoryWriter(session, new HeldHeads()).append(happened(DECIDED, "Nej"));
                    session.flush();
                    throw new IllegalStateException("the command fails");
                }))
                .hasMessage("the command fails");
        assertThat(verify()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update history_entry set actor = 'mallory' where subject = '%s'",
                "delete from history_entry where subject = '%s'",
                "truncate history_entry /* %s */",
                "delete from history_text where subject = '%s'",
                "truncate history_text /* %s */",
                "update history_text set content = 'Allt gick bra' where subject = '%s'",
                "update history_text set salt = null where subject = '%s'",
                "update history_text set subject = 'M-1', content = null, salt = null where subject = '%s'",
                "delete from history_head where subject = '%s'",
                "truncate history_head /* %s */",
                "update history_head set seq = 1 where subject = '%s'",
                "update history_head set seq = 9 where subject = '%s'",
                "update history_head set hash = repeat('f', 64) where subject = '%s'",
                "insert into history_head values ('%s-x', 1, repeat('f', 64))",
                "insert into history_entry select subject, 9, type, at, actor, null, '{}', hash, hash"
                        + " from history_entry where subject = '%s' and seq = 3",
                "insert into history_entry select subject, 4, type, at, actor, null, '{}', previous_hash, hash"
                        + " from history_entry where subject = '%s' and seq = 3",
                "insert into history_entry select subject, 4, type, at, actor, null, 'no json', hash, hash"
                        + " from history_entry where subject = '%s' and seq = 3",
            })
    void the_database_refuses(String statement) {
        raise();
        assertThatThrownBy(() -> execute(statement.formatted(subject)))
                .isInstanceOf(SQLException.class)
                .extracting(e -> ((SQLException) e).getSQLState().substring(0, 2))
                .isEqualTo("23");
        assertThat(verify().intact()).isTrue();
    }

    @Test
    void the_database_lets_a_text_be_erased_and_an_entry_must_say_so() throws SQLException {
        raise();
        String id = sessions.fromSession(
                s -> new Chains(s).texts(subject).getFirst().id().toString());
        execute("update history_text set content = null, salt = null where id = '" + id + "'");
        assertThat(verify().firstBreak().why()).isEqualTo(Why.TEXT_ERASED_UNSAID);

        inOneTransaction((writer, session) -> writer.append(new Happened(
                Noted.of(subject, "text.erased.v1", Map.of(Chain.ERASED, List.of(id))), Actor.of("maja"), AT)));
        assertThat(verify().intact()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2 | ENTRY_CHANGED | update history_entry set actor = 'mallory' where subject = '%s' and seq = 2",
                "2 | ENTRY_CHANGED | update history_entry set on_behalf_of = 'eva' where subject = '%s' and seq = 2",
                "1 | ENTRY_CHANGED | update history_entry set type = 'x' where subject = '%s' and seq = 1",
                "3 | ENTRY_CHANGED | update history_entry set at = at + interval '1 us' where subject = '%s' and seq = 3",
                "1 | ENTRY_CHANGED | update history_entry set payload = '{}' where subject = '%s' and seq = 1",
                "2 | ENTRY_MISSING | delete from history_entry where subject = '%s' and seq = 2",
                "3 | ENTRY_MISSING | delete from history_entry where subject = '%s' and seq = 3",
                "1 | ENTRY_MISSING | delete from history_entry where subject = '%s'",
                "1 | HEAD_MISSING | delete from history_entry where subject = '%1$s'; delete from history_head where subject = '%1$s'",
                "4 | HEAD_MISSING | delete from history_head where subject = '%s'",
                "3 | HEAD_DISAGREES | update history_head set seq = 2 where subject = '%s'",
                "3 | HEAD_DISAGREES | update history_head set hash = repeat('f', 64) where subject = '%s'",
                "1 | TEXT_CHANGED | update history_text set content = 'Bra' where subject = '%s' and content = 'Ord 1'",
                "2 | TEXT_MISSING | delete from history_text where subject = '%s' and content = 'Ord 2'",
                "2 | NOT_THE_NEXT | update history_entry set seq = case seq when 2 then -3 else -2 end where subject = '%1$s'"
                        + " and seq > 1; update history_entry set seq = -seq where subject = '%1$s' and seq < 0",
                "3 | NOT_THE_NEXT | update history_entry set seq = 4 where subject = '%1$s' and seq = 3; insert into history_entry"
                        + " select subject, 3, type, at, actor, null, payload, previous_hash, repeat('a', 64)"
                        + " from history_entry where subject = '%1$s' and seq = 2",
            })
    void who_goes_behind_the_database_is_found(int seq, Why why, String tampering) throws SQLException {
        raise();
        execute("set session_replication_role = replica; " + tampering.formatted(subject));
        assertThat(verify().intact()).isFalse();
        assertThat(verify().firstBreak()).isEqualTo(new Break(seq, why));
    }

    private void raise() {
        happened(3, "Ord");
    }

    private void decide(String reason) {
        inOneTransaction((writer, session) -> writer.append(happened(DECIDED, reason)));
    }

    private void happened(int times, String words) {
        inOneTransaction((writer, session) -> {
            for (int i = 1; i <= times; i++) {
                writer.append(happened("case.raised.v1", words + " " + i));
            }
        });
    }

    private void appendTwentyTimes(CyclicBarrier together) {
        for (int i = 0; i < 20; i++) {
            try {
                together.await(30, TimeUnit.SECONDS);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            decide("Nummer " + i);
        }
    }

    private Happened happened(String type, String words) {
        return new Happened(
                Noted.of(subject, type, Map.of("cost", 4_000), new FreeText("words", words)), Actor.of("karin"), AT);
    }

    private static void inOneTransaction(BiConsumer<HistoryWriter, EntityManager> work) {
        sessions.inTransaction(session -> work.accept(new HistoryWriter(session, new HeldHeads()), session));
    }

    private static long statements(Runnable work) {
        sessions.getStatistics().clear();
        work.run();
        return sessions.getStatistics().getPrepareStatementCount();
    }

    private Verification verify() {
        return sessions.fromTransaction(
                session -> new Chains(session).whole(subject).verify());
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
