package se.mandat.worktime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** Working time for any time, any amount, any closing days and any eves opened. */
class WorkingCalendarPropertiesTest {

    private static final long FIRST_MINUTE =
            Instant.parse("2024-01-01T00:00:00Z").getEpochSecond() / 60;
    private static final long LAST_MINUTE =
            Instant.parse("2031-01-01T00:00:00Z").getEpochSecond() / 60;

    @Property(tries = 300)
    void adding_agrees_with_counting_every_minute(
            @ForAll("minutes") Instant from,
            @ForAll @IntRange(max = 20 * 540) int amount,
            @ForAll("closingDays") Set<LocalDate> closed,
            @ForAll("openDays") Set<LocalDate> open) {
        assertThat(calendar(closed, open).plus(from, minutes(amount)))
                .isEqualTo(new MinuteByMinute(closed, open).plus(from, amount));
    }

    @Property(tries = 300)
    void adding_whole_days_from_any_minute_of_a_working_day_agrees_with_counting(
            @ForAll("minutes") Instant from, @ForAll @IntRange(max = 40) int days) {
        assertThat(calendar(Set.of(), Set.of()).plus(from, WorkingTime.days(days)))
                .isEqualTo(new MinuteByMinute(Set.of(), Set.of()).plus(from, days * 540L));
    }

    @Property(tries = 200)
    void measuring_agrees_with_counting_every_minute(
            @ForAll("minutes") Instant from,
            @ForAll @IntRange(max = 40 * 1440) int later,
            @ForAll("closingDays") Set<LocalDate> closed,
            @ForAll("openDays") Set<LocalDate> open) {
        Instant to = from.plus(later, ChronoUnit.MINUTES);
        assertThat(calendar(closed, open).between(from, to))
                .isEqualTo(Duration.ofMinutes(new MinuteByMinute(closed, open).minutesBetween(from, to)));
        assertThat(calendar(closed, open).between(to, from))
                .isEqualTo(calendar(closed, open).between(from, to).negated());
    }

    @Property
    void no_deadline_falls_outside_working_time(
            @ForAll("instants") Instant from,
            @ForAll("amounts") WorkingTime amount,
            @ForAll("closingDays") Set<LocalDate> closed,
            @ForAll("openDays") Set<LocalDate> open) {
        assertThat(calendar(closed, open).allowsDeadline(calendar(closed, open).plus(from, amount)))
                .isTrue();
    }

    @Property
    void adding_is_additive(
            @ForAll("instants") Instant from,
            @ForAll("amounts") WorkingTime one,
            @ForAll("amounts") WorkingTime other,
            @ForAll("closingDays") Set<LocalDate> closed,
            @ForAll("openDays") Set<LocalDate> open) {
        WorkingCalendar calendar = calendar(closed, open);
        assertThat(calendar.plus(calendar.plus(from, one), other)).isEqualTo(calendar.plus(from, one.plus(other)));
    }

    @Property
    void adding_is_monotone_in_time_and_in_amount(
            @ForAll("instants") Instant from,
            @ForAll @LongRange(max = 400_000) long secondsLater,
            @ForAll("amounts") WorkingTime amount,
            @ForAll("amounts") WorkingTime more,
            @ForAll("closingDays") Set<LocalDate> closed,
            @ForAll("openDays") Set<LocalDate> open) {
        WorkingCalendar calendar = calendar(closed, open);
        Instant due = calendar.plus(from, amount);
        assertThat(calendar.plus(from.plusSeconds(secondsLater), amount)).isAfterOrEqualTo(due);
        assertThat(calendar.plus(from, amount.plus(more))).isAfterOrEqualTo(due);
        assertThat(due).isAfterOrEqualTo(from);
    }

    @Property
    void what_was_added_is_what_lies_between(
            @ForAll("instants") Instant from,
            @ForAll("amounts") WorkingTime amount,
            @ForAll("closingDays") Set<LocalDate> closed,
            @ForAll("openDays") Set<LocalDate> open) {
        WorkingCalendar calendar = calendar(closed, open);
        assertThat(calendar.between(from, calendar.plus(from, amount))).isEqualTo(amount.duration());
    }

    @Property
    void a_closing_day_never_brings_a_deadline_nearer(
            @ForAll("instants") Instant from,
            @ForAll("amounts") WorkingTime amount,
            @ForAll("closingDays") Set<LocalDate> closed,
            @ForAll("openDays") Set<LocalDate> open) {
        assertThat(calendar(closed, open).plus(from, amount))
                .isAfterOrEqualTo(calendar(Set.of(), open).plus(from, amount));
    }

