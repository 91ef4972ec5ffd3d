package se.mandat.web.history;

import gg.jte.Content;
import java.time.Instant;
import java.util.List;

/**
 * Everything that happened to a case, oldest first, with what proves it.
 *
 * @param headline the first customer's words, or the goal where those are kept from the reader
 * @param hidden whether everything that people wrote is kept from the reader
 * @param verified what a verification just found, or null when none was asked for
 */
public record HistoryView(String number, String headline, boolean hidden, List<Entry> entries, Verified verified) {

    public record Entry(
            long seq,
            String type,
            Instant at,
            Content text,
            List<Said> said,
            String hash,
            String previousHash,
            boolean broken) {}

    /** @param text what somebody wrote; null when it was erased or is kept from the reader */
    public record Said(String label, String text) {}

    /**
     * @param firstBreak the number of the first entry that does not agree, or null
     * @param why in what way it does not agree, or null
     */
    public record Verified(boolean intact, long entries, String head, Long firstBreak, String why) {}
}
