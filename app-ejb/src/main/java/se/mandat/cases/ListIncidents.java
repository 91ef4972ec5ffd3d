package se.mandat.cases;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import se.mandat.obligation.ObligationKind;
import se.mandat.obligation.Obligations;

/** What has failed that was to happen by itself, for those who keep the system. */
@Stateless
@RolesAllowed({"steward", "auditor"})
public class ListIncidents {

    /** As many as are listed of each kind; who has more has another problem than finding one. */
    static final int MOST = 200;

    @Inject
    private Obligations obligations;

    @Inject
    private FailedSteps steps;

    /** Those that are tried again soonest first; what the engine has given up comes last. */
    public List<Incident> list() {
        return Stream.concat(
                        obligations.held(MOST).stream()
                                .map(held -> new Incident(
                                        held.id().toString(),
                                        Incident.Kind.DEADLINE,
                                        held.caseNumber(),
                                        ObligationKind.valueOf(held.kind()),
                                        held.next(),
                                        held.failure(),
                                        held.tries(),
                                        held.until())),
                        steps.list(MOST).stream())
                .toList();
    }

    public long count() {
        return obligations.countHeld() + steps.count();
    }

    /** How many obligations are broken: overdue, with nobody above the debtor. */
    public long countBroken() {
        return obligations.countBroken();
    }
}
