package se.mandat.worktime;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.mandat.shared.MandatException;
import se.mandat.shared.MandatException.FieldError;

/**
 * Counts in working time: Europe/Stockholm, weekdays 08–17 less Swedish public holidays, the closing days given, and
 * Midsummer's, Christmas and New Year's Eve except those given as open.
 *
 * <p>No deadline falls outside working time, and adding is monotone and additive: {@code plus(plus(t, a), b)} is
 * {@code plus(t, a + b)} across nights, weekends, holidays and daylight-saving shifts. A time that falls on the end of
 * a working day is 17.00 that day, not 08.00 the next. Seconds and fractions are kept.
 *
 * <p>A value: two calendars with the same closing days and open eves are equal. Safe for use by many threads.
 */
public final class WorkingCalendar {

    public static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");
    public static final LocalTime OPENS = LocalTime.of(8, 0);
    public static final LocalTime CLOSES = LocalTime.of(17, 0);

    private static final Duration WHOLE_DAY = Duration.between(OPENS, CLOSES);

    // A date that somebody made up must not fill the memory.
    private static final int FIRST_REMEMBERED = 1990;
    private static final int LAST_REMEMBERED = 2190;

    private final Set<LocalDate> closingDays;
    private final Set<LocalDate> openEves;
    private final Map<Integer, BitSet> workingDays = new ConcurrentHashMap<>();

    private WorkingCalendar(Set<LocalDate> closingDays, Set<LocalDate> openEves) {
        this.closingDays = closingDays;
        this.openEves = openEves;
    }

    /** The calendar of an organisation without closing days of its own, which is closed on every eve. */
    public static WorkingCalendar standard() {
        return new WorkingCalendar(Set.of(), Set.of());
    }

    /** This calendar, closed on these days too. */
    public WorkingCalendar closedOn(Set<LocalDate> days) {
        return closingDays.containsAll(days) ? this : new WorkingCalendar(union(closingDays, days), openEves);
    }

    /** This calendar, open on these eves; no other day opens by that, and no closing day. */
    public WorkingCalendar openOn(Set<LocalDate> eves) {
        return openEves.containsAll(eves) ? this : new WorkingCalendar(closingDays, union(openEves, eves));
    }

    /**
     * The time at which so much working time has passed since {@code from}. Counting starts when the organisation
     * opens next if it is closed at {@code from}; no working time at all therefore moves a closed time to the next
     * opening, and leaves 17.00 of a working day where it is.
     */
    public Instant plus(Instant from, WorkingTime time) {
        Duration left = time.duration();
        LocalDate day = LocalDate.ofInstant(from, ZONE);
        if (isWorkingDay(day) && !from.isAfter(endOfDay(day))) {
            Instant start = later(from, startOfDay(day));
            Duration today = Duration.between(start, endOfDay(day));
            if (left.compareTo(today) <= 0) {
                return start.plus(left);
            }
            left = left.minus(today);
        }
        day = nextWorkingDay(day);
        while (left.compareTo(WHOLE_DAY) > 0) {
            left = left.minus(WHOLE_DAY);
            day = nextWorkingDay(day);
        }
        return startOfDay(day).plus(left);
    }

    /** How much working time lies between two times; negative when {@code to} is before {@code from}. */
    public Duration between(Instant from, Instant to) {
        if (to.isBefore(from)) {
            return between(to, from).negated();
        }
        LocalDate first = LocalDate.ofInstant(from, ZONE);
        LocalDate last = LocalDate.ofInstant(to, ZONE);
        Duration sum = sinceOpening(last, to).minus(sinceOpening(first, from));
        for (LocalDate day = first; day.isBefore(last); day = day.plusDays(1)) {
            if (isWorkingDay(day)) {
                sum = sum.plus(WHOLE_DAY);
            }
        }
        return sum;
    }

    /** Half-way in working time, when a reminder goes out. */
    public Instant halfWay(Instant from, Instant to) {
        return plus(from, WorkingTime.of(between(from, to)).half());
    }

    public boolean isWorkingDay(LocalDate day) {
        int year = day.getYear();
        BitSet days = year >= FIRST_REMEMBERED && year <= LAST_REMEMBERED
                ? workingDays.computeIfAbsent(year, this::workingDaysOf)
                : workingDaysOf(year);
        return days.get(day.getDayOfYear());
    }

    /** Why it is closed that day; empty on a working day. */
    public Optional<Closure> closure(LocalDate day) {
        return Optional.ofNullable(closure(
                day,
                SwedishHolidays.publicHolidays(day.getYear()),
                SwedishHolidays.eves(day.getYear()).keySet()));
    }

    /** Whether somebody is at work: from 08.00, and no longer at 17.00. */
    public boolean isOpen(Instant time) {
        LocalDate day = LocalDate.ofInstant(time, ZONE);
        return isWorkingDay(day) && !time.isBefore(startOfDay(day)) && time.isBefore(endOfDay(day));
    }

