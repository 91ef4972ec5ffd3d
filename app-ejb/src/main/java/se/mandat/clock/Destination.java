package se.mandat.clock;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.mandat.shared.MandatException;
import se.mandat.shared.MandatException.FieldError;

/**
 * Where somebody wants the clock to go. A day is 24 hours, a week seven days; months and years are those of the calendar
 * in Stockholm.
 */
final class Destination {

    /** So that one that was mistyped is not walked for ever. */
    static final int MOST_YEARS = 5;

    private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");
    private static final Pattern PERIOD = Pattern.compile(
            "\\+?P(?=\\d|T\\d)((?:\\d{1,6}Y)?(?:\\d{1,6}M)?)((?:\\d{1,6}W)?(?:\\d{1,6}D)?)(T(?:\\d{1,9}H)?(?:\\d{1,9}M)?"
                    + "(?:\\d{1,9}(?:[.,]\\d{1,6})?S)?)?");

    private Destination() {}

    /**
     * The time that was meant.
     *
     * @param advance how far to go, as ISO 8601 says it, {@code P3D} or {@code PT4H}; or null
     * @param to a time with its offset, {@code 2027-03-30T12:00:00+02:00}; or null
     * @throws MandatException INVALID unless exactly one is said, it can be read, and it lies ahead but not too far
     */
    static Instant of(String advance, String to, Instant now) {
        if ((advance == null) == (to == null)) {
            throw MandatException.invalid(advance == null ? "to" : "advance", "clock.one-of-two");
        }
        Instant destination = advance != null ? after(advance, now) : at(to);
        String field = advance != null ? "advance" : "to";
        if (destination.isBefore(now)) {
            throw MandatException.invalid(field, "clock.backwards");
        }
        if (destination.isAfter(now.atZone(ZONE).plusYears(MOST_YEARS).toInstant())) {
            throw MandatException.invalid(List.of(new FieldError(field, "clock.too-far", Map.of("years", MOST_YEARS))));
        }
        return destination.truncatedTo(ChronoUnit.MICROS);
    }

    private static Instant after(String advance, Instant now) {
        if (advance.strip().matches("[+-]?P.*-.*|-P.*")) {
            throw MandatException.invalid("advance", "clock.backwards");
        }
        Matcher period = PERIOD.matcher(advance.strip());
        if (!period.matches() || "T".equals(period.group(3))) {
            throw MandatException.invalid("advance", "clock.no-span");
        }
        try {
            ZonedDateTime then = now.atZone(ZONE);
            if (!period.group(1).isEmpty()) {
                then = then.plus(Period.parse("P" + period.group(1)));
            }
            Duration rest = period.group(3) == null
                    ? Duration.ZERO
                    : Duration.parse("P" + period.group(3).replace(',', '.'));
            long days = period.group(2).isEmpty()
                    ? 0
                    : Period.parse("P" + period.group(2)).getDays();
            return then.toInstant().plus(Duration.ofDays(days)).plus(rest);
        } catch (DateTimeException | ArithmeticException e) {
            throw MandatException.invalid("advance", "clock.no-span");
        }
    }

    private static Instant at(String to) {
        try {
            return OffsetDateTime.parse(to.strip()).toInstant();
        } catch (DateTimeException e) {
            throw MandatException.invalid("to", "clock.no-time");
        }
    }
}
