package se.mandat.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Second rung: the grace is over, and the debt moves to whoever is above; ownership moves with the action. */
@ApplicationScoped
public class MoveObligation {

    @Inject
    private Overdue overdue;

    @Inject
    private PriceOfSilence silence;

    @Inject
    private MoveDebt moveDebt;

    public void handle(String caseNumber, UUID obligation) {
        Overdue.Held held = overdue.held(caseNumber, obligation);
        moveDebt.moveUp(
                held.theCase(),
                held.obligation(),
                silence.above(held.standing()).orElseThrow());
    }
}
