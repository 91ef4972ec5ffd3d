package se.mandat.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;
import se.mandat.obligation.DecisionConcern;
import se.mandat.obligation.Obligation;
import se.mandat.obligation.ObligationEvent.Cause;
import se.mandat.obligation.Obligations;

/**
 * Silence has had its price ({@link PriceOfSilence}): a rejection stands, a handover is given back, a proposal stands, or
 * the work goes on. Nobody has decided it, so nobody's ledger is charged.
 */
@ApplicationScoped
public class LapseObligation {

    @Inject
    private Overdue overdue;

    @Inject
    private Cases cases;

    @Inject
    private Obligations obligations;

    @Inject
    private Naming naming;

    @Inject
    private Beside beside;

    @Inject
    private CaseProcess process;

    public void handle(String caseNumber, UUID obligation) {
        Overdue.Held held = overdue.held(caseNumber, obligation);
        switch (held.obligation().kind()) {
            case RESPOND -> letTheRejectionStand(held);
            case ACCEPT_OWNERSHIP -> giveBack(held);
            case DECIDE -> letItStand(held);
            case APPOINT, ACT, CONTRIBUTE, REVIEW_EFFECT, ANSWER ->
                throw new IllegalStateException(held.obligation().kind() + " does not lapse");
        }
    }

    private void letTheRejectionStand(Overdue.Held held) {
        Case of = held.theCase();
        of.acceptRejection(null, true);
        cases.publish(of);
        beside.endAll(of, Cause.CLOSED);
        lapse(held, StepOutcome.LAPSED);
    }

    private void giveBack(Overdue.Held held) {
        held.theCase().declineHandover(held.obligation().matter(), null, null, null, true);
        lapse(held, StepOutcome.LAPSED);
    }

    private void letItStand(Overdue.Held held) {
        Case of = held.theCase();
        Obligation owed = held.obligation();
        DecisionConcern concerns = owed.concerns();
        Set<String> told = ToldOfDecision.of(of, concerns, owed.matter(), Verdict.APPROVED, null);
        told.add(owed.debtor());
        of.decide(new DecidingEvent.Decided(
                of.number(),
                concerns,
                owed.matter(),
                Verdict.APPROVED,
                of.route(),
                null,
                null,
                concerns == DecisionConcern.PROPOSAL
                        ? naming.owner(null, of.leadUnit(), of.involvement(), "owner")
                                .username()
                        : null,
                null,
                null,
                null,
                of.units(),
                0,
                null,
                told));
        if (concerns == DecisionConcern.FAILED_REVIEWS) {
            of.startRound();
        }
        lapse(held, owed.leading() ? StepOutcome.of(Verdict.APPROVED, of) : StepOutcome.LAPSED);
        beside.startContributions(of);
    }

    private void lapse(Overdue.Held held, StepOutcome outcome) {
        cases.publish(held.theCase());
        obligations.lapse(held.obligation());
        process.stepDone(held.theCase().number(), held.obligation().processId(), outcome);
    }
}
