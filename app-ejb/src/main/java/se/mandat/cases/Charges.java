package se.mandat.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import se.mandat.mandate.Mandates;
import se.mandat.mandate.Quarter;

/** Gives a ledger back what a decision within the mandate had charged, when nothing has been completed for it. */
@ApplicationScoped
class Charges {

    @Inject
    private Mandates mandates;

    void restore(Case of) {
        of.chargeToRestore().ifPresent(decision -> {
            mandates.giveBack(decision.by(), Quarter.of(decision.at()), decision.charged());
            of.restoreLedger(decision);
        });
    }
}
