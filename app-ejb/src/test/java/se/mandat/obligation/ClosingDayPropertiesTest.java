package se.mandat.obligation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import se.mandat.shared.Outcome;
import se.mandat.worktime.WorkingCalendar;
import se.mandat.worktime.WorkingTime;

/** Whatever closing day comes and goes, whenever: the time is given back, and nothing that happened happens again. */
class ClosingDayPropertiesTest {

    private static final WorkingCalendar OPEN = WorkingCalendar.standard();
    private static final Instant OPENED =
            LocalDateTime.parse("2027-03-15T10:17").atZone(WorkingCalendar.ZONE).toInstant();
    private static final WorkingTime GRACE = WorkingTime.days(1);

    private enum Situation {
        COUNTED,
        PLANNED,
        PAUSED,
        RESUMED,
        REMINDED,
        OVERDUE
    }

    private static Obligation owed(int hours) {
        WorkingTime level = WorkingTime.hours(hours);
        Instant due = OPEN.plus(OPENED, level);
        Obligation owed = new Obligation(
                new UUID(0, 1),
                new Obligations.Opening(
                        "M-2027-0001",
                        ObligationKind.ACT,
                        null,
                        null,
                        null,
                        Outcome.DETOUR,
                        null,
                        null,
                        new UUID(0, 2)),
                "hugo",
                OPENED,
                new Obligation.Times(
                        null, due, due, OPEN.halfWay(OPENED, due), Reckoning.counted(OPENED, level), level));
        owed.takeEvents();
        return owed;
    }

    private static void bring(Obligation owed, Situation situation) {
        switch (situation) {
            case COUNTED -> {}
            case PLANNED -> {
                LocalDate before =
                        LocalDate.ofInstant(owed.dueAt(), WorkingCalendar.ZONE).minusDays(1);
                Instant planned = OPEN.openDeadline(OPEN.endOfDay(before));
                Instant due = planned.isBefore(owed.dueAt()) ? planned : owed.dueAt();
                owed.reschedule(Reckoning.set(due, OPENED), due, OPEN.halfWay(OPENED, due));
            }
            case PAUSED, RESUMED -> {
                LocalDate until = OPEN.nextWorkingDay(LocalDate.parse("2027-03-20"));
                owed.pause(until, null, "Vänta", OPEN, OPEN.plus(OPENED, WorkingTime.hours(1)));
                if (situation == Situation.RESUMED) {
                    owed.resume(owed.nextAt(), OPEN);
                }
            }
            case REMINDED -> owed.remind(null);
            case OVERDUE -> {
                owed.remind(null);
                owed.tell("gun", OPEN.plus(owed.dueAt(), GRACE));
            }
        }
    }

    @Property(tries = 500)
    void whatIsGivenIsGivenBack(
            @ForAll Situation situation,
            @ForAll @IntRange(min = 4, max = 200) int hours,
            @ForAll @IntRange(max = 60) int on) {
        Obligation owed = owed(hours);
        bring(owed, situation);
        Instant now = OPEN.plus(OPENED, WorkingTime.hours(2));
        Instant told = owed.dueAt();
        Instant due = owed.dueAt();
        Instant ceiling = owed.ceilingAt();
        Instant remind = owed.remindAt();
        Instant nextAt = owed.nextAt();
        Awaited next = owed.next();
        int rung = owed.rung();
        LocalDate today = LocalDate.ofInstant(now, WorkingCalendar.ZONE);
        Instant floor = OPEN.endOfDay(OPEN.nextWorkingDay(today));
        WorkingCalendar closed = OPEN.closedOn(Set.of(today.plusDays(on)));

        owed.recompute(closed, null, told, GRACE, now);

        if (!owed.dueAt().equals(due)) {
            assertThat(owed.dueAt()).isAfter(due).isAfterOrEqualTo(closed.endOfDay(closed.nextWorkingDay(today)));
            assertThat(closed.allowsDeadline(owed.dueAt())).isTrue();
        }
        assertThat(owed.ceilingAt()).isAfterOrEqualTo(owed.dueAt());
        assertThat(owed.next()).isEqualTo(next);
        assertThat(owed.rung()).isEqualTo(rung);
        Instant once = owed.dueAt();
        owed.takeEvents();
        owed.recompute(closed, null, told, GRACE, now);
        assertThat(owed.dueAt()).isEqualTo(once);
        assertThat(owed.takeEvents()).isEmpty();

        owed.recompute(OPEN, null, told, GRACE, now);

        if (!due.isBefore(floor)) {
            assertThat(owed.dueAt()).isEqualTo(due);
            assertThat(owed.ceilingAt()).isEqualTo(ceiling);
            assertThat(owed.remindAt()).isEqualTo(remind);
            assertThat(owed.nextAt()).isEqualTo(nextAt);
        }
        assertThat(owed.next()).isEqualTo(next);
        assertThat(owed.rung()).isEqualTo(rung);
    }

    @Property(tries = 300)
    void nothingIsSetNearerThanTheEndOfTheNextWorkingDay(
            @ForAll @IntRange(min = 4, max = 60) int hours,
            @ForAll @IntRange(max = 20) int on,
            @ForAll @IntRange(max = 59) int later) {
        LocalDate today = LocalDate.ofInstant(OPENED, WorkingCalendar.ZONE);
        WorkingCalendar closed = OPEN.closedOn(Set.of(today.plusDays(on)));
        WorkingTime level = WorkingTime.hours(hours);
        Instant due = closed.plus(OPENED, level);
        Obligation owed = new Obligation(
                new UUID(0, 1),
                new Obligations.Opening(
                        "M-2027-0001",
                        ObligationKind.ANSWER,
                        null,
                        null,
                        new UUID(0, 3),
                        Outcome.DETOUR,
                        null,
                        null,
                        new UUID(0, 2)),
                "hugo",
                OPENED,
                new Obligation.Times(
                        null, due, null, closed.halfWay(OPENED, due), Reckoning.counted(OPENED, level), level));
        Instant now = OPEN.plus(OPENED, WorkingTime.hours(Math.min(later, hours - 1)));
        Instant floor = OPEN.endOfDay(OPEN.nextWorkingDay(LocalDate.ofInstant(now, WorkingCalendar.ZONE)));

        owed.recompute(OPEN, null, null, GRACE, now);

        assertThat(owed.dueAt()).isBeforeOrEqualTo(due);
        if (!owed.dueAt().equals(due)) {
            assertThat(owed.dueAt()).isAfterOrEqualTo(floor);
        }
    }
}
