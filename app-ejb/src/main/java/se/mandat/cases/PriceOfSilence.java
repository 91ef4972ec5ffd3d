package se.mandat.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import se.mandat.obligation.Awaited;
import se.mandat.obligation.ObligationKind;
import se.mandat.obligation.Obligations;

/** What a debtor's silence leads to ({@code service-levels.dmn}). */
@ApplicationScoped
class PriceOfSilence {

    /** A decision is lost by silence with its third debtor at the latest. */
    private static final int LAST_DEBTOR = 3;

    @Inject
    private Debtors debtors;

    @Inject
    private Obligations obligations;

    /** What is to be done when the time of what comes next has come. */
    DueStep due(Standing standing) {
        if (standing.next() == Awaited.REMIND) {
            return DueStep.REMIND;
        }
        if (standing.next() == Awaited.RESUME) {
            return DueStep.RESUME;
        }
        if (standing.next() == Awaited.DUE && lapses(standing)) {
            return DueStep.LAPSE;
        }
        if (above(standing).isEmpty()) {
            return DueStep.REPEAT;
        }
        return standing.next() == Awaited.DUE ? DueStep.TELL : DueStep.MOVE;
    }

    /** Who gets it; empty at the top. */
    Optional<Debtors.Debt> above(Standing standing) {
        return debtors.aboveSilent(standing);
    }

    /** Whether the right is lost at its present due time. */
    boolean lapses(Standing standing) {
        return switch (obligations.whenSilent(standing.kind(), standing.severity())) {
            case LAPSES -> true;
            case MOVES_UP_OR_LAPSES -> mayLapse(standing) && isLast(standing);
            case MOVES_UP, MOVES_UP_WITH_OWNERSHIP -> isHandover(standing);
        };
    }

    private static boolean isHandover(Standing standing) {
        return standing.kind() == ObligationKind.ACCEPT_OWNERSHIP && !standing.leading();
    }

    /** Never an appeal, nor a step that the process owner has added. */
    private static boolean mayLapse(Standing standing) {
        return standing.kind() == ObligationKind.DECIDE
                && switch (standing.concerns()) {
                    case PROPOSAL -> standing.smallAndReversible();
                    case OBJECTION, FAILED_REVIEWS -> true;
                    case APPEAL, AMENDMENT_APPEAL, STEP -> false;
                };
    }

    private boolean isLast(Standing standing) {
        return standing.debtors() >= LAST_DEBTOR
                || above(standing)
                        .filter(debt -> debt.kind() == standing.kind())
                        .isEmpty();
    }
}
