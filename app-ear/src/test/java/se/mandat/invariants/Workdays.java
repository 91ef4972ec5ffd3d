package se.mandat.invariants;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Working time as a clerk would count it with a wall calendar, minute by minute where it matters: a second opinion on
 * what the application computes, which shares nothing with it. It is told of the days on which everybody is off.
 */
final class Workdays {

    private static final LocalTime OPENS = LocalTime.of(8, 0);
    private static final LocalTime CLOSES = LocalTime.of(17, 0);

    /** Of 2026 to 2029, as they stand in the almanac: public holidays on weekdays, and the three eves. */
    private static final Set<String> CLOSED = Set.of(
            "2026-12-24",
            "2026-12-25",
            "2026-12-31",
            "2027-01-01",
            "2027-01-06",
            "2027-03-26",
            "2027-03-29",
            "2027-05-06",
            "2027-06-25",
            "2027-12-24",
            "2027-12-31",
            "2028-01-06",
            "2028-04-14",
            "2028-04-17",
            "2028-05-01",
            "2028-05-25",
            "2028-06-06",
            "2028-06-23",
            "2028-12-25",
            "2028-12-26",
            "2029-01-01",
            "2029-03-30",
            "2029-04-02",
            "2029-05-01",
            "2029-05-10",
            "2029-06-06",
            "2029-06-22",
            "2029-12-24",
            "2029-12-25",
            "2029-12-26",
            "2029-12-31");

    private final TreeMap<Instant, Set<LocalDate>> closingDays = new TreeMap<>(Map.of(Instant.MIN, Set.of()));

    /** The public holidays among them, on which everybody is closed; the eves are for each unit to open. */
    static List<String> holidays() {
        return CLOSED.stream()
                .filter(day -> !day.matches(".*-(12-24|12-31|06-2[0-9])"))
                .toList();
    }

    /** From now on everybody is off on this day too. */
    void close(LocalDate day, Instant now) {
        change(now, days -> days.add(day));
    }

    /** From now on that is a working day again. */
    void open(LocalDate day, Instant now) {
        change(now, days -> days.remove(day));
    }

    private void change(Instant now, Consumer<Set<LocalDate>> how) {
        Set<LocalDate> days = new TreeSet<>(closingDays.lastEntry().getValue());
        how.accept(days);
        closingDays.put(now, days);
    }

    /** The days on which everybody is off as things are, besides the almanac's. */
    Set<LocalDate> closed() {
        return closingDays.lastEntry().getValue();
    }

    /** As the calendar has come to be. */
    boolean works(LocalDate day) {
        return works(day, closed());
    }

    private static boolean works(LocalDate day, Set<LocalDate> closed) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !CLOSED.contains(day.toString())
                && !closed.contains(day);
    }

    /**
     * The time at which so much working time has passed; 17.00 rather than 08.00 the next day.
     *
     * @param counted when it was counted, by the calendar as it then was
     */
    Instant plus(Instant from, Duration working, Instant counted) {
        Set<LocalDate> closed = closingDays.lowerEntry(counted).getValue();
        ZonedDateTime here = from.atZone(Inside.STOCKHOLM);
        Duration left = working;
        while (true) {
            LocalDate day = here.toLocalDate();
            LocalDateTime start = later(here.toLocalDateTime(), day.atTime(OPENS));
            boolean works = works(day, closed);
            Duration today = works && start.isBefore(day.atTime(CLOSES))
                    ? Duration.between(start, day.atTime(CLOSES))
                    : Duration.ZERO;
            if (works && left.compareTo(today) <= 0 && !start.isAfter(day.atTime(CLOSES))) {
                return start.plus(left).atZone(Inside.STOCKHOLM).toInstant();
            }
            left = left.minus(today);
            here = day.plusDays(1).atStartOfDay(Inside.STOCKHOLM);
        }
    }

    private static LocalDateTime later(LocalDateTime one, LocalDateTime other) {
        return one.isAfter(other) ? one : other;
    }
}
