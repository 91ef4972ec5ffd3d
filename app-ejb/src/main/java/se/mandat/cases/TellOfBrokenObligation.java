package se.mandat.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import se.mandat.obligation.Obligations;

/** Nobody is above the debtor: it is on the list of broken obligations, and told of every fifth working day. */
@ApplicationScoped
public class TellOfBrokenObligation {

    @Inject
    private Overdue overdue;

    @Inject
    private Obligations obligations;

    public void handle(String caseNumber, UUID obligation) {
        Overdue.Held held = overdue.held(caseNumber, obligation);
        obligations.breakOpen(held.obligation(), held.whose());
    }
}
