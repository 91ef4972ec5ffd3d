package se.mandat.cases;

/**
 * What a finished step tells the process, so that it finds the way on.
 *
 * @param outcome the word its gateways ask for: a verdict, or that something was done
 * @param ownerAccepted whether the case's owner has accepted; null when the step says nothing about it
 */
public record StepOutcome(String outcome, Boolean ownerAccepted) {

    public static StepOutcome of(Enum<?> outcome) {
        return new StepOutcome(outcome.name(), null);
    }
}