    /** Whether a deadline may stand here: 08.00–17.00 of a working day, both included. */
    public boolean allowsDeadline(Instant time) {
        LocalDate day = LocalDate.ofInstant(time, ZONE);
        return isWorkingDay(day) && !time.isBefore(startOfDay(day)) && !time.isAfter(endOfDay(day));
    }

    /** The first working day after this one. */
    public LocalDate nextWorkingDay(LocalDate day) {
        LocalDate next = day.plusDays(1);
        while (!isWorkingDay(next)) {
            next = next.plusDays(1);
        }
        return next;
    }

    /** 08.00 that day, working day or not. */
    public Instant startOfDay(LocalDate day) {
        return day.atTime(OPENS).atZone(ZONE).toInstant();
    }

    /** 17.00 that day, working day or not. */
    public Instant endOfDay(LocalDate day) {
        return day.atTime(CLOSES).atZone(ZONE).toInstant();
    }

    /**
     * What a date given by a person means as a deadline: 17.00 that day.
     *
     * @throws MandatException INVALID for the field {@code dueOn}, naming the next working day, when the organisation
     *     is closed that day
     */
    public Instant dueOn(LocalDate day) {
        return dueOn(day, "dueOn");
    }

    /** As {@link #dueOn(LocalDate)}, for a date that the request calls {@code field}. */
    public Instant dueOn(LocalDate day, String field) {
        if (!isWorkingDay(day)) {
            throw MandatException.invalid(List.of(new FieldError(
                    field, "worktime.not-a-working-day", Map.of("day", day, "next", nextWorkingDay(day)))));
        }
        return endOfDay(day);
    }

    /**
     * A deadline that a person gives to the minute.
     *
     * @throws MandatException INVALID for this field, naming the next working day, when it is outside working time
     */
    public Instant dueAt(Instant time, String field) {
        LocalDate day = LocalDate.ofInstant(time, ZONE);
        dueOn(day, field);
        if (!allowsDeadline(time)) {
            LocalDate next = time.isBefore(startOfDay(day)) ? day : nextWorkingDay(day);
            throw MandatException.invalid(
                    List.of(new FieldError(field, "worktime.outside-working-time", Map.of("next", next))));
        }
        return time;
    }

    /** This deadline where one may stand here, else 17.00 of the next working day. */
    public Instant openDeadline(Instant time) {
        return allowsDeadline(time) ? time : endOfDay(nextWorkingDay(LocalDate.ofInstant(time, ZONE)));
    }

    /** The latest deadline that may stand and does not come after this time. */
    public Instant lastDeadline(Instant time) {
        LocalDate day = LocalDate.ofInstant(time, ZONE);
        while (!isWorkingDay(day) || time.isBefore(startOfDay(day))) {
            day = day.minusDays(1);
        }
        return time.isAfter(endOfDay(day)) ? endOfDay(day) : time;
    }

    private Duration sinceOpening(LocalDate day, Instant time) {
        if (!isWorkingDay(day) || time.isBefore(startOfDay(day))) {
            return Duration.ZERO;
        }
        return time.isAfter(endOfDay(day)) ? WHOLE_DAY : Duration.between(startOfDay(day), time);
    }

    private BitSet workingDaysOf(int year) {
        Set<LocalDate> holidays = SwedishHolidays.publicHolidays(year);
        Set<LocalDate> eves = SwedishHolidays.eves(year).keySet();
        LocalDate newYear = LocalDate.of(year, 1, 1);
        BitSet days = new BitSet(newYear.lengthOfYear() + 1);
        Stream.iterate(newYear, day -> day.plusDays(1))
                .limit(newYear.lengthOfYear())
                .filter(day -> closure(day, holidays, eves) == null)
                .forEach(day -> days.set(day.getDayOfYear()));
        return days;
    }

    private Closure closure(LocalDate day, Set<LocalDate> holidays, Set<LocalDate> eves) {
        if (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            return Closure.WEEKEND;
        }
        if (holidays.contains(day)) {
            return Closure.HOLIDAY;
        }
        if (closingDays.contains(day)) {
            return Closure.CLOSING_DAY;
        }
        return eves.contains(day) && !openEves.contains(day) ? Closure.EVE : null;
    }

    private static Set<LocalDate> union(Set<LocalDate> some, Set<LocalDate> more) {
        return Stream.concat(some.stream(), more.stream()).collect(Collectors.toUnmodifiableSet());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WorkingCalendar that
                && closingDays.equals(that.closingDays)
                && openEves.equals(that.openEves);
    }

    @Override
    public int hashCode() {
        return Objects.hash(closingDays, openEves);
    }

    @Override
    public String toString() {
        return "WorkingCalendar" + closingDays + openEves;
    }
}
