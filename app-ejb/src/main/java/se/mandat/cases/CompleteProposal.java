package se.mandat.cases;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Set;
import se.mandat.mandate.MandateQuestion;
import se.mandat.mandate.Mandates;
import se.mandat.mandate.Route;
import se.mandat.obligation.Obligation;
import se.mandat.obligation.ObligationEvent.Cause;
import se.mandat.obligation.Obligations;
import se.mandat.organisation.Person;

/**
 * The raiser completes the proposal before anybody has decided; the mandate is asked again. When it answers that the
 * raiser may decide, completing is the decision; where the route or the units are others than before, whoever it names
 * owes the decision. Else whoever owes it goes on, also somebody to whom silence has moved it.
 */
@Stateless
public class CompleteProposal {

    /** What the mandate's answer is made of: without these it cannot be asked. */
    private static final Set<String> ASKED_BY_THE_MANDATE = Set.of("proposal", "proposal.cost", "proposal.units");

    @Inject
    private CaseDesk desk;

    @Inject
    private Cases cases;

    @Inject
    private Naming naming;

    @Inject
    private Mandates mandates;

    @Inject
    private Debtors debtors;

    @Inject
    private MoveDebt moveDebt;

    @Inject
    private OwnDecision ownDecision;

    @Inject
    private Obligations obligations;

    @Inject
    private CaseProcess process;

    /**
     * @param decision used only when the mandate answers OWN; null means the default one
     * @param expectedRoute the route that the raiser was shown; null when none was
     */
    public record Command(
            String caseNumber,
            ReadVersion read,
            @NotNull(message = "error.required") @Valid ProposalGiven proposal,
            @Valid DecisionGiven decision,
            Route expectedRoute) {}

    @RolesAllowed("employee")
    public void handle(Command command) {
        CaseDesk.Held held = desk.take(command.caseNumber(), command.read(), Right.PROPOSAL);
        desk.check(command, ASKED_BY_THE_MANDATE);
        Case of = held.theCase();
        Person raiser = held.person();
        List<String> given = command.proposal().units();
        List<String> units =
                given == null || given.isEmpty() ? of.units() : naming.units(given, raiser, "proposal.units");
        List<Naming.Contributor> contributors = naming.named(
                command.decision() == null ? null : command.decision().contributors(),
                of.involvement(),
                RaiseCase.CONTRIBUTORS);
        List<String> touched = Naming.touched(units, contributors);
        Mandates.Answer answer = mandates.ask(new MandateQuestion(
                raiser,
                of.severity(),
                true,
                command.proposal().cost(),
                command.proposal().reversible(),
                touched));
        RaiseCase.requireShown(command.expectedRoute(), answer);
        desk.check(command);
        naming.requireDays(contributors, RaiseCase.CONTRIBUTORS);
        boolean elsewhere = answer.route() != of.route() || !touched.equals(of.units());
        Obligation leading = desk.leading(of);
        of.completeProposal(
                command.proposal().proposal(),
                touched,
                raiser.username(),
                answer.route() == Route.OWN
                        ? ownDecision.unawareOf(leading, raiser, touched)
                        : Set.of(leading.debtor()));
        of.askedAgain(answer);
        if (answer.route() == Route.OWN) {
            decideNow(of, raiser, command.decision(), contributors, leading);
        } else if (elsewhere) {
            moveDebt.moveAnew(of, leading, debtors.next(MoveDebt.stepOf(of, leading), of), Cause.PROPOSAL_COMPLETED);
        } else {
            cases.publish(of);
        }
    }

    private void decideNow(
            Case of, Person raiser, DecisionGiven decision, List<Naming.Contributor> contributors, Obligation leading) {
        ownDecision.decide(of, raiser, decision, contributors);
        cases.publish(of);
        obligations.cancel(leading, Cause.PROPOSAL_COMPLETED);
        process.stepDone(of.number(), leading.processId(), StepOutcome.of(Verdict.APPROVED, of));
    }
}
