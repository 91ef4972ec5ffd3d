package se.mandat.notification;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import se.mandat.organisation.Directory;
import se.mandat.organisation.Nordvik;
import se.mandat.shared.Preparation;
import se.mandat.worktime.WorkingCalendar;
import se.mandat.worktime.WorkingCalendars;

/** The postman and what he works with on a real database, without a server; the mail server is played. */
final class PostOffice implements AutoCloseable {

    /** What the mail server does with a letter. */
    interface Answer {
        void to(Letter letter) throws UndeliveredException;
    }

    private static final LetterWriter PLAIN = letter -> new LetterWriter.Written("subject", "text", "html");

    final Postman postman = new Postman();
    final SendPost sendPost = new SendPost();
    final SortPost sortPost = new SortPost();
    final DeadLetters deadLetters = new DeadLetters();
    final List<Letter> taken = new ArrayList<>();
    private final EmbeddedPostgres postgres;
    private final DataSource database;
    private Instant now = Instant.EPOCH;
    private Answer answer = letter -> {};
    private LetterWriter writer = PLAIN;
    private boolean on = true;

    PostOffice() throws IOException {
        postgres =
                EmbeddedPostgres.builder().setServerConfig("autovacuum", "off").start();
        Flyway.configure()
                .dataSource(postgres.getPostgresDatabase())
                .defaultSchema("mandat")
                .load()
                .migrate();
        database = postgres.getDatabase("postgres", "postgres", Map.of("currentSchema", "mandat"));
        PostTables tables = new PostTables();
        tables.database = database;
        MailSettings settings = new MailSettings() {
            @Override
            boolean isOn() {
                return on;
            }
        };
        MailServer server = new MailServer() {
            @Override
            Round round() {
                return new Round() {
                    @Override
                    public void send(Letter letter, LetterWriter.Written written, Instant at)
                            throws UndeliveredException {
                        answer.to(letter);
                        taken.add(letter);
                    }

                    @Override
                    public void close() {}
                };
            }
        };
        Clock clock = new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
        Directory directory = Nordvik.directory();
        WorkingCalendars calendars = new WorkingCalendars() {};
        sortPost.post = tables;
        sortPost.directory = directory;
        sortPost.calendars = calendars;
        sortPost.settings = settings;
        sendPost.post = tables;
        sendPost.directory = directory;
        sendPost.calendars = calendars;
        sendPost.settings = settings;
        deadLetters.post = tables;
        deadLetters.clock = clock;
        postman.sortPost = sortPost;
        postman.sendPost = sendPost;
        postman.server = server;
        postman.settings = settings;
        postman.preparation = new Preparation();
        postman.directory = directory;
        postman.clock = clock;
        postman.letWrite(letter -> writer.write(letter));
    }

    /** A time of the day in Stockholm, {@code 2031-03-12T10:00}. */
    static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(WorkingCalendar.ZONE).toInstant();
    }

    void itIs(String local) {
        now = at(local);
    }

    void itIs(Instant moment) {
        now = moment;
    }

    Instant now() {
        return now;
    }

    /** It is this time, and the post that is due by then is sorted and sent, if the mail server takes it. */
    void goesAt(String local) {
        itIs(local);
        postman.runUntil(now);
    }

    /** From here on the mail server does so. */
    void answers(Answer other) {
        answer = other;
    }

    void takesEverything() {
        answer = letter -> {};
    }

    /** From here on letters are written by this. */
    void writes(LetterWriter other) {
        writer = other;
    }

    /** The user names of those whose letters were taken, in order. */
    List<String> recipients() {
        return taken.stream()
                .map(letter -> letter.address().replaceFirst("@.*", ""))
                .toList();
    }

    /** Whether this installation sends mail from here on. */
    void isOn(boolean sends) {
        on = sends;
    }

    /** Somebody is told now that this has happened to a case. */
    void tells(String recipient, String caseNumber, String kind) {
        does(
                "insert into outbox_message (id, recipient, case_number, kind, facts, told_by, told_at)"
                        + " values (?, ?, ?, ?, '{}', 'sara', ?)",
                UUID.randomUUID(),
                recipient,
                caseNumber,
                kind,
                now.atOffset(ZoneOffset.UTC));
    }

    /** This has happened to a case now, by sara, and stands in its history as this entry. */
    void happened(String caseNumber, int seq, String kind) {
        does(
                "insert into history_entry (subject, seq, type, at, actor, payload, previous_hash, hash)"
                        + " values (?, ?, ?, ?, 'sara', '{}', '', repeat('0', 64))",
                caseNumber,
                seq,
                kind,
                now.atOffset(ZoneOffset.UTC));
    }

    /** The case's history has been shown to this person up to this entry. */
    void looked(String person, String caseNumber, int seq) {
        does("insert into case_look (person, case_number, seq) values (?, ?, ?)", person, caseNumber, seq);
    }

    /** A case of the unit that karin manages. */
    void hasCase(String number, String severity) {
        does(
                """
                with raised as (
                    insert into case_ (number, raised_by, raised_at, units, stage, severity, route, owner_accepted,
                                       owned_by, contributed_by, round, version)
                    values (?, 'sara', now(), ?, 'DECIDING', ?, 'MANAGER', false, '{}', '{}', 1, 0)
                    returning number)
                insert into customer_voice (id, case_number, position, words, goal, outcome, wants_reply, has_contact,
                                            added_by, added_at)
                select gen_random_uuid(), number, 0, 'Ingen svarade', 'Få svar', 'DETOUR', false, false, 'sara', now()
                from raised
                """,
                number,
                new String[] {Nordvik.KUNDSERVICE},
                severity);
    }

    /** Nothing is there any more. */
    void forgets() {
        does("delete from outbox_message");
        does("delete from mail");
        does("delete from customer_voice");
        does("delete from case_look");
        does("delete from history_entry");
        does("delete from case_");
        taken.clear();
        takesEverything();
        writer = PLAIN;
        isOn(true);
    }

    /** As somebody does who owns the machine: no key and no trigger watches. */
    void does(String sql, Object... arguments) {
        try (Connection connection = database.getConnection();
                Statement unwatched = connection.createStatement();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            unwatched.execute("set session_replication_role = replica");
            fill(statement, arguments);
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    List<String> all(String sql, Object... arguments) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            fill(query, arguments);
            List<String> found = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    found.add(row.getString(1));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    Instant moment(String sql, Object... arguments) {
        return OffsetDateTime.parse(all(
                                "select to_char((" + sql + ") at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')",
                                arguments)
                        .getFirst())
                .toInstant();
    }

    private static void fill(PreparedStatement statement, Object... arguments) throws SQLException {
        for (int i = 0; i < arguments.length; i++) {
            statement.setObject(i + 1, arguments[i]);
        }
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
