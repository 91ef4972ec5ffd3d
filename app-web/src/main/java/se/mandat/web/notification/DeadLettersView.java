package se.mandat.web.notification;

import java.time.Instant;
import java.util.List;

/**
 * The mails that will not arrive, the latest first.
 *
 * @param mayAct whether the reader may try them again or put them away
 * @param next the address of the next page, or null on the last
 * @param first the address of the first page, or null on it
 */
public record DeadLettersView(List<Item> letters, boolean mayAct, String next, String first) {

    /**
     * One of them.
     *
     * @param who the recipient's name
     * @param why the last part of the message key {@code mail.trouble.…}
     */
    public record Item(
            String id, String who, List<String> cases, Instant writtenAt, Instant diedAt, String why, int tries) {}
}
