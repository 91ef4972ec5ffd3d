package se.mandat.worktime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.mandat.shared.MandatException;
import se.mandat.shared.MandatException.FieldError;
import se.mandat.shared.Problem;

class WorkingCalendarTest {

    private static final WorkingTime HOUR = WorkingTime.hours(1);
    private static final WorkingTime HARMED_DECIDE = WorkingTime.hours(4);

    private final WorkingCalendar calendar = WorkingCalendar.standard();

    @Test
    void a_harmed_case_raised_on_maundy_thursday_2027_climbs_as_the_tables_say() {
        Instant raised = at("2027-03-25T16:30");
        assertThat(calendar.plus(raised, HARMED_DECIDE.half())).isEqualTo(at("2027-03-30T09:30"));

        Instant due = calendar.plus(raised, HARMED_DECIDE);
        assertThat(due).isEqualTo(at("2027-03-30T11:30"));
        assertThat(calendar.halfWay(raised, due)).isEqualTo(at("2027-03-30T09:30"));

        Instant moves = calendar.plus(due, HOUR);
        assertThat(moves).isEqualTo(at("2027-03-30T12:30"));
        Instant dueOfSecond = calendar.plus(moves, HARMED_DECIDE);
        assertThat(dueOfSecond).isEqualTo(at("2027-03-30T16:30"));
        Instant movesAgain = calendar.plus(dueOfSecond, HOUR);
        assertThat(movesAgain).isEqualTo(at("2027-03-31T08:30"));
        assertThat(calendar.plus(movesAgain, HARMED_DECIDE)).isEqualTo(at("2027-03-31T12:30"));
    }

    @Test
    void a_harmed_case_raised_on_good_friday_2027_climbs_as_the_tables_say() {
        Instant raised = at("2027-03-26T16:30");
        assertThat(calendar.plus(raised, HARMED_DECIDE.half())).isEqualTo(at("2027-03-30T10:00"));

        Instant due = calendar.plus(raised, HARMED_DECIDE);
        assertThat(due).isEqualTo(at("2027-03-30T12:00"));
        assertThat(calendar.halfWay(raised, due)).isEqualTo(at("2027-03-30T10:00"));

        Instant moves = calendar.plus(due, HOUR);
        assertThat(moves).isEqualTo(at("2027-03-30T13:00"));
        Instant dueOfSecond = calendar.plus(moves, HARMED_DECIDE);
        assertThat(dueOfSecond).isEqualTo(at("2027-03-30T17:00"));
        Instant movesAgain = calendar.plus(dueOfSecond, HOUR);
        assertThat(movesAgain).isEqualTo(at("2027-03-31T09:00"));
        assertThat(calendar.plus(movesAgain, HARMED_DECIDE)).isEqualTo(at("2027-03-31T13:00"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T08:00, 9, 2026-11-23T17:00",
        "2026-11-23T16:00, 1, 2026-11-23T17:00",
        "2026-11-23T17:00, 1, 2026-11-24T09:00",
        "2026-11-23T17:00, 0, 2026-11-23T17:00",
        "2026-11-23T17:01, 0, 2026-11-24T08:00",
        "2026-11-23T07:00, 0, 2026-11-23T08:00",
        "2026-11-23T07:00, 9, 2026-11-23T17:00",
        "2026-11-20T16:59, 9, 2026-11-23T16:59",
        "2026-11-21T12:00, 0, 2026-11-23T08:00",
        "2026-11-21T12:00, 18, 2026-11-24T17:00",
    })
    void the_end_of_a_working_day_is_17_that_day_and_not_8_the_next(
            LocalDateTime from, int hours, LocalDateTime expected) {
        assertThat(calendar.plus(at(from), WorkingTime.hours(hours))).isEqualTo(at(expected));
    }

    @Test
    void seconds_and_microseconds_are_kept() {
        assertThat(calendar.plus(at("2026-11-20T16:59:30.000001"), HOUR)).isEqualTo(at("2026-11-23T08:59:30.000001"));
    }

    @ParameterizedTest
    @ValueSource(ints = {2024, 2025, 2026, 2027, 2028, 2029, 2030})
    void these_and_no_other_weekdays_of_a_year_are_closed(int year) {
        Map<Integer, List<String>> weekdays = Map.of(
                2024,
                        List.of(
                                "01-01", "03-29", "04-01", "05-01", "05-09", "06-06", "06-21", "12-24", "12-25",
                                "12-26", "12-31"),
                2025,
                        List.of(
                                "01-01", "01-06", "04-18", "04-21", "05-01", "05-29", "06-06", "06-20", "12-24",
                                "12-25", "12-26", "12-31"),
                2026, List.of("01-01", "01-06", "04-03", "04-06", "05-01", "05-14", "06-19", "12-24", "12-25", "12-31"),
                2027, List.of("01-01", "01-06", "03-26", "03-29", "05-06", "06-25", "12-24", "12-31"),
                2028, List.of("01-06", "04-14", "04-17", "05-01", "05-25", "06-06", "06-23", "12-25", "12-26"),
                2029,
                        List.of(
                                "01-01", "03-30", "04-02", "05-01", "05-10", "06-06", "06-22", "12-24", "12-25",
                                "12-26", "12-31"),
                2030,
                        List.of(
                                "01-01", "04-19", "04-22", "05-01", "05-30", "06-06", "06-21", "12-24", "12-25",
                                "12-26", "12-31"));

        Set<LocalDate> closed = LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(day -> day.getDayOfWeek().getValue() < DayOfWeek.SATURDAY.getValue())
                .filter(day -> !calendar.isWorkingDay(day))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(closed).map(day -> day.toString().substring(5)).containsExactlyElementsOf(weekdays.get(year));
    }

    @Test
    void the_law_counts_red_days_and_not_the_eves() {
        assertThat(SwedishHolidays.publicHolidays(2026))
                .contains(LocalDate.of(2026, 10, 31), LocalDate.of(2026, 6, 20), LocalDate.of(2026, 5, 24))
                .doesNotContain(LocalDate.of(2026, 6, 19), LocalDate.of(2026, 12, 24), LocalDate.of(2026, 12, 31))
                .hasSize(13);
        assertThat(SwedishHolidays.eves(2026))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        LocalDate.of(2026, 6, 19), Eve.MIDSUMMER_EVE,
                        LocalDate.of(2026, 12, 24), Eve.CHRISTMAS_EVE,
                        LocalDate.of(2026, 12, 31), Eve.NEW_YEARS_EVE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-04-02", // Maundy Thursday
                "2026-04-30", // Walpurgis Night
                "2026-05-15", // the Friday after Ascension Day
                "2026-10-30", // the eve of All Saints' Day
                "2026-05-25", // Whit Monday, a working day since 2005
                "2024-02-29", // leap days
                "2028-02-29",
                "2026-01-05"
            })
    void days_that_only_custom_shortens_are_working_days(LocalDate day) {
        assertThat(calendar.isWorkingDay(day)).isTrue();
    }

