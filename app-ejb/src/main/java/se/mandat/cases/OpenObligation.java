package se.mandat.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import se.mandat.obligation.Obligation;
import se.mandat.obligation.ObligationKind;
import se.mandat.obligation.Obligations;
import se.mandat.obligation.Obligations.Opening;

/** The process has reached a step: somebody owes it from now on. Runs within whatever brought the process there. */
@ApplicationScoped
public class OpenObligation {

    @Inject
    private Cases cases;

    @Inject
    private Debtors debtors;

    @Inject
    private Obligations obligations;

    /**
     * Opens what the step asks for, or APPOINT where nobody may hold that.
     *
     * @param matter the id of what an obligation beside the main line is about; null on the main line
     * @param owedBy the role, or the path of the unit, that a process owner's own step names; null in every other step
     * @param obligationProcess the process instance that waits for its end
     * @return the obligation's id
     */
    public UUID handle(String caseNumber, ObligationKind kind, UUID matter, String owedBy, UUID obligationProcess) {
        Case of = cases.held(caseNumber);
        Debtors.Debt debt = debtors.next(kind, of);
        return open(of, kind, debt, obligationProcess).id();
    }

    Obligation open(Case of, ObligationKind step, Debtors.Debt debt, UUID obligationProcess) {
        boolean appoint = debt.kind() == ObligationKind.APPOINT;
        if (!appoint) {
            moveOwnershipWith(step, debt, of);
        }
        of.ledBy(step);
        cases.publish(of);
        return obligations.open(
                new Opening(
                        of.number(),
                        debt.kind(),
                        appoint ? step : null,
                        true,
                        of.severity(),
                        debt.kind() == ObligationKind.REVIEW_EFFECT ? of.reviewFrom() : null,
                        obligationProcess),
                debt.debtor(),
                of.involvement());
    }

    /** Whoever owes ACT owns the case; whoever owes ACCEPT_OWNERSHIP is asked to. */
    static void moveOwnershipWith(ObligationKind step, Debtors.Debt debt, Case of) {
        if (step == ObligationKind.ACT) {
            of.moveOwnership(debt.debtor().username(), true);
        } else if (step == ObligationKind.ACCEPT_OWNERSHIP) {
            of.moveOwnership(debt.debtor().username(), false);
        }
    }
}
