package se.mandat.worktime;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The days of a year on which Sweden is closed by law, and those on which it is closed by custom. */
final class SwedishHolidays {

    /**
     * Jollyday lists these among Sweden's public holidays, by these names. The law (1989:253) does not: the organisation
     * closes on them by default.
     */
    private static final Set<String> EVES =
            Stream.of(Eve.values()).map(Eve::name).collect(Collectors.toSet());

    private static final HolidayManager SWEDEN =
            HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.SWEDEN));

    private SwedishHolidays() {}

    /** The public holidays by law, the red days of the almanac. */
    static Set<LocalDate> publicHolidays(int year) {
        return holidays(year)
                .filter(holiday -> !EVES.contains(holiday.getPropertiesKey()))
                .map(Holiday::getDate)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The days that are closed by default. */
    static Map<LocalDate, Eve> eves(int year) {
        return holidays(year)
                .filter(holiday -> EVES.contains(holiday.getPropertiesKey()))
                .collect(Collectors.toUnmodifiableMap(
                        Holiday::getDate, holiday -> Eve.valueOf(holiday.getPropertiesKey())));
    }

    private static Stream<Holiday> holidays(int year) {
        return SWEDEN.getHolidays(Year.of(year)).stream();
    }
}
