package se.mandat.web.obligation;

import gg.jte.Content;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the reader owes, most urgent first, and what they have been told since they last looked.
 *
 * @param passesTo the name of the one who gets what nobody answers, or null at the top
 * @param more whether there are more than are shown
 * @param units the units that the reader manages
 * @param moreNews whether the reader has been told more than is shown
 * @param questions for more time, which the reader is to answer
 */
public record TodoView(
        List<Debt> debts,
        int open,
        List<News> news,
        String passesTo,
        boolean more,
        List<UnitTab> units,
        boolean moreNews,
        List<Question> questions) {

    /** With all that the reader has been told. */
    public TodoView(
            List<Debt> debts,
            int open,
            List<News> news,
            String passesTo,
            boolean more,
            List<UnitTab> units,
            List<Question> questions) {
        this(debts, open, news, passesTo, more, units, false, questions);
    }

    /**
     * A question for more time that waits for the reader's answer.
     *
     * @param who the name of whoever asks, and where they work
     * @param inPlaceOf the name of the absent manager in whose place the reader answers, or null
     * @param about what they owe, as in {@link Debt}
     * @param quote the customer's words, or null where they are kept from the reader
     * @param reason null where it is kept from the reader
     */
    public record Question(
            String caseNumber,
            String who,
            String inPlaceOf,
            String about,
            Instant dueAt,
            Instant askedFor,
            String reason,
            String quote,
            String goal) {

        public String headline() {
            return quote == null ? goal : quote;
        }
    }

    /** A unit whose obligations the reader follows, too. */
    public record UnitTab(String path, String name) {

        public String address() {
            return Arrays.stream(path.split("/"))
                    .map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20"))
                    .collect(Collectors.joining("/", "/units/", "/obligations"));
        }
    }

    /**
     * One obligation of the reader.
     *
     * @param kind the kind of obligation, {@code DECIDE}
     * @param about the same, and what a decision is about, {@code DECIDE.OBJECTION}
     * @param quote the customer's words, or null where they are kept from the reader
     * @param goal what the customer wanted
     * @param raisedBy the name of who raised it, and where they work
     * @param opensAt when it can first be met, or null when it could be at once
     * @param left the working time until {@code dueAt}, zero when that has passed
     * @param onBehalfOf the name of the absent person whose debt this is, or null
     * @param next the name of the one who gets to know of it, or gets it, next; null when nobody does
     * @param pausedUntil until when its clock stands still; null while it runs
     */
    public record Debt(
            String caseNumber,
            String kind,
            String about,
            String quote,
            String goal,
            String raisedBy,
            String severity,
            Instant opensAt,
            Instant dueAt,
            Duration left,
            String onBehalfOf,
            String next,
            Instant nextAt,
            Instant pausedUntil) {

        private static final Duration ONE_WORKING_DAY = Duration.ofHours(9);

        public String headline() {
            return quote == null ? goal : quote;
        }

        /** Computed when it is read, so that it never waits for a timer. */
        public boolean isLate(Instant now) {
            return pausedUntil == null && now.isAfter(dueAt);
        }

        public boolean waits(Instant now) {
            return opensAt != null && opensAt.isAfter(now);
        }

        /** {@code paused}, {@code late}, {@code wait}, {@code soon} or {@code calm}: how urgent it looks. */
        public String urgency(Instant now) {
            if (pausedUntil != null) {
                return "paused";
            }
            if (isLate(now)) {
                return "late";
            }
            if (waits(now)) {
                return "wait";
            }
            return left.compareTo(ONE_WORKING_DAY) <= 0 ? "soon" : "calm";
        }
    }

    /** Something the reader was told about a case. */
    public record News(String id, String caseNumber, Instant at, Content text, String quote, String goal) {

        public String headline() {
            return quote == null ? goal : quote;
        }
    }
}
