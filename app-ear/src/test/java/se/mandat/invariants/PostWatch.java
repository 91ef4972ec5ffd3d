package se.mandat.invariants;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import se.mandat.launcher.Mailbox;

/** Watches the mail of a system: what is to come comes in time and once, whatever the mail server does. */
final class PostWatch {

    /** What waits though its time has come. */
    private static final String LATE =
            """
            select 'not sorted: ' || kind || ' of ' || case_number || ' to ' || recipient
            from outbox_message where mail_at is null and told_at <= ?::timestamptz
            union all
            select 'not gathered: ' || kind || ' of ' || case_number || ' to ' || recipient || ' ' || mail_at
            from outbox_message where mail_at <= ?::timestamptz
            union all
            select 'not tried: ' || message_id || ' to ' || recipient || ' ' || not_before
            from mail where state = 'WAITING' and not_before <= ?::timestamptz
            """;

    /** Who was told the same of the same moment more than once, since a moment. */
    private static final String TOLD_TWICE =
            """
            select 'told twice: ' || recipient || ' ' || kind || ' ' || case_number || ' ' || facts
            from outbox_message where kind like 'obligation.%' and told_at >= ?::timestamptz
            group by recipient, kind, case_number, facts, told_at having count(*) > 1
            """;

    /** Mails to one person that tell the same, since a moment. */
    private static final String MAILED_TWICE =
            """
            select 'mailed twice: ' || recipient || ' ' || what
            from (select recipient, mail,
                         string_agg(concat_ws(' ', case_number, kind, told_at, told_by, facts), ', '
                                    order by told_at, kind, case_number, facts) as what
                  from outbox_message where mail is not null and told_at >= ?::timestamptz
                  group by recipient, mail) letter
            group by recipient, what having count(*) > 1
            """;

    private final World world;
    private final Set<String> come = new HashSet<>();
    private Instant watched = Instant.EPOCH;

    PostWatch(World world) {
        this.world = world;
    }

    /** How many mails have come. */
    int howMany() {
        return come.size();
    }

    /** Takes what has come; no mail comes twice. @return what is wrong */
    List<String> take() {
        return take(world.mailbox());
    }

    private List<String> take(Mailbox mailbox) {
        List<String> again = mailbox.received().stream()
                .filter(letter -> !come.add(plain(letter.messageId())))
                .map(letter -> "come twice: " + letter.messageId() + " to " + letter.to())
                .toList();
        mailbox.empty();
        return again;
    }

    /** The system ends; what had come and was not yet marked as sent comes again, under the same name. @return what is wrong */
    List<String> outlives(Runnable end) {
        Mailbox mailbox = world.mailbox();
        end.run();
        List<String> again = take(mailbox);
        come.removeAll(world.tables().all("select message_id from mail where state = 'WAITING'").stream()
                .map(PostWatch::plain)
                .toList());
        return again;
    }

    /** Nothing waits though its time has come. @return what is wrong */
    List<String> late() {
        List<String> late = lateNow();
        if (late.isEmpty()) {
            return late;
        }
        // what was told by itself this very moment is sorted in its turn
        world.settles();
        return lateNow();
    }

    private List<String> lateNow() {
        String now = world.now().toString();
        return world.tables().all(LATE, now, now, now);
    }

    /** What was sent has come and nothing else, and of what was told since the last time nothing twice. @return what is wrong */
    List<String> everything() {
        // what is being sent just now has been sent when this is answered
        world.settles();
        List<String> again = take();
        if (!again.isEmpty()) {
            return again;
        }
        Set<String> sent = new HashSet<>();
        world.tables().all("select message_id from mail where state = 'SENT'").forEach(id -> sent.add(plain(id)));
        if (!sent.equals(come)) {
            Set<String> lost = new HashSet<>(sent);
            lost.removeAll(come);
            Set<String> unknown = new HashSet<>(come);
            unknown.removeAll(sent);
            return List.of("sent and not come: " + lost, "come and not sent: " + unknown);
        }
        String since = watched.toString();
        watched = world.now();
        return world.tables().all(TOLD_TWICE + " union all " + MAILED_TWICE, since, since);
    }

    private static String plain(String messageId) {
        return messageId.replaceAll("[<>]", "");
    }
}
