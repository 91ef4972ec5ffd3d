package se.mandat.worktime;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/** Working time by brute force, without a library of holidays: what the calendar must agree with. */
final class MinuteByMinute {

    private final Set<LocalDate> closed;
    private final Set<LocalDate> open;

    /** @param open eves and other days; only eves open by it */
    MinuteByMinute(Set<LocalDate> closed, Set<LocalDate> open) {
        this.closed = closed;
        this.open = open;
    }

    Instant plus(Instant from, long minutes) {
        Instant time = from;
        if (minutes == 0) {
            while (!isOpen(time) && !isOpen(time.minus(1, ChronoUnit.MINUTES))) {
                time = time.plus(1, ChronoUnit.MINUTES);
            }
            return time;
        }
        for (long left = minutes; left > 0; time = time.plus(1, ChronoUnit.MINUTES)) {
            if (isOpen(time)) {
                left--;
            }
        }
        return time;
    }

    long minutesBetween(Instant from, Instant to) {
        long open = 0;
        for (Instant time = from; time.isBefore(to); time = time.plus(1, ChronoUnit.MINUTES)) {
            if (isOpen(time)) {
                open++;
            }
        }
        return open;
    }

    boolean isOpen(Instant time) {
        ZonedDateTime local = time.atZone(WorkingCalendar.ZONE);
        return local.getHour() >= 8 && local.getHour() < 17 && !isClosed(local.toLocalDate());
    }

    private boolean isClosed(LocalDate day) {
        if (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            return true;
        }
        long afterEaster = ChronoUnit.DAYS.between(easter(day.getYear()), day);
        boolean midsummerEve = day.getMonth() == Month.JUNE
                && day.getDayOfWeek() == DayOfWeek.FRIDAY
                && day.getDayOfMonth() >= 19
                && day.getDayOfMonth() <= 25;
        String monthAndDay = day.toString().substring(5);
        return afterEaster == -2
                || afterEaster == 1
                || afterEaster == 39
                || Set.of("01-01", "01-06", "05-01", "06-06", "12-25", "12-26").contains(monthAndDay)
                || closed.contains(day)
                || !open.contains(day) && (midsummerEve || monthAndDay.equals("12-24") || monthAndDay.equals("12-31"));
    }

    /** Easter Sunday by the anonymous Gregorian computus. */
    private static LocalDate easter(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
        int f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
        return LocalDate.of(year, f / 31, f % 31 + 1);
    }
}
