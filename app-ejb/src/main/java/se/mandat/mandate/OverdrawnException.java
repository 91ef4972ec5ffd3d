package se.mandat.mandate;

import java.util.Map;
import se.mandat.shared.MandatException;
import se.mandat.shared.Problem;

/** The ledger no longer covers the cost: the mandate's answer has changed since it was shown. */
public class OverdrawnException extends MandatException {

    private static final long serialVersionUID = 1L;

    /** @param now the route that the mandate answers since */
    OverdrawnException(Route now) {
        super(Problem.NOT_NOW, "problem.mandate-changed", Map.of("shown", Route.OWN.name(), "now", now.name()));
    }
}
