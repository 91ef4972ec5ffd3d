package se.mandat.engine;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import se.mandat.mandate.LedgerLimits;
import se.mandat.organisation.Level;

/** {@code ledger-limits.dmn}. */
@ApplicationScoped
public class DmnLedgerLimits implements LedgerLimits {

    @Inject
    Engine engine;

    @Override
    public long of(Level level) {
        Long limit =
                engine.table("ledger-limits").ask(Map.of("level", level.name())).getEntry("limit");
        return limit;
    }
}