    @Test
    void a_leap_day_counts() {
        assertThat(calendar.plus(at("2024-02-28T12:00"), WorkingTime.days(2))).isEqualTo(at("2024-03-01T12:00"));
        assertThat(calendar.plus(at("2028-02-28T12:00"), WorkingTime.days(1))).isEqualTo(at("2028-02-29T12:00"));
    }

    @Test
    void a_working_day_has_nine_hours_on_both_sides_of_a_shift_to_and_from_summer_time() {
        Instant fridayBeforeSummerTime = at("2026-03-27T16:00");
        Instant monday = calendar.plus(fridayBeforeSummerTime, WorkingTime.days(1));
        assertThat(monday).isEqualTo(at("2026-03-30T16:00"));
        assertThat(Duration.between(fridayBeforeSummerTime, monday)).isEqualTo(Duration.ofHours(71));
        assertThat(calendar.between(fridayBeforeSummerTime, monday)).isEqualTo(Duration.ofHours(9));

        Instant fridayBeforeWinterTime = at("2026-10-23T16:00");
        Instant mondayAfter = calendar.plus(fridayBeforeWinterTime, WorkingTime.days(1));
        assertThat(mondayAfter).isEqualTo(at("2026-10-26T16:00"));
        assertThat(Duration.between(fridayBeforeWinterTime, mondayAfter)).isEqualTo(Duration.ofHours(73));
        assertThat(calendar.plus(at("2026-10-25T02:30"), HOUR)).isEqualTo(at("2026-10-26T09:00"));
    }

    @Test
    void open_is_from_8_and_no_longer_at_17_but_a_deadline_may_stand_at_17() {
        assertThat(calendar.isOpen(at("2026-11-23T07:59:59.999999"))).isFalse();
        assertThat(calendar.isOpen(at("2026-11-23T08:00"))).isTrue();
        assertThat(calendar.isOpen(at("2026-11-23T16:59:59.999999"))).isTrue();
        assertThat(calendar.isOpen(at("2026-11-23T17:00"))).isFalse();
        assertThat(calendar.isOpen(at("2026-11-22T12:00"))).isFalse();
        assertThat(calendar.allowsDeadline(at("2026-11-23T17:00"))).isTrue();
        assertThat(calendar.allowsDeadline(at("2026-11-23T17:00:00.000001"))).isFalse();
        assertThat(calendar.allowsDeadline(at("2026-11-22T17:00"))).isFalse();
    }

