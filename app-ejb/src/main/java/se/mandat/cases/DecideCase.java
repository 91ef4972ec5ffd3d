package se.mandat.cases;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.mandat.mandate.MandateQuestion;
import se.mandat.mandate.Mandates;
import se.mandat.mandate.Route;
import se.mandat.organisation.Directory;
import se.mandat.organisation.Person;
import se.mandat.shared.MandatException;
import se.mandat.shared.MandatException.FieldError;
import se.mandat.shared.Problem;
import se.mandat.shared.Text;

/**
 * Decides a case beyond the raiser's mandate: the proposal as it stands, or amended. What replaces the proposal must
 * still be for this decider to decide; the mandate is asked again.
 */
@Stateless
public class DecideCase {

    @Inject
    private CaseDesk desk;

    @Inject
    private Naming naming;

    @Inject
    private Mandates mandates;

    @Inject
    private Debtors debtors;

    @Inject
    private Directory directory;

    /**
     * @param reason what the customer can be told
     * @param proposal for AMENDED, and for a case without a proposal; else null
     */
    public record Command(
            String caseNumber,
            ReadVersion read,
            @NotNull(message = "error.required") Verdict verdict,
            @Text(required = true) String reason,
            @Text(max = 200) String owner,
            @Text(max = 500) String effectQuestion,
            @Text String expectedEffect,
            @Valid ProposalGiven proposal) {}

    @RolesAllowed("employee")
    public void handle(Command command) {
        CaseDesk.Held held = desk.take(command.caseNumber(), command.read(), Right.DECISION, command);
        Case of = held.theCase();
        requirePossible(command, of);
        List<String> units = of.units();
        if (command.proposal() != null) {
            units = unitsOf(command.proposal(), of);
            askAgain(command.proposal(), units, held);
        }
        Person owner = naming.owner(command.owner(), units.getFirst(), of.involvement(), "owner");
        of.decide(new CaseEvent.Decided(
                of.number(),
                command.verdict(),
                of.route(),
                held.person().username(),
                command.reason(),
                owner.username(),
                RaiseCase.blankToNull(command.effectQuestion()),
                RaiseCase.blankToNull(command.expectedEffect()),
                command.proposal() == null ? null : command.proposal().proposal(),
                units,
                0,
                null,
                Set.of(of.raisedBy())));
        desk.complete(held, new StepOutcome(command.verdict().name(), of.ownerAccepted()));
    }

    private static void requirePossible(Command command, Case of) {
        if (command.verdict() == Verdict.REJECTED) {
            throw MandatException.invalid(List.of(
                    new FieldError("verdict", "error.unknown-value", Map.of("value", Verdict.REJECTED.name()))));
        }
        boolean bringsFirst = of.proposal() == null;
        boolean brings = command.proposal() != null;
        if (bringsFirst && command.verdict() == Verdict.AMENDED) {
            throw MandatException.invalid("verdict", "error.nothing-to-amend");
        }
        if (bringsFirst && !brings) {
            throw MandatException.invalid("proposal", "error.decision-must-propose");
        }
        if (!bringsFirst && brings && command.verdict() == Verdict.APPROVED) {
            throw MandatException.invalid("verdict", "error.another-proposal-amends");
        }
        if (command.verdict() == Verdict.AMENDED && !brings) {
            throw MandatException.invalid("proposal", "error.required");
        }
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
        if (!mayDecide(held.person(), answer.route(), units, of)) {
            throw new MandatException(
                    Problem.NOT_NOW,
                    "problem.beyond-your-route",
                    Map.of(
                            "route",
                            answer.route().name(),
                            "who",
                            debtors.decider(answer.route(), units, of.involvement())
                                    .map(Person::username)
                                    .orElse("")));
        }
        of.askedAgain(answer);
    }

    /**
     * An answer OWN stays with the decider, and so does MANAGER of the same unit. Otherwise the answer's decider must be
     * this one, or somebody below.
     */
    private boolean mayDecide(Person decider, Route route, List<String> units, Case of) {
        if (route == Route.OWN || route == Route.MANAGER && units.getFirst().equals(of.leadUnit())) {
            return true;
        }
        Optional<Person> answered = debtors.decider(route, units, of.involvement());
        return answered.filter(person ->
                        person.equals(decider) || directory.now().above(person).contains(decider))
                .isPresent();
    }

    private Person raiser(Case of) {
        return directory.now().person(of.raisedBy()).orElseThrow();
    }
}
