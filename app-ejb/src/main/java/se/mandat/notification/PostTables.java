package se.mandat.notification;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * What somebody was told and has not been mailed, and the mails. Plain SQL, since messages are sorted by the hundred and
 * what a mail says is joined together from cases, voices and obligations.
 */
@ApplicationScoped
class PostTables {

    @Resource(lookup = "java:jboss/datasources/Mandat")
    DataSource database;

    /**
     * A message of which nobody knows yet when it is to be mailed.
     *
     * @param harmed whether a customer of the case came to harm, and the case is open
     * @param leadUnit the path of the case's first unit
     * @param owner the case's owner, or null
     * @param decides whether the recipient owes a decision on the case
     * @param choice the recipient's
     */
    record Unsorted(
            UUID id,
            String recipient,
            String caseNumber,
            String kind,
            Instant toldAt,
            boolean harmed,
            String leadUnit,
            String owner,
            boolean decides,
            MailChoice choice) {}

    /** When a message is to be mailed; never, where {@code at} is null. */
    record Sorted(UUID id, Instant at, boolean urgent) {}

    /** A message to somebody, and when they were told. */
    record Told(UUID id, String recipient, Instant at) {}

    /** A message that waits to be put into a mail. */
    record Waiting(UUID id, String caseNumber, boolean urgent, Instant mailAt) {}

    /**
     * A message of a mail, with its case.
     *
     * @param state of the obligation that it tells of, {@code OPEN}; null when it tells of none
     * @param debtor who owes that now
     */
    record Line(
            String caseNumber,
            String kind,
            String facts,
            String toldBy,
            String toldFor,
            Instant toldAt,
            String words,
            String goal,
            boolean sensitive,
            boolean harmed,
            String state,
            String debtor) {}

    /** Something that somebody owes a case. */
    record Debt(String caseNumber, Letter.Owed owed) {}

