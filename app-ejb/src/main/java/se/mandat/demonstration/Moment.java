package se.mandat.demonstration;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.stream.Stream;
import se.mandat.worktime.WorkingCalendar;

/**
 * When something happened in the demonstration.
 *
 * @param workingDaysAgo whole working days before today in Stockholm, at least one
 * @param time of that day in Stockholm
 */
record Moment(int workingDaysAgo, LocalTime time) {

    static Moment ago(int workingDays, String time) {
        return new Moment(workingDays, LocalTime.parse(time));
    }

    Instant before(LocalDate today, WorkingCalendar calendar) {
        LocalDate day = Stream.iterate(today.minusDays(1), d -> d.minusDays(1))
                .filter(calendar::isWorkingDay)
                .skip(workingDaysAgo - 1L)
                .findFirst()
                .orElseThrow();
        return day.atTime(time).atZone(WorkingCalendar.ZONE).toInstant();
    }
}
