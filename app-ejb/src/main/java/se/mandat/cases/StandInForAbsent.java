package se.mandat.cases;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import se.mandat.obligation.Obligation;
import se.mandat.obligation.ObligationEvent.Cause;
import se.mandat.obligation.Obligations;

/**
 * Somebody has gone away or come back: what they owe on a case is held by whoever stands in for them, or by themself
 * again, due as it was. Who holds what follows from who is away now, so doing it again changes nothing.
 */
@Stateless
@RolesAllowed("system")
public class StandInForAbsent {

    @Inject
    private Cases cases;

    @Inject
    private Obligations obligations;

    @Inject
    private Debtors debtors;

    @Inject
    private MoveDebt moveDebt;

    @Inject
    private Presence presence;

    /** The numbers of the cases on which something is, or should be, held for somebody, in order. */
    public List<String> concerned() {
        return obligations.casesOfAbsent(presence.away());
    }

    /** The moments at which somebody begins to stand in for somebody, or no longer does. */
    public List<Instant> turns() {
        return presence.turns();
    }

    /**
     * Lets everything open on the case be held by whoever should.
     *
     * @param waiting false leaves a case that somebody else holds just now for the next time
     * @return whether the case has been seen to
     */
    public boolean handle(String caseNumber, boolean waiting) {
        Optional<Case> held = waiting ? Optional.of(cases.hold(caseNumber)) : cases.holdIfFree(caseNumber);
        held.ifPresent(of ->
                obligations.of(caseNumber).stream().filter(Obligation::isOpen).forEach(owed -> settle(owed, of)));
        return held.isPresent();
    }

    private void settle(Obligation owed, Case of) {
        Debtors.Debt debt = debtors.now(owed, of);
        if (!debt.isAsIn(owed)) {
            moveDebt.move(of, owed, debt, debt.onBehalfOf() == null ? Cause.RETURNED : Cause.ABSENT);
        }
    }
}
