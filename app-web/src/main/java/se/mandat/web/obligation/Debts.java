package se.mandat.web.obligation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import se.mandat.cases.ObligationView;
import se.mandat.web.platform.Names;
import se.mandat.web.platform.Spoken;

/** Writes obligations out as lists show them. */
@ApplicationScoped
public class Debts {

    @Inject
    private WorkingTimeLeft workingTimeLeft;

    @Inject
    private Names names;

    /** What an obligation is, and the name of whoever holds it: with the unit where they work, and whether they are away. */
    public UnitDebtsView.Owed owed(ObligationView o, Spoken t) {
        String who = names.personOf(o.debtor());
        return new UnitDebtsView.Owed(o.absent() ? t.say("debt.absent", "who", who) : who, of(o, t));
    }

    TodoView.Debt of(ObligationView o, Spoken t) {
        return new TodoView.Debt(
                o.caseNumber(),
                o.kind().name(),
                WhatIsOwed.in(o),
                o.customerWords(),
                o.goal(),
                names.personOf(o.raisedBy()),
                o.severity().name(),
                o.opensAt(),
                o.dueAt(),
                workingTimeLeft.of(o, t.now()),
                names.person(o.onBehalfOf()),
                o.next() == null ? null : names.person(o.next().who()),
                o.next() == null ? null : o.next().at(),
                o.pausedUntil());
    }
}
