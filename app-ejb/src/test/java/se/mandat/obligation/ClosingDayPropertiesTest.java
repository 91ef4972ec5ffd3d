package se.mandat.obligation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import se.mandat.shared.Outcome;
import se.mandat.worktime.WorkingCalendar;
import se.mandat.worktime.WorkingTime;

/**
 * Whatever closing day comes and goes, or eve is opened and closed, whenever: the time is given back, and nothing that
 * happened happens again.
 */
class ClosingDayPropertiesTest {

    private static final WorkingCalendar OPEN = WorkingCalendar.standard();
    private static final Instant OPENED =
            LocalDateTime.parse("2027-03-15T10:17").atZone(WorkingCalendar.ZONE).toInstant();
    /** Two weeks before two eves that are Fridays. */
    private static final Instant IN_ADVENT =
            LocalDateTime.parse("2027-12-13T10:17").atZone(WorkingCalendar.ZONE).toInstant();

    private static final WorkingTime GRACE = WorkingTime.days(1);

    private enum Situation {
        COUNTED,
        PLANNED,
        PAUSED,
        RESUMED,
        REMINDED,
        OVERDUE
    }

    private static Obligation owed(Instant opened, int hours) {
        WorkingTime level = WorkingTime.hours(hours);
        Instant due = OPEN.plus(opened, level);
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
                opened,
                new Obligation.Times(
                        null, due, due, OPEN.halfWay(opened, due), Reckoning.counted(opened, level), level));
        owed.takeEvents();
        return owed;
    }

    private static void bring(Obligation owed, Situation situation, Instant opened) {
        switch (situation) {
            case COUNTED -> {}
            case PLANNED -> {
                LocalDate before = dayOf(owed.dueAt()).minusDays(1);
                Instant planned = OPEN.openDeadline(OPEN.endOfDay(before));
                Instant due = planned.isBefore(owed.dueAt()) ? planned : owed.dueAt();
                owed.reschedule(Reckoning.set(due, opened), due, OPEN.halfWay(opened, due));
            }
            case PAUSED, RESUMED -> {
                LocalDate until = OPEN.nextWorkingDay(dayOf(opened).plusDays(5));
                owed.pause(until, null, "Vänta", OPEN, OPEN.plus(opened, WorkingTime.hours(1)));
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

    private static LocalDate dayOf(Instant time) {
        return LocalDate.ofInstant(time, WorkingCalendar.ZONE);
    }

    @Property(tries = 500)
    void whatIsGivenIsGivenBack(
            @ForAll Situation situation,
            @ForAll @IntRange(min = 4, max = 200) int hours,
            @ForAll @IntRange(max = 60) int on) {
        Obligation owed = owed(OPENED, hours);
        bring(owed, situation, OPENED);
        Instant now = OPEN.plus(OPENED, WorkingTime.hours(2));
        Instant told = owed.dueAt();
        Instant due = owed.dueAt();
        Instant ceiling = owed.ceilingAt();
        Instant remind = owed.remindAt();
        Instant nextAt = owed.nextAt();
        Awaited next = owed.next();
        int rung = owed.rung();
        LocalDate today = dayOf(now);
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

    private static Obligation review(WorkingTime after) {
        WorkingTime level = WorkingTime.days(5);
        Instant opens = OPEN.plus(OPENED, after);
        Instant due = OPEN.plus(opens, level);
        Obligation review = new Obligation(
                new UUID(0, 1),
                new Obligations.Opening(
                        "M-2027-0001",
                        ObligationKind.REVIEW_EFFECT,
                        null,
                        null,
                        null,
                        Outcome.DETOUR,
                        new Obligations.Opens(OPENED, after),
                        null,
                        new UUID(0, 2)),
                "hugo",
                OPENED,
                new Obligation.Times(opens, due, null, opens, Reckoning.counted(opens, level), level));
        review.takeEvents();
        return review;
    }

    @Property(tries = 300)
    void aReviewThatHasNotOpenedOpensAndIsDueAsIfTheDayHadAlwaysBeenClosed(
            @ForAll @IntRange(min = 3, max = 30) int days, @ForAll @IntRange(min = 3, max = 60) int on) {
        WorkingTime after = WorkingTime.days(days);
        Obligation review = review(after);
        Instant now = OPEN.plus(OPENED, WorkingTime.hours(2));
        WorkingCalendar closed = OPEN.closedOn(Set.of(dayOf(now).plusDays(on)));

        review.recompute(closed, null, null, GRACE, now);

        Instant opens = closed.plus(OPENED, after);
        assertThat(review.opensAt()).isEqualTo(opens);
        assertThat(review.remindAt()).isEqualTo(opens);
        assertThat(review.nextAt()).isEqualTo(opens);
        assertThat(review.dueAt()).isEqualTo(closed.plus(opens, WorkingTime.days(5)));
        assertThat(review.next()).isEqualTo(Awaited.REMIND);

        review.recompute(OPEN, null, null, GRACE, now);

        assertThat(review.opensAt()).isEqualTo(OPEN.plus(OPENED, after));
        assertThat(review.dueAt()).isEqualTo(OPEN.plus(review.opensAt(), WorkingTime.days(5)));
    }

    @Property(tries = 100)
    void aReviewThatHasOpenedStaysOpen(@ForAll @IntRange(max = 40) int on) {
        WorkingTime after = WorkingTime.days(10);
        Obligation review = review(after);
        Instant opened = review.opensAt();
        WorkingCalendar closed = OPEN.closedOn(Set.of(dayOf(OPENED).plusDays(on)));

        review.recompute(closed, null, null, GRACE, opened);

        assertThat(review.opensAt()).isEqualTo(opened);
    }

    @Property(tries = 500)
    void whatAnOpenEveTakesIsGivenBackWhenItIsClosedAgain(
            @ForAll Situation situation,
            @ForAll @IntRange(min = 4, max = 200) int hours,
            @ForAll @Size(min = 1) Set<@From("eves") LocalDate> eves) {
        Obligation owed = owed(IN_ADVENT, hours);
        bring(owed, situation, IN_ADVENT);
        Instant now = OPEN.plus(IN_ADVENT, WorkingTime.hours(2));
        Instant told = owed.dueAt();
        Instant due = owed.dueAt();
        Instant ceiling = owed.ceilingAt();
        Instant remind = owed.remindAt();
        Instant nextAt = owed.nextAt();
        Awaited next = owed.next();
        int rung = owed.rung();
        Instant floor = OPEN.endOfDay(OPEN.nextWorkingDay(dayOf(now)));
        WorkingCalendar open = OPEN.openOn(eves);

        owed.recompute(open, null, told, GRACE, now);

        if (!owed.dueAt().equals(due)) {
            assertThat(owed.dueAt()).isBefore(due).isAfterOrEqualTo(floor);
        }
        assertThat(open.allowsDeadline(owed.dueAt())).isTrue();
        assertThat(owed.ceilingAt()).isAfterOrEqualTo(owed.dueAt());
        assertThat(owed.next()).isEqualTo(next);
        assertThat(owed.rung()).isEqualTo(rung);
        Instant once = owed.dueAt();
        owed.takeEvents();
        owed.recompute(open, null, told, GRACE, now);
        assertThat(owed.dueAt()).isEqualTo(once);
        assertThat(owed.takeEvents()).isEmpty();

        owed.recompute(OPEN, null, told, GRACE, now);

        assertThat(owed.dueAt()).isEqualTo(due);
        assertThat(owed.ceilingAt()).isEqualTo(ceiling);
        assertThat(owed.remindAt()).isEqualTo(remind);
        assertThat(owed.nextAt()).isEqualTo(nextAt);
        assertThat(owed.next()).isEqualTo(next);
        assertThat(owed.rung()).isEqualTo(rung);
    }

    @Provide
    Arbitrary<LocalDate> eves() {
        return Arbitraries.of(LocalDate.parse("2027-12-24"), LocalDate.parse("2027-12-31"));
    }

    @Property(tries = 300)
    void nothingIsSetNearerThanTheEndOfTheNextWorkingDay(
            @ForAll @IntRange(min = 4, max = 60) int hours,
            @ForAll @IntRange(max = 20) int on,
            @ForAll @IntRange(max = 59) int later) {
        LocalDate today = dayOf(OPENED);
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
        Instant floor = OPEN.endOfDay(OPEN.nextWorkingDay(dayOf(now)));

        owed.recompute(OPEN, null, null, GRACE, now);

        assertThat(owed.dueAt()).isBeforeOrEqualTo(due);
        if (!owed.dueAt().equals(due)) {
            assertThat(owed.dueAt()).isAfterOrEqualTo(floor);
        }
    }
}
