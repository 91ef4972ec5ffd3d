package se.mandat.web.platform;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/** Dates and times as people and programs write them: of four-digit years. Beyond those neither clocks nor databases count. */
public final class Dates {

    private static final int FIRST_YEAR = 1;
    private static final int LAST_YEAR = 9999;

    private Dates() {}

    /**
     * The day of {@code 2027-03-25}.
     *
     * @throws DateTimeException when it is none
     */
    public static LocalDate day(String text) {
        LocalDate day = LocalDate.parse(text);
        check(day.getYear());
        return day;
    }

    /**
     * The time of {@code 2027-03-25T16:30:00+01:00}.
     *
     * @throws DateTimeException when it is none
     */
    static Instant time(String text) {
        OffsetDateTime time = OffsetDateTime.parse(text);
        check(time.getYear());
        return time.toInstant();
    }

    private static void check(int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new DateTimeException("No year of four digits: " + year);
        }
    }
}
