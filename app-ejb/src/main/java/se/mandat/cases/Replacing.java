package se.mandat.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.mandat.mandate.MandateQuestion;
import se.mandat.mandate.Mandates;
import se.mandat.mandate.Route;
import se.mandat.obligation.DecisionConcern;
import se.mandat.organisation.Directory;
import se.mandat.organisation.Person;
import se.mandat.shared.MandatException;
import se.mandat.shared.Problem;

/** What a decision puts in the place of the proposal, if it may: the mandate is asked again for what is new. */
@ApplicationScoped
class Replacing {

    @Inject
    private Naming naming;

    @Inject
    private Mandates mandates;

    @Inject
    private Debtors debtors;

    @Inject
    private Directory directory;

    /** @param proposal null when the present one stands */
    record Proposed(Proposal proposal, List<String> units) {}

    /** @throws MandatException when what is proposed is somebody else's to decide, who is named */
    Proposed by(
            DecideCase.Command command,
            DecisionConcern concerns,
            List<Naming.Contributor> contributors,
            CaseDesk.Held held) {
        Case of = held.theCase();
        if (command.proposal() == null) {
            return upheldAppeal(command.verdict(), concerns, of)
                    .orElseGet(() -> new Proposed(null, Naming.touched(of.units(), contributors)));
        }
        List<String> units = Naming.touched(unitsOf(command.proposal(), of), contributors);
        askAgain(command.proposal(), units, held);
        return new Proposed(command.proposal().proposal(), units);
    }

    /** Who appeals an amendment and is right, gets back what was proposed at first. */
    private static Optional<Proposed> upheldAppeal(Verdict verdict, DecisionConcern concerns, Case of) {
        if (concerns != DecisionConcern.AMENDMENT_APPEAL || verdict != Verdict.APPROVED) {
            return Optional.empty();
        }
        return of.appealedAmendment()
                .filter(amended -> amended.replaced() != null)
                .map(amended -> new Proposed(amended.replaced(), amended.replacedUnits()));
    }

    /** Left out, the case goes on touching what it touched. */
    private List<String> unitsOf(ProposalGiven proposal, Case of) {
        return proposal.units() == null || proposal.units().isEmpty()
                ? of.units()
                : naming.units(proposal.units(), raiser(of), "proposal.units");
    }

    private void askAgain(ProposalGiven proposal, List<String> units, CaseDesk.Held held) {
        Case of = held.theCase();
        Mandates.Answer answer = mandates.ask(
                new MandateQuestion(raiser(of), of.severity(), true, proposal.cost(), proposal.reversible(), units));
        if (!mayDecide(held.whose(), answer.route(), units, of)) {
            throw new MandatException(
                    Problem.NOT_NOW,
                    "problem.beyond-your-route",
                    Map.of("route", answer.route().name()));
        }
        of.askedAgain(answer);
    }

    /**
     * An answer OWN stays with the decider, and so does MANAGER of the same unit, also where the decision has come from
     * below. Of everything else the answer's decider must be this one; a common manager or the executive may also be the
     * one from whom the decision has come.
     */
    private boolean mayDecide(Person decider, Route route, List<String> units, Case of) {
        if (route == Route.OWN || route == Route.MANAGER && units.getFirst().equals(of.leadUnit())) {
            return true;
        }
        Optional<Person> answered = debtors.decider(route, units, of.involvement());
        return answered.filter(decider::equals).isPresent()
                || route != Route.MANAGER && answered.equals(debtors.decider(of.route(), of.units(), of.involvement()));
    }

    private Person raiser(Case of) {
        return directory.now().person(of.raisedBy()).orElseThrow();
    }
}
