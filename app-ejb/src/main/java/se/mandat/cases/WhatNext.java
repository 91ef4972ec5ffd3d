package se.mandat.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.mandat.cases.ObligationView.Next;
import se.mandat.cases.ObligationView.Silence;
import se.mandat.obligation.Eligibility;
import se.mandat.obligation.Involvement;
import se.mandat.obligation.ObligationKind;
import se.mandat.obligation.Obligations;
import se.mandat.organisation.Directory;
import se.mandat.organisation.Organisation;
import se.mandat.organisation.Person;
import se.mandat.shared.Outcome;
import se.mandat.worktime.WorkingCalendar;
import se.mandat.worktime.WorkingTime;

/**
 * What silence will cost. A rejection that is not responded to stands, and a handover that is not answered leaves the
 * case with its owner. Everything else moves up: after the grace, one working day or for HARMED one working hour, the debt has moved.
 */
@ApplicationScoped
class WhatNext {

    @Inject
    private Directory directory;

    @Inject
    private Obligations obligations;

    Next of(
            ObligationKind kind,
            boolean leading,
            String debtor,
            String leadUnit,
            Instant dueAt,
            Outcome severity,
            Involvement involvement) {
        if (kind == ObligationKind.RESPOND || kind == ObligationKind.ACCEPT_OWNERSHIP && !leading) {
            return new Next(null, Silence.LAPSES, dueAt);
        }
        Organisation organisation = directory.now();
        Optional<Person> person = organisation.person(debtor);
        List<Person> above =
                new ArrayList<>(person.map(organisation::above).orElseGet(() -> organisation.line(leadUnit)));
        WorkingCalendar calendar = person.map(obligations::calendarOf).orElseGet(WorkingCalendar::standard);
        return above.stream()
                .filter(p -> Eligibility.mayHold(kind, p, involvement))
                .findFirst()
                .map(p -> new Next(p.username(), Silence.MOVES, calendar.plus(dueAt, grace(severity))))
                .orElseGet(() -> new Next(null, Silence.BROKEN, dueAt));
    }

    private static WorkingTime grace(Outcome severity) {
        return severity == Outcome.HARMED ? WorkingTime.hours(1) : WorkingTime.days(1);
    }
}