    @Property
    void an_open_eve_never_moves_a_deadline_away(
            @ForAll("instants") Instant from,
            @ForAll("amounts") WorkingTime amount,
            @ForAll("closingDays") Set<LocalDate> closed,
            @ForAll("openDays") Set<LocalDate> open) {
        assertThat(calendar(closed, open).plus(from, amount))
                .isBeforeOrEqualTo(calendar(closed, Set.of()).plus(from, amount));
    }

    @Property
    void only_eves_open_and_no_closing_day_does(
            @ForAll("days") LocalDate day,
            @ForAll("closingDays") Set<LocalDate> closed,
            @ForAll("openDays") Set<LocalDate> open) {
        Optional<Closure> before = calendar(closed, Set.of()).closure(day);
        Optional<Closure> after = calendar(closed, open).closure(day);

        assertThat(after)
                .isEqualTo(open.contains(day) && before.equals(Optional.of(Closure.EVE)) ? Optional.empty() : before);
        assertThat(calendar(closed, open).isWorkingDay(day)).isEqualTo(after.isEmpty());
    }

    @Property
    void the_next_working_day_is_the_first_one_after(@ForAll("days") LocalDate day) {
        WorkingCalendar calendar = calendar(Set.of(), Set.of());
        LocalDate next = calendar.nextWorkingDay(day);
        assertThat(calendar.isWorkingDay(next)).isTrue();
        assertThat(day.plusDays(1).datesUntil(next)).noneMatch(calendar::isWorkingDay);
    }

    @Provide
    Arbitrary<Instant> minutes() {
        return Arbitraries.longs().between(FIRST_MINUTE, LAST_MINUTE).map(minute -> Instant.ofEpochSecond(minute * 60));
    }

    @Provide
    Arbitrary<Instant> instants() {
        Arbitrary<Instant> edges = Combinators.combine(days(), Arbitraries.of(0, 8, 9, 12, 16, 17, 23), micros(2))
                .as((day, hour, micros) -> day.atTime(hour, 0)
                        .atZone(WorkingCalendar.ZONE)
                        .toInstant()
                        .plus(micros - 1, ChronoUnit.MICROS));
        Arbitrary<Instant> any = Combinators.combine(minutes(), micros(60_000_000))
                .as((minute, micros) -> minute.plus(micros, ChronoUnit.MICROS));
        return Arbitraries.oneOf(any, edges);
    }

    @Provide
    Arbitrary<WorkingTime> amounts() {
        Arbitrary<WorkingTime> whole = Arbitraries.longs().between(0, 40).map(WorkingTime::days);
        Arbitrary<WorkingTime> any =
                micros(40L * 540 * 60_000_000).map(micros -> WorkingTime.of(Duration.of(micros, ChronoUnit.MICROS)));
        return Arbitraries.oneOf(whole, any);
    }

    @Provide
    Arbitrary<Set<LocalDate>> closingDays() {
        return days().set().ofMaxSize(60);
    }

    /** Many an eve, and days that nothing opens. */
    @Provide
    Arbitrary<Set<LocalDate>> openDays() {
        Arbitrary<LocalDate> eves = Combinators.combine(
                        Arbitraries.integers().between(2024, 2030),
                        Arbitraries.integers().between(0, 8))
                .as((year, which) -> switch (which) {
                    case 0 -> LocalDate.of(year, Month.DECEMBER, 24);
                    case 1 -> LocalDate.of(year, Month.DECEMBER, 31);
                    // one of these is the Friday
                    default -> LocalDate.of(year, Month.JUNE, 17 + which);
                });
        return Arbitraries.oneOf(eves, days()).set().ofMaxSize(40);
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.longs()
                .between(
                        LocalDate.of(2024, 1, 1).toEpochDay(),
                        LocalDate.of(2031, 1, 1).toEpochDay())
                .map(LocalDate::ofEpochDay);
    }

    private static Arbitrary<Long> micros(long most) {
        return Arbitraries.longs().between(0, most);
    }

    private static WorkingCalendar calendar(Set<LocalDate> closed, Set<LocalDate> open) {
        return WorkingCalendar.standard().closedOn(closed).openOn(open);
    }

    private static WorkingTime minutes(long amount) {
        return WorkingTime.of(Duration.ofMinutes(amount));
    }
}
