package se.mandat.web.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import se.mandat.notification.DeadLetters;
import se.mandat.web.platform.Cursors;

/** A part of the list of mails that were given up, and where it goes on. */
@ApplicationScoped
class DeadLetterList {

    private static final String QUESTION = "dead letters";

    @Inject
    private DeadLetters deadLetters;

    @Inject
    private Cursors cursors;

    /** @param next the cursor of what follows; null at the end */
    record Part(List<DeadLetters.DeadLetter> items, String next) {}

    /**
     * The latest first.
     *
     * @param cursor as the last part gave it, or null
     */
    Part of(String cursor, int limit) {
        String position = cursors.open(QUESTION, cursor);
        DeadLetters.Page page = deadLetters.list(position == null ? null : after(position), limit);
        return new Part(
                page.items(),
                cursors.seal(
                        QUESTION,
                        page.next() == null
                                ? null
                                : page.next().diedAt() + "|" + page.next().id()));
    }

    private static DeadLetters.Position after(String position) {
        int bar = position.indexOf('|');
        return new DeadLetters.Position(
                Instant.parse(position.substring(0, bar)), UUID.fromString(position.substring(bar + 1)));
    }
}
