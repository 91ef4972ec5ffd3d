package se.mandat.cases;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.mandat.obligation.Obligation;
import se.mandat.obligation.Obligations;

/**
 * The time of what comes next for an obligation has come: its process runs, in a transaction of its own. The case is
 * held first, as by every command, and then it is asked again what is due, so that on many nodes it happens once.
 */
@Stateless
@RolesAllowed("system")
public class MeetDeadline {

    @Inject
    private Cases cases;

    @Inject
    private Obligations obligations;

    @Inject
    private PriceOfSilence silence;

    @Inject
    private CaseProcess process;

    /** What is due, the first first. */
    public List<Obligations.Due> due(Instant until, int limit) {
        return obligations.due(until, limit);
    }

    /** When the next thing is due on any case; empty when nothing is open. */
    public Optional<Instant> nextDue() {
        return obligations.nextDue();
    }

    /**
     * Lets happen what is due of it. Does nothing when nothing is, since the debtor or another node was faster.
     *
     * @param waiting false leaves a case that somebody else holds just now for the next time
     * @return whether anything has happened
     */
    public boolean handle(String caseNumber, UUID id, boolean waiting) {
        if (!waiting && !cases.isFree(caseNumber)) {
            return false;
        }
        Case of = cases.hold(caseNumber);
        Optional<Obligation> due = obligations.of(caseNumber).stream()
                .filter(o -> o.id().equals(id) && o.isOpen() && !o.nextAt().isAfter(cases.now()))
                .findFirst();
        due.ifPresent(o -> process.due(caseNumber, id, silence.due(Standing.of(o, of))));
        return due.isPresent();
    }

    /** It has failed: it is tried again later, and later still the more often it fails. */
    public void hold(String caseNumber, UUID id) {
        cases.hold(caseNumber);
        obligations.hold(id);
    }
}
