package se.mandat.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import se.mandat.mandate.Mandates;
import se.mandat.mandate.Quarter;

/** Gives a ledger back what a decision within the mandate had charged. */
@ApplicationScoped
class Charges {

    @Inject
    private Mandates mandates;

    /** Gives it back unless anything has been completed for it. */
    void restore(Case of) {
        if (!of.isAnythingDone()) {
            giveBack(of);
        }
    }

    void giveBack(Case of) {
        of.charged().ifPresent(decision -> {
            mandates.giveBack(decision.by(), Quarter.of(decision.at()), decision.charged());
            of.restoreLedger(decision);
        });
    }
}
