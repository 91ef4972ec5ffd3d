package se.mandat.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import se.mandat.mandate.MandateQuestion;
import se.mandat.mandate.Mandates;
import se.mandat.mandate.Route;
import se.mandat.obligation.DecisionConcern;
import se.mandat.obligation.Involvement;
import se.mandat.obligation.Obligation;
import se.mandat.organisation.Person;

/** Within the mandate the raiser decides by submitting: the ledger is charged, and managers are told. */
@ApplicationScoped
class OwnDecision {

    @Inject
    private Naming naming;

    @Inject
    private Mandates mandates;

    @Inject
    private Debtors debtors;

    /** Decides {@code of}, whose proposal and units are as they shall be. */
    void decide(Case of, Person raiser, DecisionGiven given, List<Naming.Contributor> contributors) {
        DecisionGiven decision = given == null ? DecisionGiven.DEFAULT : given;
        Involvement involvement = of.involvement();
        Person owner = naming.owner(decision.owner(), of.leadUnit(), involvement, "decision.owner");
        Mandates.Charge charge = mandates.charge(new MandateQuestion(
                raiser, of.severity(), true, of.proposal().cost(), of.proposal().reversible(), of.units()));
        Set<String> told = told(raiser, of.units());
        of.decide(new DecidingEvent.Decided(
                of.number(),
                DecisionConcern.PROPOSAL,
                null,
                Verdict.APPROVED,
                Route.OWN,
                raiser.username(),
                null,
                owner.username(),
                RaiseCase.blankToNull(decision.effectQuestion()),
                RaiseCase.blankToNull(decision.expectedEffect()),
                null,
                of.units(),
                charge.kronor(),
                charge.quarter().toString(),
                told));
        contributors.forEach(
                one -> of.askContribution(raiser.username(), one.person().username(), one.what(), one.dueOn()));
    }

    /** Whoever owed the decision, unless the decision itself tells them. */
    Set<String> unawareOf(Obligation owed, Person raiser, List<String> units) {
        return told(raiser, units).contains(owed.debtor()) ? Set.of() : Set.of(owed.debtor());
    }

    private Set<String> told(Person raiser, List<String> units) {
        return debtors.toldOfOwnDecision(raiser, units).stream()
                .map(Person::username)
                .collect(Collectors.toSet());
    }
}
