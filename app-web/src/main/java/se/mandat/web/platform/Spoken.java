package se.mandat.web.platform;

import com.ibm.icu.lang.UCharacter;
import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * How Mandat speaks to one reader at one moment: messages, times of day, sums and spans of working time.
 *
 * <p>Times are those of Europe/Stockholm. A working day is nine hours, 08–17.
 */
public final class Spoken {

    public static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

    private static final char NO_BREAK_SPACE = '\u00a0';
    private static final long WORKING_DAY_MINUTES = 9L * 60;
    private static final int LARGEST_NUMBER_IN_WORDS = 12;
    // Private use, so no language needs them; they mark where an argument stands while the sentence is put together.
    private static final char OPEN = '\ue000';
    private static final char SHUT = '\ue001';

    private final Words words;
    private final ZonedDateTime now;
    private final boolean readNow;

    public Spoken(Words words, Instant now) {
        this(words, now, true);
    }

    private Spoken(Words words, Instant now, boolean readNow) {
        this.words = words;
        this.now = now.atZone(STOCKHOLM);
        this.readNow = readNow;
    }

    /** For what is written now and read who knows when: it never says "today". */
    public static Spoken readLater(Words words, Instant now) {
        return new Spoken(words, now, false);
    }

    public Words words() {
        return words;
    }

    public Instant now() {
        return now.toInstant();
    }

    /** The language tag of the page, {@code sv} or {@code en}. */
    public String language() {
        return words.locale().getLanguage();
    }

    public boolean isSwedish() {
        return "sv".equals(language());
    }

    public String say(String key, Object... named) {
        return words.say(key, named);
    }

    /** The word for one value of a closed set: {@code one("outcome", "HARMED")} is the message {@code outcome.HARMED}. */
    public String one(String family, String value) {
        return words.say(family + "." + value);
    }

    /** The message with every argument in bold. */
    public Content strong(String key, Object... named) {
        return sentence(key, Words.pairs(named), "<strong>", "</strong>");
    }

    /** The message as plain text in which every argument keeps its own direction of writing. */
    public Content plain(String key, Object... named) {
        return plain(key, Words.pairs(named));
    }

    public Content plain(String key, Map<String, Object> named) {
        return sentence(key, named, "", "");
    }

    private Content sentence(String key, Map<String, Object> named, String before, String after) {
        Map<String, Object> marked = new TreeMap<>();
        named.forEach((name, value) -> marked.put(name, value instanceof String text ? mark(text) : value));
        String sentence = words.say(key, marked);
        return output -> write(output, sentence, before + "<bdi>", "</bdi>" + after);
    }

    private static String mark(String text) {
        return OPEN + text.replace(OPEN, ' ').replace(SHUT, ' ') + SHUT;
    }

    private static void write(TemplateOutput output, String sentence, String before, String after) {
        int from = 0;
        while (from < sentence.length()) {
            int open = sentence.indexOf(OPEN, from);
            if (open < 0) {
                output.writeUserContent(sentence.substring(from));
                return;
            }
            int shut = sentence.indexOf(SHUT, open);
            output.writeUserContent(sentence.substring(from, open));
            output.writeContent(before);
            output.writeUserContent(sentence.substring(open + 1, shut));
            output.writeContent(after);
            from = shut + 1;
        }
    }

    /** For a moment within a sentence: {@code i dag 09.12}, {@code tors 26 nov 16.00}, {@code 3 jan 2025 16.00}. */
    public String moment(Instant at) {
        return day(at) + " " + time(at);
    }

    /** {@code i dag}, {@code i morgon}, {@code i går}, {@code tors 26 nov}; with the year when it is another. */
    public String day(Instant at) {
        return day(at.atZone(STOCKHOLM).toLocalDate());
    }

