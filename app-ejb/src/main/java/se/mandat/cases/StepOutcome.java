package se.mandat.cases;

/**
 * What a finished step tells the process, so that it finds the way on.
 *
 * @param outcome the word its gateways ask for: a verdict, or that something was done
 * @param ownerAccepted whether the case's owner has accepted; null when the step says nothing about it
 */
public record StepOutcome(String outcome, Boolean ownerAccepted) {

    /** Somebody was appointed: the step opens again, for that person. */
    public static final StepOutcome APPOINTED = new StepOutcome("APPOINTED", null);

    static final StepOutcome ACCEPTED = new StepOutcome("ACCEPTED", true);

    static final StepOutcome COMPLETED = new StepOutcome("COMPLETED", null);

    static StepOutcome of(EffectVerdict verdict) {
        return new StepOutcome(verdict.name(), null);
    }
}