    @Test
    void a_date_given_by_a_person_means_17_that_day() {
        assertThat(calendar.dueOn(LocalDate.of(2026, 11, 23))).isEqualTo(at("2026-11-23T17:00"));
        assertThat(calendar.dueOn(LocalDate.of(2026, 7, 1))).isEqualTo(Instant.parse("2026-07-01T15:00:00Z"));
    }

    @Test
    void a_date_outside_working_time_is_refused_with_the_next_working_day_named() {
        LocalDate christmasEve = LocalDate.of(2026, 12, 24);
        assertThatThrownBy(() -> calendar.dueOn(christmasEve, "contributors[1].dueOn"))
                .asInstanceOf(InstanceOfAssertFactories.type(MandatException.class))
                .satisfies(refused -> assertThat(refused.problem()).isEqualTo(Problem.INVALID))
                .satisfies(refused -> assertThat(refused.errors())
                        .containsExactly(new FieldError(
                                "contributors[1].dueOn",
                                "worktime.not-a-working-day",
                                Map.of("day", christmasEve, "next", LocalDate.of(2026, 12, 28)))));
    }

    @Test
    void a_closing_day_is_no_working_day() {
        WorkingCalendar closed = calendar.closedOn(Set.of(LocalDate.of(2026, 11, 24)));
        assertThat(closed.plus(at("2026-11-23T17:00"), HOUR)).isEqualTo(at("2026-11-25T09:00"));
        assertThat(closed).isEqualTo(WorkingCalendar.standard().closedOn(Set.of(LocalDate.of(2026, 11, 24))));
        assertThat(closed).isNotEqualTo(calendar);
    }

    @Test
    void an_open_eve_is_a_working_day() {
        LocalDate midsummerEve = LocalDate.of(2027, 6, 25);
        WorkingCalendar open = calendar.openOn(Set.of(midsummerEve));
        assertThat(open.plus(at("2027-06-24T17:00"), HOUR)).isEqualTo(at("2027-06-25T09:00"));
        assertThat(open.dueOn(midsummerEve)).isEqualTo(at("2027-06-25T17:00"));
        assertThat(open.isWorkingDay(LocalDate.of(2028, 6, 23))).isFalse();
        assertThat(open).isEqualTo(WorkingCalendar.standard().openOn(Set.of(midsummerEve)));
        assertThat(open).isNotEqualTo(calendar);
    }

    @ParameterizedTest
    @CsvSource({
        "2027-06-26, WEEKEND", // Midsummer's Day, too
        "2027-03-26, HOLIDAY",
        "2027-06-25, EVE",
        "2027-12-24, CLOSING_DAY",
        "2027-06-07, CLOSING_DAY",
        "2027-06-08,",
        "2027-12-31,"
    })
    void a_day_says_why_it_is_closed(LocalDate day, Closure expected) {
        LocalDate christmasEve = LocalDate.of(2027, 12, 24);
        WorkingCalendar some = calendar.closedOn(Set.of(christmasEve, LocalDate.of(2027, 6, 7)))
                .openOn(Set.of(christmasEve, LocalDate.of(2027, 12, 31), LocalDate.of(2027, 3, 26)));
        assertThat(some.closure(day)).isEqualTo(Optional.ofNullable(expected));
    }

    @Test
    void a_date_far_away_is_answered_without_being_remembered() {
        assertThat(calendar.isWorkingDay(LocalDate.of(9999, 12, 30))).isTrue();
        assertThat(calendar.isWorkingDay(LocalDate.of(9999, 12, 31))).isFalse();
        assertThat(calendar.isWorkingDay(LocalDate.of(1800, 1, 2))).isTrue();
    }

    @Test
    void working_time_cannot_be_negative() {
        assertThatThrownBy(() -> WorkingTime.hours(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_working_day_is_nine_working_hours() {
        assertThat(WorkingTime.days(2)).isEqualTo(WorkingTime.hours(18));
        assertThat(WorkingTime.days(1).half().minutes()).isEqualTo(270);
        assertThat(WorkingTime.days(1)).isLessThan(WorkingTime.hours(10));
    }

    @Test
    void adding_forty_days_is_a_matter_of_microseconds() {
        Instant from = at("2026-06-01T12:00");
        WorkingTime forty = WorkingTime.days(40);
        IntStream.range(0, 20_000).forEach(i -> calendar.plus(from, forty));
        long start = System.nanoTime();
        IntStream.range(0, 10_000).forEach(i -> calendar.plus(from, forty));
        // Measured at about 1; the bound only catches a calendar that asks the library each time.
        assertThat(Duration.ofNanos((System.nanoTime() - start) / 10_000)).isLessThan(Duration.ofNanos(50_000));
    }

    private static Instant at(String local) {
        return at(LocalDateTime.parse(local));
    }

    private static Instant at(LocalDateTime local) {
        return local.atZone(WorkingCalendar.ZONE).toInstant();
    }
}
