package se.mandat.mandate;

import se.mandat.shared.MandatException;
import se.mandat.shared.Problem;

/** The ledger no longer covers the cost: the mandate's answer has changed since it was shown. */
public class OverdrawnException extends MandatException {

    private static final long serialVersionUID = 1L;

    OverdrawnException() {
        super(Problem.NOT_NOW, "problem.mandate-changed");
    }
}
