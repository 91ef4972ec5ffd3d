package se.mandat.mandate;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.IsoFields;

/** A calendar quarter in Stockholm, written {@code 2026-Q4}. */
public record Quarter(int year, int number) {

    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

    public static Quarter of(Instant time) {
        LocalDate date = time.atZone(STOCKHOLM).toLocalDate();
        return new Quarter(date.getYear(), date.get(IsoFields.QUARTER_OF_YEAR));
    }

    @Override
    public String toString() {
        return year + "-Q" + number;
    }
}
