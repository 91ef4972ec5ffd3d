package se.mandat.obligation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import se.mandat.obligation.ObligationEvent.Cause;
import se.mandat.shared.Outcome;
import se.mandat.worktime.WorkingCalendar;
import se.mandat.worktime.WorkingTime;

class LadderTest {

    private static final WorkingCalendar CALENDAR = WorkingCalendar.standard();

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(WorkingCalendar.ZONE).toInstant();
    }

    private static Reckoning set(String local) {
        return Reckoning.set(at(local), at(local));
    }

    private static Obligation owed(ObligationKind kind, Instant now, Instant opensAt, Instant due) {
        Instant from = opensAt == null ? now : opensAt;
        Instant remind = opensAt == null ? CALENDAR.halfWay(from, due) : opensAt;
        Obligation owed = new Obligation(
                new UUID(0, 1),
                new Obligations.Opening(
                        "M-2027-0001",
                        kind,
                        null,
                        kind == ObligationKind.DECIDE ? DecisionConcern.PROPOSAL : null,
                        null,
                        Outcome.HARMED,
                        null,
                        null,
                        new UUID(0, 2)),
                "karin",
                now,
                new Obligation.Times(
                        opensAt,
                        due,
                        kind == ObligationKind.ACT ? due : null,
                        remind,
                        Reckoning.set(due, from),
                        WorkingTime.of(CALENDAR.between(from, due))));
        owed.takeEvents();
        return owed;
    }

    @Test
    void whatIsOpenedAwaitsItsReminderAndThenItsDueTime() {
        Obligation owed = owed(ObligationKind.DECIDE, at("2027-03-25T16:30"), null, at("2027-03-30T11:30"));
        assertThat(owed.next()).isEqualTo(Awaited.REMIND);
        assertThat(owed.nextAt()).isEqualTo(at("2027-03-30T09:30"));
        long version = owed.version();

        owed.remind(null);

        assertThat(owed.next()).isEqualTo(Awaited.DUE);
        assertThat(owed.nextAt()).isEqualTo(owed.dueAt());
        assertThat(owed.version()).isEqualTo(version);
    }

    @Test
    void nobodyIsRemindedTwiceNorToldTwice() {
        Obligation owed = owed(ObligationKind.DECIDE, at("2027-03-25T16:30"), null, at("2027-03-30T11:30"));
        owed.remind(null);
        assertThatThrownBy(() -> owed.remind(null)).isInstanceOf(IllegalStateException.class);
        owed.tell("per", at("2027-03-30T12:30"));
        assertThatThrownBy(() -> owed.tell("per", at("2027-03-30T12:30"))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theMoveIsARungATransferAndANewTimeOfTheirOwn() {
        Obligation owed = owed(ObligationKind.DECIDE, at("2027-03-25T16:30"), null, at("2027-03-30T11:30"));
        owed.remind(null);
        owed.tell("per", at("2027-03-30T12:30"));
        owed.takeEvents();

        owed.moveUp("per", set("2027-03-30T16:30"), at("2027-03-30T16:30"), at("2027-03-30T14:30"));

        assertThat(owed.takeEvents())
                .extracting(ObligationEvent::type)
                .containsExactly("obligation.escalated.v1", "obligation.transferred.v1", "obligation.rescheduled.v1");
        assertThat(owed.debtor()).isEqualTo("per");
        assertThat(owed.debtors()).isEqualTo(2);
        assertThat(owed.rung()).isEqualTo(2);
        assertThat(owed.next()).isEqualTo(Awaited.REMIND);
        assertThat(owed.nextAt()).isEqualTo(at("2027-03-30T14:30"));
    }

    @Test
    void whoTakesOverForAnotherReasonTakesNobodysTurn() {
        Obligation owed = owed(ObligationKind.DECIDE, at("2027-03-25T16:30"), null, at("2027-03-30T11:30"));
        owed.transfer("per", Cause.LEFT);
        assertThat(owed.debtors()).isEqualTo(1);
        assertThat(owed.next()).isEqualTo(Awaited.REMIND);
    }

    @Test
    void whoeverIsAboveANewDebtorIsToldAsOfSomethingDueNowAndWhatIsOverdueStaysSo() {
        Obligation owed = owed(ObligationKind.ACT, at("2027-04-05T08:00"), null, at("2027-04-09T17:00"));
        owed.remind(null);
        owed.tell("gun", at("2027-04-12T17:00"));
        Instant now = at("2027-04-12T10:00");
        owed.transfer("lina", Cause.HANDED_OVER);
        owed.tellAnew(now);

        assertThat(owed.next()).isEqualTo(Awaited.DUE);
        assertThat(owed.nextAt()).isEqualTo(now);
        assertThat(owed.dueAt()).isEqualTo(at("2027-04-09T17:00"));
        assertThat(owed.isOverdue(now)).isTrue();
        assertThat(owed.mayBePaused()).isFalse();
        owed.recompute(
                CALENDAR.closedOn(Set.of(LocalDate.parse("2027-04-14"))),
                null,
                null,
                Ladder.grace(Outcome.DETOUR),
                now);
        assertThat(owed.nextAt()).isEqualTo(now);

        owed.takeEvents();
        owed.tell("ola", at("2027-04-13T10:00"));
        assertThat(owed.rung()).isEqualTo(2);
        assertThat(owed.takeEvents())
                .singleElement()
                .isInstanceOfSatisfying(ObligationEvent.Escalated.class, escalated -> assertThat(escalated.plannedAt())
                        .isEqualTo(now));
    }

    @Test
    void theCeilingOfAnActionFollowsTheTimeThatComesWithTheMove() {
        Obligation owed = owed(ObligationKind.ACT, at("2027-04-05T08:00"), null, at("2027-04-09T17:00"));
        owed.remind(null);
        owed.tell("gun", at("2027-04-12T17:00"));
        owed.moveUp("gun", set("2027-04-19T17:00"), at("2027-04-19T17:00"), at("2027-04-15T12:30"));
        assertThat(owed.ceilingAt()).isEqualTo(at("2027-04-19T17:00"));
    }

    @Test
    void whatIsBrokenStaysAndIsToldOfAgain() {
        Obligation owed = owed(ObligationKind.ACT, at("2027-04-05T08:00"), null, at("2027-04-09T17:00"));
        owed.remind(null);
        owed.takeEvents();
        for (Instant again : List.of(at("2027-04-16T17:00"), at("2027-04-23T17:00"))) {
            owed.breakOpen(owed.nextAt(), again);
            assertThat(owed.next()).isEqualTo(Awaited.REPEAT);
            assertThat(owed.nextAt()).isEqualTo(again);
        }
        assertThat(owed.takeEvents())
                .extracting(ObligationEvent::type)
                .containsExactly("obligation.escalated.v1", "obligation.told-again.v1");
        assertThat(owed.rung()).isOne();
        assertThat(owed.isOpen()).isTrue();
    }

    @Test
    void whatIsBrokenIsToldOfAgainAfterFiveWorkingDaysOfTheCalendarAsItIs() {
        Obligation owed = owed(ObligationKind.ACT, at("2027-04-05T08:00"), null, at("2027-04-09T17:00"));
        owed.remind(null);
        owed.breakOpen(at("2027-04-09T17:00"), at("2027-04-16T17:00"));
        WorkingCalendar closed = CALENDAR.closedOn(Set.of(LocalDate.parse("2027-04-14")));
        Instant now = at("2027-04-12T09:00");

        owed.recompute(closed, null, null, Ladder.grace(Outcome.DETOUR), now);
        assertThat(owed.nextAt()).isEqualTo(at("2027-04-19T17:00"));
        owed.recompute(closed, null, null, Ladder.grace(Outcome.DETOUR), now);
        assertThat(owed.nextAt()).isEqualTo(at("2027-04-19T17:00"));
        owed.recompute(CALENDAR, null, null, Ladder.grace(Outcome.DETOUR), now);
        assertThat(owed.nextAt()).isEqualTo(at("2027-04-16T17:00"));
        assertThat(owed.next()).isEqualTo(Awaited.REPEAT);
    }

    @Test
    void whatIsToldOfAgainSoonerForAReopenedDayIsNotToldOfTheSameDay() {
        Obligation owed = owed(ObligationKind.ACT, at("2027-04-05T08:00"), null, at("2027-04-09T17:00"));
        owed.remind(null);
        owed.breakOpen(at("2027-04-09T17:00"), at("2027-04-19T17:00"));
        owed.recompute(CALENDAR, null, null, Ladder.grace(Outcome.DETOUR), at("2027-04-16T16:30"));
        assertThat(owed.nextAt()).isEqualTo(at("2027-04-19T17:00"));
    }

    @Test
    void aNewDueTimeStartsTheLadderAnewAndAnEndEndsIt() {
        Obligation owed = owed(ObligationKind.ACT, at("2027-04-05T08:00"), null, at("2027-04-30T17:00"));
        owed.remind(null);
        owed.reschedule(set("2027-04-20T17:00"), at("2027-04-20T17:00"), at("2027-04-13T12:30"));
        assertThat(owed.nextAt()).isEqualTo(at("2027-04-13T12:30"));
        owed.fulfil(at("2027-04-07T08:00"));
        assertThat(owed.next()).isNull();
        assertThat(owed.nextAt()).isNull();
    }

    @Property
    void noRungFallsOutsideWorkingTime(
            @ForAll @LongRange(min = 1_750_000_000L, max = 1_900_000_000L) long second, @ForAll Outcome severity) {
        Instant due = CALENDAR.plus(Instant.ofEpochSecond(second), WorkingTime.hours(4));
        Instant moves = CALENDAR.plus(due, Ladder.grace(severity));
        Instant again = CALENDAR.plus(due, Ladder.BETWEEN_REPEATS);

        assertThat(List.of(due, moves, again)).allMatch(CALENDAR::allowsDeadline);
        assertThat(moves).isAfter(due);
        assertThat(CALENDAR.between(due, again)).isEqualTo(WorkingTime.days(5).duration());
    }
}
