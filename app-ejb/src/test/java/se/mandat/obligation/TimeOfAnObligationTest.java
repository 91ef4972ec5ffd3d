package se.mandat.obligation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.mandat.obligation.ObligationEvent.Cause;
import se.mandat.shared.Outcome;
import se.mandat.worktime.WorkingCalendar;
import se.mandat.worktime.WorkingTime;

class TimeOfAnObligationTest {

    private static final WorkingCalendar CALENDAR = WorkingCalendar.standard();
    private static final Instant NOW = at("2027-04-05T08:00");

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(WorkingCalendar.ZONE).toInstant();
    }

    private static Obligation owed(ObligationKind kind, WorkingTime level) {
        Instant due = CALENDAR.plus(NOW, level);
        Obligation owed = new Obligation(
                new UUID(0, 1),
                new Obligations.Opening(
                        "M-2027-0001",
                        kind,
                        null,
                        kind == ObligationKind.DECIDE ? DecisionConcern.PROPOSAL : null,
                        null,
                        Outcome.DETOUR,
                        null,
                        null,
                        new UUID(0, 2)),
                "hugo",
                NOW,
                new Obligation.Times(
                        null,
                        due,
                        kind == ObligationKind.ACT ? due : null,
                        CALENDAR.halfWay(NOW, due),
                        Reckoning.counted(NOW, level),
                        level));
        owed.takeEvents();
        return owed;
    }

    private static Obligation action() {
        return owed(ObligationKind.ACT, WorkingTime.days(4));
    }

    private static Extension question(Obligation owed, String dueAt) {
        return new Extension(UUID.randomUUID(), owed.id(), owed.debtor(), NOW, at(dueAt), "Sjuk");
    }

    @Test
    void aQuestionWaitsAndStopsNoClock() {
        Obligation owed = action();
        Extension question = question(owed, "2027-04-12T17:00");
        owed.ask(question, "gun");
        assertThat(owed.extension()).isEqualTo(question.id());
        assertThat(owed.dueAt()).isEqualTo(at("2027-04-08T17:00"));
        assertThat(owed.next()).isEqualTo(Awaited.REMIND);
        assertThatThrownBy(() -> owed.ask(question, "gun")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void moreTimeMovesTheDueTimeTheCeilingAndTheReminder() {
        Obligation owed = action();
        owed.remind(null);
        owed.ask(question(owed, "2027-04-12T17:00"), "gun");
        owed.extend(at("2027-04-12T17:00"), at("2027-04-09T12:30"), null, at("2027-04-07T08:00"));
        assertThat(owed.dueAt()).isEqualTo(at("2027-04-12T17:00"));
        assertThat(owed.ceilingAt()).isEqualTo(owed.dueAt());
        assertThat(owed.next()).isEqualTo(Awaited.REMIND);
        assertThat(owed.nextAt()).isEqualTo(at("2027-04-09T12:30"));
        assertThat(owed.extension()).isNull();
    }

    @Test
    void aCeilingThatIsLaterStays() {
        Obligation owed = action();
        owed.reschedule(Reckoning.set(at("2027-04-06T17:00"), NOW), at("2027-04-06T17:00"), at("2027-04-05T17:00"));
        owed.ask(question(owed, "2027-04-07T17:00"), "gun");
        owed.extend(at("2027-04-07T17:00"), at("2027-04-06T12:00"), null, NOW);
        assertThat(owed.ceilingAt()).isEqualTo(at("2027-04-08T17:00"));
    }

    @Test
    void moreTimeIsGivenTwice() {
        Obligation owed = action();
        for (String due : new String[] {"2027-04-09T17:00", "2027-04-12T17:00"}) {
            owed.ask(question(owed, due), "gun");
            owed.refuseExtension("Nej");
            owed.ask(question(owed, due), "gun");
            owed.extend(at(due), at("2027-04-07T08:00"), null, NOW);
        }
        assertThat(owed.mayBeExtended()).isFalse();
        assertThatThrownBy(() -> owed.ask(question(owed, "2027-04-13T17:00"), "gun"))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aQuestionThatWaitsDiesWhenTheDebtEndsOrMoves() {
        Obligation moved = action();
        moved.ask(question(moved, "2027-04-12T17:00"), "gun");
        moved.takeEvents();
        moved.transfer("lina", Cause.LEFT);
        assertThat(moved.takeEvents())
                .extracting(ObligationEvent::type)
                .containsExactly("obligation.extension-dropped.v1", "obligation.transferred.v1");
        assertThat(moved.extension()).isNull();

        Obligation ended = action();
        ended.ask(question(ended, "2027-04-12T17:00"), "gun");
        ended.takeEvents();
        ended.fulfil(NOW);
        assertThat(ended.takeEvents())
                .extracting(ObligationEvent::type)
                .containsExactly("obligation.extension-dropped.v1", "obligation.fulfilled.v1");
    }

    @Test
    void aPauseKeepsTheWorkingTimeThatIsLeft() {
        Obligation owed = action();
        Instant now = at("2027-04-06T12:00");
        owed.pause(LocalDate.parse("2027-04-14"), null, "Länsstyrelsen", CALENDAR, now);
        assertThat(owed.isPaused()).isTrue();
        assertThat(owed.next()).isEqualTo(Awaited.RESUME);
        assertThat(owed.nextAt()).isEqualTo(at("2027-04-14T17:00"));
        assertThat(owed.isOverdue(at("2027-05-14T17:00"))).isFalse();

        owed.resume(owed.nextAt(), CALENDAR);

        assertThat(owed.isPaused()).isFalse();
        // five hours of Tuesday and two days
        assertThat(owed.dueAt()).isEqualTo(at("2027-04-19T13:00"));
        assertThat(owed.ceilingAt()).isEqualTo(owed.dueAt());
        // half-way was five hours away
        assertThat(owed.next()).isEqualTo(Awaited.REMIND);
        assertThat(owed.nextAt()).isEqualTo(at("2027-04-15T13:00"));
    }

    @Test
    void whoWasRemindedBeforeThePauseIsNotRemindedAgain() {
        Obligation owed = action();
        owed.remind(null);
        owed.pause(LocalDate.parse("2027-04-14"), null, "Länsstyrelsen", CALENDAR, at("2027-04-07T12:00"));
        owed.resume(at("2027-04-13T08:00"), CALENDAR);
        assertThat(owed.next()).isEqualTo(Awaited.DUE);
        assertThat(owed.nextAt()).isEqualTo(at("2027-04-14T13:00"));
    }

    @Test
    void whatIsSetAnewWhilePausedIsRemindedOfAtHalfOfTheTimeThatIsLeftThen() {
        Obligation owed = action();
        owed.remind(null);
        owed.pause(LocalDate.parse("2027-04-14"), null, "Länsstyrelsen", CALENDAR, at("2027-04-07T12:00"));
        WorkingTime hours = WorkingTime.hours(8);
        Instant due = CALENDAR.plus(owed.nextAt(), hours);
        assertThat(due).isBefore(owed.dueAt());
        owed.reschedule(Reckoning.counted(owed.nextAt(), hours), due, CALENDAR.halfWay(owed.nextAt(), due));

        owed.resume(owed.nextAt(), CALENDAR);

        assertThat(owed.dueAt()).isEqualTo(at("2027-04-15T16:00"));
        assertThat(owed.next()).isEqualTo(Awaited.REMIND);
        assertThat(owed.nextAt()).isEqualTo(at("2027-04-15T12:00"));
    }

    @Test
    void whatMayNotBePausedIsNot() {
        LocalDate until = LocalDate.parse("2027-04-14");
        Obligation decision = owed(ObligationKind.DECIDE, WorkingTime.days(3));
        assertThatThrownBy(() -> decision.pause(until, null, "Nej", CALENDAR, NOW))
                .isInstanceOf(IllegalStateException.class);
        Obligation late = action();
        late.remind(null);
        late.tell("gun", at("2027-04-09T17:00"));
        assertThat(late.mayBePaused()).isFalse();
        Obligation asked = action();
        asked.ask(question(asked, "2027-04-12T17:00"), "gun");
        assertThat(asked.mayBePaused()).isFalse();
        Obligation paused = action();
        for (int i = 0; i < 2; i++) {
            paused.pause(until, null, "Vänta", CALENDAR, NOW);
            assertThat(paused.mayBePaused()).isFalse();
            paused.resume(NOW, CALENDAR);
        }
        assertThat(paused.mayBePaused()).isFalse();
        assertThat(paused.dueAt()).isEqualTo(at("2027-04-08T17:00"));
    }

    @Test
    void aContributionIsNeverDueAfterTheAction() {
        Obligation owed = owed(ObligationKind.CONTRIBUTE, WorkingTime.days(4));
        owed.pause(LocalDate.parse("2027-04-14"), at("2027-04-15T12:00"), "Vänta", CALENDAR, NOW);
        assertThat(owed.dueAt()).isEqualTo(at("2027-04-15T12:00"));
        owed.resume(owed.nextAt(), CALENDAR);
        assertThat(owed.dueAt()).isEqualTo(at("2027-04-15T12:00"));
    }

    @Test
    void aContributionThatAClosingDayHoldsBackKeepsToAnOpenDayThoughTheActionIsDueThen() {
        Obligation owed = owed(ObligationKind.CONTRIBUTE, WorkingTime.days(2));
        WorkingCalendar closed = CALENDAR.closedOn(Set.of(LocalDate.parse("2027-04-06")));
        Instant actionDue = at("2027-04-06T17:00");
        owed.recompute(closed, closed.lastDeadline(actionDue), null, Ladder.grace(Outcome.DETOUR), NOW);
        assertThat(closed.allowsDeadline(owed.dueAt())).isTrue();
        assertThat(owed.dueAt()).isEqualTo(at("2027-04-07T17:00"));
    }

    private static final WorkingCalendar CLOSED = CALENDAR.closedOn(Set.of(LocalDate.parse("2027-04-08")));

    @Test
    void whatMovesToAUnitThatIsClosedWhenItIsDueIsDueWhenThatIsOpen() {
        Obligation owed = action();
        owed.remind(null);
        owed.takeEvents();
        owed.transfer("lina", Cause.HANDED_OVER);
        owed.countIn(CLOSED, null, NOW);

        assertThat(owed.takeEvents())
                .extracting(ObligationEvent::type)
                .containsExactly("obligation.transferred.v1", "obligation.rescheduled.v1");
        assertThat(owed.dueAt()).isEqualTo(at("2027-04-09T17:00"));
        assertThat(owed.ceilingAt()).isEqualTo(owed.dueAt());
        // who has it has been told so, and nobody is reminded twice
        assertThat(owed.next()).isEqualTo(Awaited.DUE);
        assertThat(owed.nextAt()).isEqualTo(owed.dueAt());
    }

    @Test
    void aReminderThatWaitsWaitsOnWhenTheDebtMovesToAUnitThatIsClosedThen() {
        Obligation owed = action();
        Instant remindAt = owed.remindAt();
        owed.transfer("lina", Cause.HANDED_OVER);
        owed.countIn(CLOSED, null, NOW);
        assertThat(owed.next()).isEqualTo(Awaited.REMIND);
        assertThat(owed.nextAt()).isEqualTo(remindAt);
    }

    @Test
    void aContributionThatMovesToAUnitThatIsClosedThenIsDueBeforeThatAndNotAfterTheAction() {
        Obligation owed = owed(ObligationKind.CONTRIBUTE, WorkingTime.days(4));
        owed.transfer("lina", Cause.DECLINED);
        owed.countIn(CLOSED, owed.dueAt(), NOW);
        assertThat(owed.dueAt()).isEqualTo(at("2027-04-07T17:00"));
    }

    @Test
    void whatIsOverdueStaysOverdueSinceWhenItWas() {
        Obligation owed = action();
        owed.remind(null);
        owed.tell("gun", at("2027-04-09T17:00"));
        owed.transfer("lina", Cause.HANDED_OVER);
        owed.countIn(CLOSED, null, at("2027-04-09T09:00"));
        assertThat(owed.dueAt()).isEqualTo(at("2027-04-08T17:00"));
        assertThat(owed.next()).isEqualTo(Awaited.MOVE);
    }

    @Test
    void whatIsPausedGoesOnWhenTheUnitOfWhoeverHasItThenIsOpen() {
        Obligation owed = action();
        owed.pause(LocalDate.parse("2027-04-08"), null, "Vänta", CALENDAR, NOW);
        assertThat(owed.dueAt()).isEqualTo(at("2027-04-14T17:00"));
        owed.transfer("lina", Cause.HANDED_OVER);
        owed.countIn(CLOSED, null, NOW);
        assertThat(owed.next()).isEqualTo(Awaited.RESUME);
        assertThat(owed.nextAt()).isEqualTo(at("2027-04-09T17:00"));
        assertThat(owed.dueAt()).isEqualTo(at("2027-04-15T17:00"));
        owed.resume(owed.nextAt(), CLOSED);
        assertThat(owed.dueAt()).isEqualTo(at("2027-04-15T17:00"));
    }

    @Test
    void whatEndsWhilePausedHasEnded() {
        Obligation owed = action();
        owed.pause(LocalDate.parse("2027-04-14"), null, "Vänta", CALENDAR, NOW);
        owed.fulfil(at("2027-04-07T12:00"));
        assertThat(owed.isPaused()).isFalse();
        assertThat(owed.state()).isEqualTo(ObligationState.FULFILLED);
    }
}
