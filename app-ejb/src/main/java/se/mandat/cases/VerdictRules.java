package se.mandat.cases;

import se.mandat.obligation.DecisionConcern;
import se.mandat.shared.MandatException;

/** Which verdicts make sense for what is to be decided, and what must come with them. */
final class VerdictRules {

    private VerdictRules() {}

    /** @throws MandatException naming the field that says too much or too little */
    static void require(DecideCase.Command command, DecisionConcern concerns, Case of) {
        boolean brings = command.proposal() != null;
        switch (command.verdict()) {
            case APPROVED -> requireNothingElse(of.proposal() == null, brings);
            case AMENDED -> {
                if (of.proposal() == null) {
                    throw MandatException.invalid("verdict", "error.nothing-to-amend");
                }
                boolean mayOnlyChangeTheOwner = concerns == DecisionConcern.FAILED_REVIEWS && command.owner() != null;
                if (!brings && !mayOnlyChangeTheOwner) {
                    throw MandatException.invalid("proposal", "error.required");
                }
            }
            case REJECTED -> {
                if (brings) {
                    throw MandatException.invalid("proposal", "error.rejection-proposes-nothing");
                }
                if (command.owner() != null) {
                    throw MandatException.invalid("owner", "error.rejection-names-nobody");
                }
                if (command.contributors() != null && !command.contributors().isEmpty()) {
                    throw MandatException.invalid("contributors", "error.rejection-names-nobody");
                }
            }
        }
    }

    private static void requireNothingElse(boolean bringsFirst, boolean brings) {
        if (bringsFirst && !brings) {
            throw MandatException.invalid("proposal", "error.decision-must-propose");
        }
        if (!bringsFirst && brings) {
            throw MandatException.invalid("verdict", "error.another-proposal-amends");
        }
    }
}
