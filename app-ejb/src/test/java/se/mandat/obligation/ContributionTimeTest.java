package se.mandat.obligation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import se.mandat.worktime.WorkingCalendar;
import se.mandat.worktime.WorkingTime;

class ContributionTimeTest {

    private static final WorkingCalendar STANDARD = WorkingCalendar.standard();
    private static final Instant NOW = at("2027-04-06T10:00");

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(WorkingCalendar.ZONE).toInstant();
    }

    private static Instant within(String actionDue, String due, String... closed) {
        Set<LocalDate> days = Set.of(closed).stream().map(LocalDate::parse).collect(Collectors.toUnmodifiableSet());
        return ContributionTime.within(at(actionDue), at(due), STANDARD.closedOn(days), NOW);
    }

    @Test
    void itIsTheActionsMinuteOnTheActionsDay() {
        assertThat(within("2027-04-09T11:20", "2027-04-09T17:00")).isEqualTo(at("2027-04-09T11:20"));
        assertThat(within("2027-04-09T11:20", "2027-04-08T17:00")).isEqualTo(at("2027-04-08T17:00"));
    }

    @Test
    void aClosingDayMovesItOnAndNeverPastTheAction() {
        assertThat(within("2027-04-14T11:20", "2027-04-12T17:00", "2027-04-12")).isEqualTo(at("2027-04-13T17:00"));
        assertThat(within("2027-04-13T11:20", "2027-04-12T17:00", "2027-04-12")).isEqualTo(at("2027-04-13T11:20"));
        assertThat(within("2027-04-12T11:20", "2027-04-12T17:00", "2027-04-12")).isEqualTo(at("2027-04-09T17:00"));
    }

    @Test
    void nobodyIsAskedForSomethingThatIsLateAlready() {
        assertThat(within("2027-04-05T17:00", "2027-04-05T17:00")).isEqualTo(at("2027-04-07T17:00"));
        assertThat(within("2027-04-07T10:00", "2027-04-07T17:00", "2027-04-06", "2027-04-07"))
                .isEqualTo(at("2027-04-08T17:00"));
    }

    @Property
    void noDeadlineIsLaterThanTheLastOneBefore(
            @ForAll @IntRange(max = 2_000) int hours, @ForAll @IntRange(max = 90) int on) {
        WorkingCalendar calendar =
                STANDARD.closedOn(Set.of(LocalDate.parse("2027-04-06").plusDays(on)));
        Instant time = NOW.plusSeconds(hours * 3_600L);
        Instant last = calendar.lastDeadline(time);
        assertThat(calendar.allowsDeadline(last)).isTrue();
        assertThat(last).isBeforeOrEqualTo(time);
        assertThat(calendar.plus(last, WorkingTime.of(Duration.ofSeconds(1)))).isAfter(time);
    }
}