    /** Takes these from everybody else until the transaction ends. */
    List<Unsorted> unsorted(int limit) {
        return in(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    """
                    select m.id, m.recipient, m.case_number, m.kind, m.told_at, c.units[1] as lead, c.owner,
                           coalesce(c.severity = 'HARMED' and c.stage <> 'CLOSED', false) as harmed,
                           c.severity = 'HARMED' and exists (
                               select from obligation o
                                where o.case_number = m.case_number and o.state = 'OPEN' and o.kind = 'DECIDE'
                                  and o.debtor = m.recipient) as decides,
                           coalesce(h.choice, 'AT_ONCE') as choice
                      from outbox_message m
                      left join case_ c on c.number = m.case_number
                      left join mail_choice h on h.person = m.recipient
                     where m.mail_at is null
                     order by m.told_at, m.id
                     limit ?
                       for update of m skip locked
                    """)) {
                select.setInt(1, limit);
                List<Unsorted> found = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.add(new Unsorted(
                                row.getObject("id", UUID.class),
                                row.getString("recipient"),
                                row.getString("case_number"),
                                row.getString("kind"),
                                at(row, "told_at"),
                                row.getBoolean("harmed"),
                                row.getString("lead"),
                                row.getString("owner"),
                                row.getBoolean("decides"),
                                MailChoice.valueOf(row.getString("choice"))));
                    }
                }
                return found;
            }
        });
    }

    void sort(Collection<Sorted> sorted) {
        in(connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "update outbox_message set mail_at = coalesce(?, 'infinity'::timestamptz), urgent = ?"
                            + " where id = ?")) {
                for (Sorted each : sorted) {
                    update.setObject(1, each.at() == null ? null : each.at().atOffset(ZoneOffset.UTC));
                    update.setBoolean(2, each.urgent());
                    update.setObject(3, each.id());
                    update.addBatch();
                }
                return update.executeBatch();
            }
        });
    }

    /** What waits to be mailed and was told before then, the oldest first. */
    List<Told> waitingSince(Instant before, int limit) {
        return in(connection -> {
            try (PreparedStatement select = connection.prepareStatement("select id, recipient, told_at"
                    + " from outbox_message where (mail_at is null or mail_at < 'infinity') and told_at < ?"
                    + " order by told_at, id limit ?")) {
                select.setObject(1, before.atOffset(ZoneOffset.UTC));
                select.setInt(2, limit);
                List<Told> found = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.add(new Told(
                                row.getObject("id", UUID.class), row.getString("recipient"), at(row, "told_at")));
                    }
                }
                return found;
            }
        });
    }

    /** Who owes a decision on this case. */
    List<String> deciders(String caseNumber) {
        return in(connection -> {
            try (PreparedStatement select = connection.prepareStatement("select distinct debtor from obligation"
                    + " where case_number = ? and state = 'OPEN' and kind = 'DECIDE'")) {
                select.setString(1, caseNumber);
                return texts(select);
            }
        });
    }

    /** Tells this person that a customer came to harm, unless they were told of the case since or said so themself. */
    void tellOfHarm(String caseNumber, String person) {
        in(connection -> {
            try (PreparedStatement lock =
                            connection.prepareStatement("select pg_advisory_xact_lock(hashtext('harm of ' || ?))");
                    PreparedStatement insert = connection.prepareStatement(
                            """
                    insert into outbox_message (id, recipient, case_number, kind, facts, told_by, told_for, told_at)
                    select gen_random_uuid(), p.person, h.subject, h.type, h.payload, h.actor, h.on_behalf_of, h.at
                      from (select ?::text as person) p,
                           (select * from history_entry
                             where subject = ?
                               and (type = 'case.raised.v1' and payload::jsonb ->> 'outcome' = 'HARMED'
                                    or type = 'case.severity-changed.v1' and payload::jsonb ->> 'after' = 'HARMED')
                             order by seq desc limit 1) h
                     where h.actor <> p.person
                       and not exists (select from outbox_message m
                                        where m.recipient = p.person and m.case_number = h.subject
                                          and m.told_at >= h.at)
                    """)) {
                // two nodes may sort what one command told
                lock.setString(1, caseNumber);
                lock.execute();
                insert.setString(1, person);
                insert.setString(2, caseNumber);
                return insert.executeUpdate();
            }
        });
    }

    /** Those for whom something is to be mailed by now. */
    List<String> due(Instant now) {
        return in(connection -> {
            try (PreparedStatement select = connection.prepareStatement("select distinct recipient"
                    + " from outbox_message where mail_at <= ? and mail_at < 'infinity' order by recipient")) {
                select.setObject(1, now.atOffset(ZoneOffset.UTC));
                return texts(select);
            }
        });
    }

    /** Lets nobody else put this person's messages into a mail until the transaction ends. @return false if others do */
    boolean lockPostOf(String recipient) {
        return in(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("select pg_try_advisory_xact_lock(hashtext('post of ' || ?))")) {
                select.setString(1, recipient);
                try (ResultSet row = select.executeQuery()) {
                    return row.next() && row.getBoolean(1);
                }
            }
        });
    }

    List<Waiting> waitingFor(String recipient) {
        return in(connection -> {
            try (PreparedStatement select = connection.prepareStatement("select id, case_number, urgent, mail_at"
                    + " from outbox_message where recipient = ? and mail_at < 'infinity'")) {
                select.setString(1, recipient);
                List<Waiting> found = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.add(new Waiting(
                                row.getObject("id", UUID.class),
                                row.getString("case_number"),
                                row.getBoolean("urgent"),
                                at(row, "mail_at")));
                    }
                }
                return found;
            }
        });
    }

    /**
     * The mail to this person that waits and cannot have reached anybody yet; nobody else takes it until the transaction
     * ends. It is tried as a new one.
     */
    Optional<UUID> reopen(String recipient, boolean urgent, Instant now) {
        return in(connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                    """
                    update mail set tries = 0, not_before = least(not_before, ?)
                     where id = (select id from mail
                                  where recipient = ? and urgent = ? and state = 'WAITING' and reached = 0
                                  order by created_at, id limit 1 for update)
                    returning id
                    """)) {
                update.setObject(1, now.atOffset(ZoneOffset.UTC));
                update.setString(2, recipient);
                update.setBoolean(3, urgent);
                try (ResultSet row = update.executeQuery()) {
                    return row.next() ? Optional.of(row.getObject("id", UUID.class)) : Optional.empty();
                }
            }
        });
    }

    /** Begins a mail, under its name for ever. */
    void begin(UUID mail, String messageId, String recipient, boolean urgent, Instant now) {
        in(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into mail (id, recipient, message_id, urgent, state, not_before, created_at)"
                            + " values (?, ?, ?, ?, 'WAITING', ?, ?)")) {
                insert.setObject(1, mail);
                insert.setString(2, recipient);
                insert.setString(3, messageId);
                insert.setBoolean(4, urgent);
                insert.setObject(5, now.atOffset(ZoneOffset.UTC));
                insert.setObject(6, now.atOffset(ZoneOffset.UTC));
                return insert.executeUpdate();
            }
        });
    }

    /** Puts these messages into this mail. */
    void gather(UUID mail, List<UUID> messages) {
        in(connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "update outbox_message set mail = ?, mail_at = 'infinity' where id = any (?)")) {
                update.setObject(1, mail);
                update.setArray(2, connection.createArrayOf("uuid", messages.toArray()));
                return update.executeUpdate();
            }
        });
    }

    /** The next mail to be sent by now, an urgent one first; nobody else takes it until {@code until}. */
    Optional<Mail> take(Instant now, Instant until) {
        return in(connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                    """
                    update mail set tries = tries + 1, reached = reached + 1, not_before = ?
                     where id = (select id from mail where state = 'WAITING' and not_before <= ?
                                  order by urgent desc, not_before, id limit 1 for update skip locked)
                    returning id, recipient, message_id, urgent, tries
                    """)) {
                update.setObject(1, until.atOffset(ZoneOffset.UTC));
                update.setObject(2, now.atOffset(ZoneOffset.UTC));
                try (ResultSet row = update.executeQuery()) {
                    return row.next()
                            ? Optional.of(new Mail(
                                    row.getObject("id", UUID.class),
                                    row.getString("recipient"),
                                    row.getString("message_id"),
                                    row.getBoolean("urgent"),
                                    row.getInt("tries")))
                            : Optional.empty();
                }
            }
        });
    }

    /**
     * What a mail has to tell, without what its recipient has seen in the application since: the history has been shown to
     * them up to the entry that the message tells of. What no history has cannot be seen there.
     */
    List<Line> lines(UUID mail) {
        return in(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    """
                    select m.case_number, m.kind, m.facts, m.told_by, m.told_for, m.told_at, v.words, v.goal, c.sensitive,
                           c.severity = 'HARMED' as harmed, o.state, o.debtor
                      from outbox_message m
                      join case_ c on c.number = m.case_number
                      join customer_voice v on v.case_number = m.case_number and v.position = 0
                      left join obligation o on o.id = (m.facts::jsonb ->> 'obligation')::uuid
                     where m.mail = ?
                       and m.seen_at is null
                       and not exists (select from case_look l
                                        where l.person = m.recipient and l.case_number = m.case_number
                                          and l.seq >= (select max(h.seq) from history_entry h
                                                         where h.subject = m.case_number and h.at = m.told_at
                                                           and h.type = m.kind and h.actor = m.told_by))
                     order by m.told_at, m.id
                    """)) {
                select.setObject(1, mail);
                List<Line> found = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.add(new Line(
                                row.getString("case_number"),
                                row.getString("kind"),
                                row.getString("facts"),
                                row.getString("told_by"),
                                row.getString("told_for"),
                                at(row, "told_at"),
                                row.getString("words"),
                                row.getString("goal"),
                                row.getBoolean("sensitive"),
                                row.getBoolean("harmed"),
                                row.getString("state"),
                                row.getString("debtor")));
                    }
                }
                return found;
            }
        });
    }

    /** What this person owes these cases, the most urgent first. */
    List<Debt> debts(String person, Collection<String> caseNumbers) {
        return in(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    """
                    select id, case_number, kind, concerns, matter is not null as beside, opens_at, due_at, on_behalf_of
                      from obligation
                     where debtor = ? and state = 'OPEN' and case_number = any (?)
                     order by due_at, id
                    """)) {
                select.setString(1, person);
                select.setArray(2, connection.createArrayOf("text", caseNumbers.toArray()));
                List<Debt> found = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.add(new Debt(
                                row.getString("case_number"),
                                new Letter.Owed(
                                        row.getObject("id", UUID.class),
                                        row.getString("kind"),
                                        row.getString("concerns"),
                                        row.getBoolean("beside"),
                                        at(row, "opens_at"),
                                        at(row, "due_at"),
                                        row.getString("on_behalf_of"))));
                    }
                }
                return found;
            }
        });
    }

    /** It has ended so: SENT, DEAD or DROPPED, since there was nothing left to tell. */
    void end(UUID mail, String state, MailTrouble trouble, Instant now) {
        in(connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "update mail set state = ?, trouble = ?," + " ended_at = ? where id = ? and state = 'WAITING'")) {
                update.setString(1, state);
                update.setString(2, trouble == null ? null : trouble.name());
                update.setObject(3, now.atOffset(ZoneOffset.UTC));
                update.setObject(4, mail);
                return update.executeUpdate();
            }
        });
    }

    /**
     * It is tried again, not before then.
     *
     * @param reached whether the mail server may have got it
     */
    void putOff(UUID mail, MailTrouble trouble, boolean reached, Instant until) {
        in(connection -> {
            try (PreparedStatement update =
                    connection.prepareStatement("update mail set not_before = ?, trouble = ?, reached = reached - ?"
                            + " where id = ? and state = 'WAITING'")) {
                update.setObject(1, until.atOffset(ZoneOffset.UTC));
                update.setString(2, trouble.name());
                update.setInt(3, reached ? 0 : 1);
                update.setObject(4, mail);
                return update.executeUpdate();
            }
        });
    }

    /** As if it had not been taken; the next time is not before then. */
    void leave(UUID mail, Instant until) {
        in(connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "update mail set tries = tries - 1, reached = reached - 1, not_before = ?"
                            + " where id = ? and state = 'WAITING'")) {
                update.setObject(1, until.atOffset(ZoneOffset.UTC));
                update.setObject(2, mail);
                return update.executeUpdate();
            }
        });
    }

    /** When there is next something to sort, to put into a mail, or to send. */
    Optional<Instant> nextAt() {
        return in(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                            """
                            select least((select min(told_at) from outbox_message where mail_at is null),
                                         (select min(mail_at) from outbox_message where mail_at < 'infinity'),
                                         (select min(not_before) from mail where state = 'WAITING')) as next
                            """);
                    ResultSet row = select.executeQuery()) {
                row.next();
                return Optional.ofNullable(at(row, "next"));
            }
        });
    }

    /** When there is next something to put into a mail, or to send, later than this. What is to be sorted is so at once. */
    Optional<Instant> nextAfter(Instant moment) {
        return in(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    """
                    select least((select min(mail_at) from outbox_message where mail_at > ? and mail_at < 'infinity'),
                                 (select min(not_before) from mail where state = 'WAITING' and not_before > ?)) as next
                    """)) {
                select.setObject(1, moment.atOffset(ZoneOffset.UTC));
                select.setObject(2, moment.atOffset(ZoneOffset.UTC));
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    return Optional.ofNullable(at(row, "next"));
                }
            }
        });
    }

    MailChoice choiceOf(String person) {
        return in(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("select choice from mail_choice where person = ?")) {
                select.setString(1, person);
                return texts(select).stream()
                        .findFirst()
                        .map(MailChoice::valueOf)
                        .orElse(MailChoice.AT_ONCE);
            }
        });
    }

    /** What waits for them is sorted anew. */
    void choose(String person, MailChoice choice) {
        in(connection -> {
            try (PreparedStatement upsert = connection.prepareStatement("insert into mail_choice (person, choice)"
                            + " values (?, ?) on conflict (person) do update set choice = excluded.choice");
                    PreparedStatement update = connection.prepareStatement("update outbox_message"
                            + " set mail_at = null, urgent = false where recipient = ? and mail_at < 'infinity'")) {
                upsert.setString(1, person);
                upsert.setString(2, choice.name());
                upsert.executeUpdate();
                update.setString(1, person);
                return update.executeUpdate();
            }
        });
    }

    /** How many mails were given up and are not put away. */
    long countDead() {
        return in(connection -> {
            try (PreparedStatement select =
                            connection.prepareStatement("select count(*) from mail where state = 'DEAD'");
                    ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    /** The mails that were given up, the latest first; from the beginning where {@code after} is null. */
    List<DeadLetters.DeadLetter> dead(DeadLetters.Position after, int limit) {
        return in(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    """
                    select m.id, m.recipient, m.created_at, m.ended_at, m.trouble, m.tries,
                           array(select distinct o.case_number from outbox_message o where o.mail = m.id order by 1)
                               as cases
                      from mail m
                     where m.state = 'DEAD'
                       and m.ended_at <= ? and (m.ended_at < ? or m.id > ?)
                     order by m.ended_at desc, m.id
                     limit ?
                    """)) {
                OffsetDateTime from =
                        after == null ? OffsetDateTime.MAX : after.diedAt().atOffset(ZoneOffset.UTC);
                select.setObject(1, from);
                select.setObject(2, from);
                select.setObject(3, after == null ? null : after.id());
                select.setInt(4, limit);
                List<DeadLetters.DeadLetter> found = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.add(new DeadLetters.DeadLetter(
                                row.getObject("id", UUID.class),
                                row.getString("recipient"),
                                List.of((String[]) row.getArray("cases").getArray()),
                                at(row, "created_at"),
                                at(row, "ended_at"),
                                MailTrouble.valueOf(row.getString("trouble")),
                                row.getInt("tries")));
                    }
                }
                return found;
            }
        });
    }

    /** @return false when no such mail was given up */
    boolean revive(UUID mail, Instant now) {
        return in(connection -> {
            try (PreparedStatement update = connection.prepareStatement("update mail set state = 'WAITING', tries = 0,"
                    + " ended_at = null, not_before = ? where id = ? and state = 'DEAD'")) {
                update.setObject(1, now.atOffset(ZoneOffset.UTC));
                update.setObject(2, mail);
                return update.executeUpdate() == 1;
            }
        });
    }

    void reviveAll(Instant now) {
        in(connection -> {
            try (PreparedStatement update = connection.prepareStatement("update mail set state = 'WAITING', tries = 0,"
                    + " ended_at = null, not_before = ? where state = 'DEAD'")) {
                update.setObject(1, now.atOffset(ZoneOffset.UTC));
                return update.executeUpdate();
            }
        });
    }

    /** @return false when no such mail was given up */
    boolean putAway(UUID mail) {
        return in(connection -> {
            try (PreparedStatement update =
                    connection.prepareStatement("update mail set state = 'PUT_AWAY' where id = ? and state = 'DEAD'")) {
                update.setObject(1, mail);
                return update.executeUpdate() == 1;
            }
        });
    }

    private static List<String> texts(PreparedStatement select) throws SQLException {
        List<String> found = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                found.add(row.getString(1));
            }
        }
        return found;
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private <T> T in(Work<T> work) {
        try (Connection connection = database.getConnection()) {
            return work.with(connection);
        } catch (SQLException e) {
            throw new PostUnavailable(e);
        }
    }

    private interface Work<T> {
        T with(Connection connection) throws SQLException;
    }
}
