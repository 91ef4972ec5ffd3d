package se.mandat.cases;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import se.mandat.obligation.ObligationKind;
import se.mandat.obligation.Obligations;
import se.mandat.obligation.Obligations.Held;
import se.mandat.worktime.ChangedCalendars;
import se.mandat.worktime.ClosingDayChange;

/** What has failed that was to happen by itself, for those who keep the system. */
@Stateless
@RolesAllowed({"steward", "auditor"})
public class ListIncidents {

    /** As many as are listed of each kind; who has more has another problem than finding one. */
    static final int MOST = 200;

    @Inject
    private Obligations obligations;

    @Inject
    private ChangedCalendars changed;

    @Inject
    private FailedSteps steps;

    /** Those that are tried again soonest first; what the engine has given up comes last. */
    public List<Incident> list() {
        return Stream.of(
                        obligations.held(MOST).stream().map(ListIncidents::of),
                        changed.failed().stream().map(ListIncidents::of),
                        steps.list(MOST).stream())
                .flatMap(incidents -> incidents)
                .toList();
    }

    private static Incident of(Held held) {
        return new Incident(
                held.id().toString(),
                Incident.Kind.DEADLINE,
                held.caseNumber(),
                ObligationKind.valueOf(held.kind()),
                held.next(),
                held.failure(),
                held.tries(),
                held.until());
    }

    private static Incident of(ClosingDayChange change) {
        return new Incident(
                change.id().toString(),
                Incident.Kind.CLOSING_DAY,
                change.failedCase(),
                null,
                change.day().toString(),
                change.failure(),
                change.tries(),
                change.heldUntil());
    }

    public long count() {
        return obligations.countHeld() + changed.failed().size() + steps.count();
    }

    /** How many obligations are broken: overdue, with nobody above the debtor. */
    public long countBroken() {
        return obligations.countBroken();
    }
}
