package se.mandat.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import se.mandat.mandate.Route;
import se.mandat.obligation.DecisionConcern;
import se.mandat.obligation.Eligibility;
import se.mandat.obligation.Involvement;
import se.mandat.obligation.ObligationKind;
import se.mandat.obligation.Obligations;
import se.mandat.organisation.Directory;
import se.mandat.organisation.Organisation;
import se.mandat.organisation.Person;
import se.mandat.organisation.Role;
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

    /** Who owes the next step on the case. */
    Debt next(Step step, Case of) {
        Optional<Person> appointee = organisation()
                .person(of.appointee())
                .filter(person -> Eligibility.mayHold(step.kind(), person, of.involvement()));
        if (appointee.isPresent()) {
            return new Debt(step.kind(), appointee.get());
        }
        if (step.kind() == ObligationKind.ACCEPT_OWNERSHIP
                && step.leads()
                && of.ownershipDeclinedBy().size() > 1) {
            return new Debt(ObligationKind.APPOINT, commonManager(of.ownershipDeclinedBy(), of));
        }
        return first(step.kind(), step.concerns(), candidates(step, of), of);
    }

    /** Whoever names the owner when those who were asked have declined twice: the nearest common manager of theirs. */
    private Person commonManager(List<String> declined, Case of) {
        List<String> units = declined.stream()
                .flatMap(name -> organisation().person(name).stream())
                .map(Person::unit)
                .filter(Objects::nonNull)
                .toList();
        List<Person> line = organisation()
                .line(organisation()
                        .nearestCommon(units.isEmpty() ? of.units() : units)
                        .path());
        return eligible(ObligationKind.APPOINT, line, of.involvement())
                .orElseGet(() -> appointingSteward(of.involvement()));
    }

    /** Who owes it when the present debtor no longer may. */
    Debt after(String debtor, ObligationKind kind, DecisionConcern concerns, Case of) {
        return kind == ObligationKind.APPOINT
                ? new Debt(kind, appointingSteward(of.involvement()))
                : first(kind, concerns, above(debtor, of), of);
    }

    /**
     * Who gets it when the debtor stays silent: the next eligible above, or whoever must appoint somebody where there are
     * managers above but none of them may hold it. Empty at the top, where it stays.
     */
    Optional<Debt> aboveSilent(Standing standing) {
        List<Person> above = above(standing.debtor(), standing.leadUnit());
        if (above.isEmpty()) {
            return Optional.empty();
        }
        return withDeputy(above).stream()
                .filter(person -> !standing.barred().contains(person.username()))
                .filter(person -> Eligibility.mayHold(standing.kind(), person, standing.involvement()))
                .findFirst()
                .map(person -> new Debt(standing.kind(), person))
                .or(() -> steward(standing.involvement()).map(person -> new Debt(ObligationKind.APPOINT, person)))
                .filter(debt -> !debt.debtor().username().equals(standing.debtor()));
    }

    /** Who decides on this route; empty when a steward must appoint somebody. */
    Optional<Person> decider(Route route, List<String> units, Involvement involvement) {
        return eligible(ObligationKind.DECIDE, line(route, units), involvement);
    }

    /** Of the raiser's manager and the touched units' managers, those who are told of a decision that was not theirs. */
    List<Person> toldOfOwnDecision(Person raiser, List<String> units) {
        return toldOfOwnDecision(organisation(), raiser, units);
    }

    /** As {@link #toldOfOwnDecision(Person, List)}, in this organisation; they are those who may object. */
    static List<Person> toldOfOwnDecision(Organisation organisation, Person raiser, List<String> units) {
        List<Person> told = new ArrayList<>(organisation.managersOf(units));
        organisation.above(raiser).stream().limit(1).forEach(told::add);
        return told.stream().filter(person -> !person.equals(raiser)).distinct().toList();
    }

    private Debt first(ObligationKind kind, DecisionConcern concerns, List<Person> candidates, Case of) {
        Set<String> barred = barred(kind, concerns, of);
        return withDeputy(candidates).stream()
                .filter(person -> !barred.contains(person.username()))
                .filter(person -> Eligibility.mayHold(kind, person, of.involvement()))
                .findFirst()
                .map(person -> new Debt(kind, person))
                .orElseGet(() -> new Debt(ObligationKind.APPOINT, appointingSteward(of.involvement())));
    }

    /** Whoever is disqualified, and whoever decided what is appealed. */
    static Set<String> barred(ObligationKind kind, DecisionConcern concerns, Case of) {
        if (kind != ObligationKind.DECIDE) {
            return Set.of();
        }
        Set<String> barred = new HashSet<>(of.disqualified());
        if (concerns == DecisionConcern.APPEAL || concerns == DecisionConcern.AMENDMENT_APPEAL) {
            barred.add(of.decisions().getLast().by());
        }
        return barred;
    }

    private List<Person> withDeputy(List<Person> candidates) {
        List<Person> all = new ArrayList<>(candidates);
        organisation().deputy().ifPresent(all::add);
        return all;
    }

    private Optional<Person> eligible(ObligationKind kind, List<Person> candidates, Involvement involvement) {
        return withDeputy(candidates).stream()
                .filter(person -> Eligibility.mayHold(kind, person, involvement))
                .findFirst();
    }

    private Person appointingSteward(Involvement involvement) {
        return steward(involvement)
                .orElseThrow(() -> new MandatException(Problem.NOT_NOW, "problem.nobody-may-appoint"));
    }

    private Optional<Person> steward(Involvement involvement) {
        List<Person> stewards = organisation().stewards().stream()
                .filter(person -> Eligibility.mayHold(ObligationKind.APPOINT, person, involvement))
                .toList();
        return leastBurdened.apply(stewards);
    }

    private List<Person> candidates(Step step, Case of) {
        return switch (step.kind()) {
            case DECIDE -> deciders(step, of);
            case RESPOND -> personAndAbove(of.raisedBy(), of);
            case ACCEPT_OWNERSHIP ->
                personAndAbove(step.leads() ? of.owner() : step.matter().person(), of);
            case ACT -> personAndAbove(of.owner(), of);
            case CONTRIBUTE, ANSWER -> personAndAbove(step.matter().person(), of);
            case REVIEW_EFFECT -> reviewers(of);
            case APPOINT -> throw new IllegalArgumentException("APPOINT is what is owed where nobody may owe a step");
        };
    }

    private List<Person> deciders(Step step, Case of) {
        return switch (step.concerns()) {
            case PROPOSAL -> line(of.route(), of.units());
            case APPEAL, AMENDMENT_APPEAL -> above(of.decisions().getLast().by(), of);
            case OBJECTION -> {
                List<Person> above = new ArrayList<>(above(step.matter().begunBy(), of));
                organisation().person(step.matter().begunBy()).ifPresent(above::add);
                yield above;
            }
            case FAILED_REVIEWS -> above(of.owner(), of);
            case STEP -> step.owedBy() == null ? above(of.owner(), of) : named(step.owedBy(), of);
        };
    }

    /** Whom a step that a process owner added names: those with a role, the least burdened first, or a unit's line. */
    private List<Person> named(String owedBy, Case of) {
        if (organisation().unit(owedBy).isPresent()) {
            return organisation().line(owedBy);
        }
        Role role = Role.valueOf(owedBy.toUpperCase(Locale.ROOT));
        List<Person> holders = organisation().people().stream()
                .filter(person -> person.is(role))
                .filter(person -> Eligibility.mayHold(ObligationKind.DECIDE, person, of.involvement()))
                .toList();
        return leastBurdened.apply(holders).stream().toList();
    }

    private List<Person> line(Route route, List<String> units) {
        Organisation organisation = organisation();
        return switch (route) {
            case OWN, MANAGER -> organisation.line(units.getFirst());
            case JOINT -> organisation.line(organisation.nearestCommon(units).path());
            case EXECUTIVE -> organisation.line(organisation.root().path());
        };
    }

    private List<Person> personAndAbove(String person, Case of) {
        List<Person> line = new ArrayList<>();
        organisation().person(person).ifPresent(line::add);
        line.addAll(above(person, of));
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
        return above(debtor, of.leadUnit());
    }

    private List<Person> above(String debtor, String leadUnit) {
        Organisation organisation = organisation();
        return organisation.person(debtor).map(organisation::above).orElseGet(() -> organisation.line(leadUnit));
    }

    private Organisation organisation() {
        return organisation.get();
    }
}
