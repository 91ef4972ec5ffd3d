package se.mandat.worktime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class WorkingCalendarsTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final LocalDate TUESDAY = MONDAY.plusDays(1);

    private static final LocalDate CHRISTMAS_EVE = LocalDate.of(2026, 12, 24);

    private final List<ClosingDay> closed = new ArrayList<>();
    private final List<OpenEve> open = new ArrayList<>();
    private final AtomicInteger queries = new AtomicInteger();
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
    private Runnable meanwhile = () -> {};
    private final WorkingCalendars calendars = new WorkingCalendars(this::query, nanos::get);

    @Test
    void a_closing_day_applies_to_the_unit_and_everything_under_it() {
        closed("nordvik/teknik", MONDAY);

        assertThat(calendars.of("nordvik/teknik").isWorkingDay(MONDAY)).isFalse();
        assertThat(calendars.of("nordvik/teknik/gata").isWorkingDay(MONDAY)).isFalse();
        assertThat(calendars.of("nordvik").isWorkingDay(MONDAY)).isTrue();
        assertThat(calendars.of("nordvik/teknikarkiv").isWorkingDay(MONDAY)).isTrue();
        assertThat(calendars.of("nordvik/ekonomi").isWorkingDay(MONDAY)).isTrue();
    }

    @Test
    void the_closing_days_of_every_unit_above_add_up() {
        closed("nordvik", MONDAY);
        closed("nordvik/teknik/gata", TUESDAY);

        WorkingCalendar gata = calendars.of("nordvik/teknik/gata");
        assertThat(gata.nextWorkingDay(MONDAY.minusDays(1))).isEqualTo(TUESDAY.plusDays(1));
        assertThat(calendars.of("nordvik/teknik").nextWorkingDay(MONDAY.minusDays(1)))
                .isEqualTo(TUESDAY);
    }

    @Test
    void an_eve_is_open_in_the_unit_and_everything_under_it_but_where_a_closing_day_is() {
        open("nordvik/teknik", CHRISTMAS_EVE);
        closed("nordvik/teknik/gata", CHRISTMAS_EVE);

        assertThat(calendars.of("nordvik/teknik").isWorkingDay(CHRISTMAS_EVE)).isTrue();
        assertThat(calendars.of("nordvik/teknik/park").isWorkingDay(CHRISTMAS_EVE))
                .isTrue();
        assertThat(calendars.of("nordvik/teknik/gata").isWorkingDay(CHRISTMAS_EVE))
                .isFalse();
        assertThat(calendars.of("nordvik").isWorkingDay(CHRISTMAS_EVE)).isFalse();
        assertThat(calendars.of("nordvik/ekonomi").isWorkingDay(CHRISTMAS_EVE)).isFalse();
    }

    @Test
    void an_eve_that_has_been_opened_is_known_when_the_reading_is_old() {
        assertThat(calendars.of("nordvik").isWorkingDay(CHRISTMAS_EVE)).isFalse();
        open("nordvik", CHRISTMAS_EVE);

        nanos.addAndGet(WorkingCalendars.FRESH.toNanos());

        assertThat(calendars.of("nordvik").isWorkingDay(CHRISTMAS_EVE)).isTrue();
    }

    @Test
    void the_table_is_read_once_for_many_calls_and_again_when_the_reading_is_old() {
        assertThat(calendars.of("nordvik").isWorkingDay(MONDAY)).isTrue();
        closed("nordvik", MONDAY);
        assertThat(calendars.of("nordvik/teknik").isWorkingDay(MONDAY)).isTrue();
        assertThat(queries).hasValue(1);

        nanos.addAndGet(WorkingCalendars.FRESH.toNanos());

        assertThat(calendars.of("nordvik/teknik").isWorkingDay(MONDAY)).isFalse();
        assertThat(queries).hasValue(2);
    }

    @Test
    void a_reading_that_says_the_same_keeps_what_the_calendars_remember() {
        closed("nordvik", MONDAY);
        WorkingCalendar before = calendars.of("nordvik/teknik");
        nanos.addAndGet(WorkingCalendars.FRESH.toNanos());

        assertThat(calendars.of("nordvik/teknik")).isSameAs(before);
    }

    @Test
    void a_change_on_this_node_is_known_at_once() {
        assertThat(calendars.of("nordvik").isWorkingDay(MONDAY)).isTrue();
        closed("nordvik", MONDAY);
        calendars.changed(new ClosingDayChange());

        assertThat(calendars.of("nordvik").isWorkingDay(MONDAY)).isFalse();
        assertThat(queries).hasValue(2);
    }

    @Test
    void what_was_being_read_when_something_changed_is_not_kept() {
        meanwhile = () -> {
            closed("nordvik", MONDAY);
            calendars.changed(new ClosingDayChange());
        };
        calendars.read();

        assertThat(calendars.of("nordvik").isWorkingDay(MONDAY)).isFalse();
    }

    private void closed(String unitPath, LocalDate day) {
        closed.add(new ClosingDay(new UUID(0, closed.size()), unitPath, day, "Stängt för flytt"));
    }

    private void open(String unitPath, LocalDate day) {
        open.add(new OpenEve(new UUID(0, open.size()), unitPath, day, "Jour"));
    }

    private UnitDays query() {
        queries.incrementAndGet();
        UnitDays read = UnitDays.of(closed, open);
        Runnable others = meanwhile;
        meanwhile = () -> {};
        others.run();
        return read;
    }
}
