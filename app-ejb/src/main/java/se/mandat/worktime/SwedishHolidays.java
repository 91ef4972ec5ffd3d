package se.mandat.worktime;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The days of a year on which Sweden is closed by law, and those on which it is closed by custom. */
final class SwedishHolidays {

    /**
     * Jollyday lists these among Sweden's public holidays. The law (1989:253) does not: the organisation closes on them
     * by default.
     */
    private static final Set<String> EVES = Set.of("MIDSUMMER_EVE", "CHRISTMAS_EVE", "NEW_YEARS_EVE");

    private static final HolidayManager SWEDEN =
            HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.SWEDEN));

    private SwedishHolidays() {}

    /** The public holidays by law, the red days of the almanac. */
    static Set<LocalDate> publicHolidays(int year) {
        return holidays(year, key -> !EVES.contains(key));
    }

    /** Midsummer's, Christmas and New Year's Eve. */
    static Set<LocalDate> defaultClosingDays(int year) {
        return holidays(year, EVES::contains);
    }

    private static Set<LocalDate> holidays(int year, Predicate<String> wanted) {
        return SWEDEN.getHolidays(Year.of(year)).stream()
                .filter(holiday -> wanted.test(holiday.getPropertiesKey()))
                .map(Holiday::getDate)
                .collect(Collectors.toUnmodifiableSet());
    }
}
