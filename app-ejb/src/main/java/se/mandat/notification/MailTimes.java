package se.mandat.notification;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import se.mandat.worktime.WorkingCalendar;

/** When something that somebody was told is to be mailed. Outside working time nothing is, except what is urgent. */
final class MailTimes {

    /** What follows within a minute goes into the same mail. */
    static final Duration GATHERING = Duration.ofMinutes(1);

    /** Times of working days in Stockholm. */
    private static final List<LocalTime> DIGESTS = List.of(WorkingCalendar.OPENS, LocalTime.NOON);

    private MailTimes() {}

    /**
     * @param told when the person was told
     * @param calendar the working time of the person's unit
     */
    static Instant mailAt(Instant told, MailChoice choice, boolean urgent, WorkingCalendar calendar) {
        if (urgent) {
            return told;
        }
        if (choice == MailChoice.DIGEST) {
            return digest(told, calendar);
        }
        return orOpening(told.plus(GATHERING), calendar);
    }

    /** The first digest that is not before; one at that very moment takes it along. */
    private static Instant digest(Instant told, WorkingCalendar calendar) {
        LocalDate today = LocalDate.ofInstant(told, WorkingCalendar.ZONE);
        LocalDate day = calendar.isWorkingDay(today) ? today : calendar.nextWorkingDay(today);
        return DIGESTS.stream()
                .map(time -> at(day, time))
                .filter(at -> !at.isBefore(told))
                .findFirst()
                .orElseGet(() -> at(calendar.nextWorkingDay(day), DIGESTS.getFirst()));
    }

    /** The same time, or when working time begins next. */
    static Instant orOpening(Instant time, WorkingCalendar calendar) {
        return calendar.isOpen(time) ? time : opening(time, calendar);
    }

    private static Instant opening(Instant told, WorkingCalendar calendar) {
        LocalDate today = LocalDate.ofInstant(told, WorkingCalendar.ZONE);
        boolean yetToday = calendar.isWorkingDay(today) && told.isBefore(calendar.startOfDay(today));
        return calendar.startOfDay(yetToday ? today : calendar.nextWorkingDay(today));
    }

    private static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(WorkingCalendar.ZONE).toInstant();
    }
}