    public String day(LocalDate date) {
        long days = ChronoUnit.DAYS.between(now.toLocalDate(), date);
        if (readNow && days >= -1 && days <= 1) {
            return words.say(days == 0 ? "time.today" : days > 0 ? "time.tomorrow" : "time.yesterday");
        }
        String month = names("time.months").get(date.getMonthValue() - 1);
        if (date.getYear() != now.getYear()) {
            return words.say(
                    "time.day-and-year",
                    Words.pairs("day", text(date.getDayOfMonth()), "month", month, "year", text(date.getYear())));
        }
        String weekday = names("time.weekdays").get(date.getDayOfWeek().getValue() - 1);
        return words.say(
                "time.day", Words.pairs("weekday", weekday, "day", text(date.getDayOfMonth()), "month", month));
    }

    /** A moment without anything around it: {@code fredag 27 november 2026 10.15}. */
    public String wholeMoment(Instant at) {
        return DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", words.locale()).format(at.atZone(STOCKHOLM)) + " "
                + time(at);
    }

    /** The time of day, {@code 16.00} or {@code 16:00}. */
    public String time(Instant at) {
        return DateTimeFormatter.ofPattern(isSwedish() ? "HH.mm" : "HH:mm", Locale.ROOT)
                .format(at.atZone(STOCKHOLM));
    }

    /** For {@code <time datetime>}. */
    public String iso(Instant at) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                at.truncatedTo(ChronoUnit.SECONDS).atZone(STOCKHOLM));
    }

    /** The date for {@code <input type=date>}. */
    public String isoDay(Instant at) {
        return at.atZone(STOCKHOLM).toLocalDate().toString();
    }

    public boolean isPast(Instant at) {
        return now.toInstant().isAfter(at);
    }

    /** How much working time is left: {@code 3 arbetstimmar kvar}, {@code 2 arbetsdagar kvar}. */
    public String left(Duration workingTime) {
        return words.say("time.left", Words.pairs("span", span(workingTime)));
    }

    /** An amount of working time, in minutes below an hour, in hours below two working days, else in working days. */
    public String span(Duration workingTime) {
        long minutes = Math.max(0, workingTime.toMinutes());
        if (minutes < 60) {
            return words.say("time.minutes", Words.pairs("count", Math.max(1, minutes)));
        }
        if (minutes < 2 * WORKING_DAY_MINUTES) {
            return words.say("time.hours", Words.pairs("count", minutes / 60));
        }
        return words.say("time.working-days", Words.pairs("count", minutes / WORKING_DAY_MINUTES));
    }

    /** Whole kronor: {@code 4 000 kr}, {@code SEK 4,000}; the thousands never stand on two lines. */
    public String money(long kronor) {
        return isSwedish() ? amount(kronor) + NO_BREAK_SPACE + "kr" : "SEK" + NO_BREAK_SPACE + amount(kronor);
    }

    /** {@code 4 000}, or in English {@code 4,000}. */
    public String amount(long number) {
        String digits = Long.toString(Math.abs(number));
        StringBuilder grouped = new StringBuilder(number < 0 ? "\u2212" : "");
        char separator = isSwedish() ? NO_BREAK_SPACE : ',';
        for (int i = 0; i < digits.length(); i++) {
            if (i > 0 && (digits.length() - i) % 3 == 0) {
                grouped.append(separator);
            }
            grouped.append(digits.charAt(i));
        }
        return grouped.toString();
    }

    /** The text with its sums kept together on one line, for texts that were not written by this class. */
    public String together(String text) {
        return text.replaceAll("(?<=\\d) (?=\\d{3}\\b|kr\\b)", String.valueOf(NO_BREAK_SPACE));
    }

    /** Numbers up to twelve in words, greater ones in digits. */
    public String inWords(long number) {
        return number < 0 || number > LARGEST_NUMBER_IN_WORDS
                ? amount(number)
                : names("number.words").get((int) number);
    }

    /** With a great first letter, as at the beginning of a sentence. */
    public String capital(String text) {
        if (text.isEmpty()) {
            return text;
        }
        int first = text.offsetByCodePoints(0, 1);
        return UCharacter.toUpperCase(words.locale(), text.substring(0, first)) + text.substring(first);
    }

    private List<String> names(String key) {
        return List.of(words.say(key).split(",", -1));
    }

    private static String text(int number) {
        return Integer.toString(number);
    }
}
