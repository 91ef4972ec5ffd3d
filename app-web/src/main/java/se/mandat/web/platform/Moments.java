package se.mandat.web.platform;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as they are said within a refusal; those who read it are in Stockholm. */
final class Moments {

    static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

    private Moments() {}

    /** {@code 25 mars 2027 16.30} or {@code 25 March 2027 16:30}. */
    static String say(Instant at, Locale locale) {
        String pattern =
                Words.SWEDISH.getLanguage().equals(locale.getLanguage()) ? "d MMMM uuuu HH.mm" : "d MMMM uuuu HH:mm";
        return DateTimeFormatter.ofPattern(pattern, locale).format(at.atZone(STOCKHOLM));
    }
}
