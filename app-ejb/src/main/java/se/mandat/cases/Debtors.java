package se.mandat.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import se.mandat.mandate.Route;
import se.mandat.obligation.Eligibility;
import se.mandat.obligation.Involvement;
import se.mandat.obligation.ObligationKind;
import se.mandat.obligation.Obligations;
import se.mandat.organisation.Directory;
import se.mandat.organisation.Organisation;
import se.mandat.organisation.Person;
import se.mandat.shared.MandatException;
import se.mandat.shared.Problem;

/**
 * Who shall owe what. Whoever may not hold a debt is skipped upwards; past the top comes the root's deputy; without one
 * a steward must appoint somebody (PRODUCT.md, "Who may hold a debt").
 */
@ApplicationScoped
class Debtors {

    private final Supplier<Organisation> organisation;
    private final Function<Collection<Person>, Optional<Person>> leastBurdened;

    /** Only for the container's proxy. */
    protected Debtors() {
        this(() -> null, people -> Optional.empty());
    }

    @Inject
    Debtors(Directory directory, Obligations obligations) {
        this(directory::now, obligations::leastBurdened);
    }

    Debtors(Supplier<Organisation> organisation, Function<Collection<Person>, Optional<Person>> leastBurdened) {
        this.organisation = organisation;
        this.leastBurdened = leastBurdened;
    }

    /** The person, and what they owe: the kind that was asked for, or APPOINT where nobody may hold that. */
    record Debt(ObligationKind kind, Person debtor) {}

    /** Who owes the next step of this kind on the case. */
    Debt next(ObligationKind kind, Case of) {
        Optional<Person> appointee = organisation()
                .person(of.appointee())
                .filter(person -> Eligibility.mayHold(kind, person, of.involvement()));
        if (appointee.isPresent()) {
            return new Debt(kind, appointee.get());
        }
        return first(kind, candidates(kind, of), of.involvement());
    }

    /** Who owes it when the present debtor no longer may. */
    Debt after(String debtor, ObligationKind kind, Case of) {
        return kind == ObligationKind.APPOINT
                ? new Debt(kind, appointingSteward(of.involvement()))
                : first(kind, above(debtor, of), of.involvement());
    }

    /** Who decides on this route; empty when a steward must appoint somebody. */
    Optional<Person> decider(Route route, List<String> units, Involvement involvement) {
        return eligible(ObligationKind.DECIDE, line(route, units), involvement);
    }

    /** Of the raiser's manager and the touched units' managers, those who are told of a decision that was not theirs. */
    List<Person> toldOfOwnDecision(Person raiser, List<String> units) {
        List<Person> told = new ArrayList<>(organisation().managersOf(units));
        organisation().above(raiser).stream().limit(1).forEach(told::add);
        return told.stream().filter(person -> !person.equals(raiser)).distinct().toList();
    }

    private Debt first(ObligationKind kind, List<Person> candidates, Involvement involvement) {
        return eligible(kind, candidates, involvement)
                .map(person -> new Debt(kind, person))
                .orElseGet(() -> new Debt(ObligationKind.APPOINT, appointingSteward(involvement)));
    }

    private Optional<Person> eligible(ObligationKind kind, List<Person> candidates, Involvement involvement) {
        List<Person> all = new ArrayList<>(candidates);
        organisation().deputy().ifPresent(all::add);
        return all.stream()
                .filter(person -> Eligibility.mayHold(kind, person, involvement))
                .findFirst();
    }

    private Person appointingSteward(Involvement involvement) {
        List<Person> stewards = organisation().stewards().stream()
                .filter(person -> Eligibility.mayHold(ObligationKind.APPOINT, person, involvement))
                .toList();
        return leastBurdened
                .apply(stewards)
                .orElseThrow(() -> new MandatException(Problem.NOT_NOW, "problem.nobody-may-appoint"));
    }

    private List<Person> candidates(ObligationKind kind, Case of) {
        return switch (kind) {
            case DECIDE -> line(of.route(), of.units());
            case ACCEPT_OWNERSHIP, ACT -> ownerAndAbove(of);
            case REVIEW_EFFECT -> reviewers(of);
            case RESPOND, APPOINT, CONTRIBUTE, ANSWER ->
                throw new IllegalArgumentException(kind + " is no step of the main line");
        };
    }

    private List<Person> line(Route route, List<String> units) {
        Organisation organisation = organisation();
        return switch (route) {
            case OWN, MANAGER -> organisation.line(units.getFirst());
            case JOINT -> organisation.line(organisation.nearestCommon(units).path());
            case EXECUTIVE -> organisation.line(organisation.root().path());
        };
    }

    private List<Person> ownerAndAbove(Case of) {
        List<Person> line = new ArrayList<>();
        organisation().person(of.owner()).ifPresent(line::add);
        line.addAll(above(of.owner(), of));
        return line;
    }

    /**
     * The raiser; else somebody else of the raiser's unit, the least burdened first, unless the owner manages that unit;
     * else up the line.
     */
    private List<Person> reviewers(Case of) {
        Organisation organisation = organisation();
        List<Person> reviewers = new ArrayList<>();
        Optional<Person> raiser = organisation.person(of.raisedBy());
        raiser.ifPresent(reviewers::add);
        String unit = raiser.map(Person::unit).orElseGet(of::leadUnit);
        boolean ownerManagesIt = organisation
                .unit(unit)
                .filter(u -> of.owner().equals(u.manager()))
                .isPresent();
        if (!ownerManagesIt && mayNotReview(raiser, of)) {
            List<Person> colleagues = organisation.people().stream()
                    .filter(person -> unit.equals(person.unit()))
                    .filter(person -> Eligibility.mayHold(ObligationKind.REVIEW_EFFECT, person, of.involvement()))
                    .toList();
            leastBurdened.apply(colleagues).ifPresent(reviewers::add);
        }
        reviewers.addAll(organisation.line(unit));
        return reviewers;
    }

    private static boolean mayNotReview(Optional<Person> raiser, Case of) {
        return raiser.filter(r -> Eligibility.mayHold(ObligationKind.REVIEW_EFFECT, r, of.involvement()))
                .isEmpty();
    }

    private List<Person> above(String debtor, Case of) {
        Organisation organisation = organisation();
        return organisation.person(debtor).map(organisation::above).orElseGet(() -> organisation.line(of.leadUnit()));
    }

    private Organisation organisation() {
        return organisation.get();
    }
}
