package se.mandat.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import se.mandat.cases.ObligationView.Next;
import se.mandat.cases.ObligationView.Silence;
import se.mandat.obligation.Awaited;
import se.mandat.obligation.DecisionConcern;
import se.mandat.obligation.Ladder;
import se.mandat.obligation.ObligationKind;
import se.mandat.obligation.Obligations;
import se.mandat.organisation.Directory;
import se.mandat.worktime.WorkingCalendar;

/** Says what silence will cost, by the same rules by which the time comes. */
@ApplicationScoped
class WhatNext {

    @Inject
    private Directory directory;

    @Inject
    private Obligations obligations;

    @Inject
    private PriceOfSilence silence;

    Next of(Standing standing) {
        boolean told = standing.next() == Awaited.MOVE || standing.next() == Awaited.REPEAT;
        if (!told && silence.lapses(standing)) {
            return new Next(null, lapse(standing), standing.dueAt());
        }
        return silence.above(standing)
                .map(debt -> new Next(debt.debtor().username(), Silence.MOVES, movesAt(standing)))
                .orElseGet(() -> new Next(null, Silence.BROKEN, told ? standing.nextAt() : standing.dueAt()));
    }

    private static Silence lapse(Standing standing) {
        if (standing.kind() != ObligationKind.DECIDE) {
            return Silence.LAPSES;
        }
        return standing.concerns() == DecisionConcern.PROPOSAL ? Silence.STANDS : Silence.GOES_ON;
    }

    private Instant movesAt(Standing standing) {
        if (standing.next() == Awaited.MOVE || standing.next() == Awaited.REPEAT) {
            return standing.nextAt();
        }
        WorkingCalendar calendar = directory
                .now()
                .person(standing.whose())
                .map(obligations::calendarOf)
                .orElseGet(WorkingCalendar::standard);
        Instant told = standing.next() == Awaited.DUE ? standing.nextAt() : standing.dueAt();
        return calendar.plus(told, Ladder.grace(standing.severity()));
    }
}
