package se.mandat.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import se.mandat.obligation.Obligations;

/** First rung: the time is up, and whoever is above the debtor is told that they get it after the grace. */
@ApplicationScoped
public class TellAbove {

    @Inject
    private Overdue overdue;

    @Inject
    private PriceOfSilence silence;

    @Inject
    private Obligations obligations;

    public void handle(String caseNumber, UUID obligation) {
        Overdue.Held held = overdue.held(caseNumber, obligation);
        Debtors.Debt above = silence.above(held.standing()).orElseThrow();
        obligations.tell(
                held.obligation(), held.whose(), above.debtor(), held.theCase().severity());
    }
}
