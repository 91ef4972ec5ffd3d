package se.mandat.mandate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/** Asks the decision table on a person's behalf, and charges their ledger when they decide by themselves. */
@ApplicationScoped
public class Mandates {

    @Inject
    private MandateTable table;

    @Inject
    private Ledger ledger;

    @Inject
    private Clock clock;

    /** The table's answer with all that it was told. */
    public record Answer(MandateRuling ruling, MandateInputs inputs) {
        public Route route() {
            return ruling.route();
        }
    }

    /** A sum taken from a ledger, whole kronor. */
    public record Charge(long kronor, Quarter quarter) {}

    public Answer ask(MandateQuestion question) {
        MandateInputs inputs = new MandateInputs(
                question.raiser().level(),
                question.hasProposal(),
                question.cost(),
                question.reversible(),
                question.units().size(),
                question.severity(),
                ledger.of(question.raiser()).left());
        return new Answer(table.rule(inputs), inputs);
    }

    /**
     * Charges the ledger for a decision within the mandate.
     *
     * @throws OverdrawnException when somebody's other decision took what was left in the meantime
     */
    public Charge charge(MandateQuestion decided) {
        Quarter quarter = Quarter.of(clock.instant());
        long cost = decided.cost();
        if (cost > 0 && !ledger.take(decided.raiser(), quarter, cost)) {
            throw new OverdrawnException(ask(decided).route());
        }
        return new Charge(cost, quarter);
    }

    /** Gives back what was charged, to the quarter that it was charged in. */
    public void giveBack(String person, Quarter quarter, long kronor) {
        ledger.giveBack(person, quarter, kronor);
    }
}
