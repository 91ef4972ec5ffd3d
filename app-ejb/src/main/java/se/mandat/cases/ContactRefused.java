package se.mandat.cases;

import jakarta.ejb.ApplicationException;
import java.util.Map;
import se.mandat.shared.MandatException;
import se.mandat.shared.Problem;

/** Contact details are not for the caller. It undoes nothing, since the trace of the attempt must stay. */
@ApplicationException(rollback = false)
class ContactRefused extends MandatException {

    private static final long serialVersionUID = 1L;

    /** @param who the user name of somebody who may open them */
    ContactRefused(String caseNumber, String who) {
        super(Problem.NOT_YOUR_RIGHT, "problem.not-your-right.CONTACT", Map.of("case", caseNumber, "who", who));
    }
}
