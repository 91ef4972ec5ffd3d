package se.mandat.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import se.mandat.obligation.Obligations;

/** Half of the time has passed, or a review has opened: the debtor is reminded. */
@ApplicationScoped
public class RemindObligation {

    @Inject
    private Overdue overdue;

    @Inject
    private Obligations obligations;

    public void handle(String caseNumber, UUID obligation) {
        Overdue.Held held = overdue.held(caseNumber, obligation);
        obligations.remind(held.obligation(), held.whose());
    }
}
