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

    /** Somebody better is asked instead. */
    static final StepOutcome DECLINED = new StepOutcome("DECLINED", false);

    static final StepOutcome COMPLETED = new StepOutcome("COMPLETED", null);

    /** What was asked beside the main line is needed no more. */
    static final StepOutcome CANCELLED = new StepOutcome("CANCELLED", null);

    /** A rejection that is accepted, by word or by silence. */
    static final StepOutcome REJECTION_ACCEPTED = new StepOutcome("ACCEPTED", null);

    /** Nobody answered in time, and what the table says follows. */
    static final StepOutcome LAPSED = new StepOutcome("LAPSED", null);

    static final StepOutcome APPEALED = new StepOutcome("APPEALED", null);

    /** Rejected on appeal, where no further one remains. */
    static final StepOutcome REJECTED_FOR_GOOD = new StepOutcome("REJECTED_FOR_GOOD", null);

    /** The work stops: what had been decided is rejected, and the raiser may respond. */
    static final StepOutcome OVERTURNED = new StepOutcome("OVERTURNED", null);

    /** The work stops: what had been decided is rejected, and no appeal remains. */
    static final StepOutcome REJECTION_STANDS = new StepOutcome("REJECTION_STANDS", null);

    static final StepOutcome WITHDRAWN = new StepOutcome("WITHDRAWN", null);

    static final StepOutcome MERGED = new StepOutcome("MERGED", null);

    /** The effect has failed to come again: somebody decides whether to go on. */
    static final StepOutcome FAILED_AGAIN = new StepOutcome("FAILED_AGAIN", null);

    static StepOutcome of(EffectVerdict verdict) {
        return new StepOutcome(verdict.name(), null);
    }

    static StepOutcome of(Verdict verdict, Case decided) {
        return new StepOutcome(verdict.name(), decided.ownerAccepted());
    }
}
