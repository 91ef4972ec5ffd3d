package se.mandat.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.mandat.mandate.Route;
import se.mandat.obligation.DecisionConcern;
import se.mandat.obligation.Eligibility;
import se.mandat.obligation.Holder;
import se.mandat.obligation.Involvement;
import se.mandat.obligation.Obligation;
import se.mandat.obligation.ObligationKind;
import se.mandat.obligation.Obligations;
import se.mandat.organisation.Absence;
import se.mandat.organisation.Directory;
import se.mandat.organisation.Organisation;
import se.mandat.organisation.Person;
import se.mandat.organisation.Role;
import se.mandat.shared.MandatException;
import se.mandat.shared.Problem;

/**
 * Who shall owe what. Whoever may not hold a debt is skipped upwards; past the top comes the root's deputy; without one
 * a steward must appoint somebody.
 *
 * <p>What would go to somebody absent goes to their substitute, and on to the substitute's own where that one is away
 * too; where none of them may hold it, on up the absent person's line. It remains the absent person's debt, which
 * somebody holds in their place: both must be such as may hold it.
 */
@ApplicationScoped
class Debtors {

    private final Supplier<Organisation> organisation;
    private final Function<Collection<Person>, Optional<Person>> leastBurdened;
    private final Function<Person, Optional<Absence>> away;

    /** Only for the container's proxy. */
    protected Debtors() {
        this(() -> null, people -> Optional.empty());
    }

    @Inject
    Debtors(Directory directory, Obligations obligations, Presence presence) {
        this(directory::now, obligations::leastBurdened, presence::away);
    }

    Debtors(Supplier<Organisation> organisation, Function<Collection<Person>, Optional<Person>> leastBurdened) {
        this(organisation, leastBurdened, person -> Optional.empty());
    }

    Debtors(
            Supplier<Organisation> organisation,
            Function<Collection<Person>, Optional<Person>> leastBurdened,
            Function<Person, Optional<Absence>> away) {
        this.organisation = organisation;
        this.leastBurdened = leastBurdened;
        this.away = away;
    }

    /**
     * The person, and what they owe: the kind that was asked for, or APPOINT where nobody may hold that.
     *
     * @param onBehalfOf the absent person in whose place the debtor holds it; null for their own
     */
    record Debt(ObligationKind kind, Person debtor, Person onBehalfOf) {

        Debt(ObligationKind kind, Person debtor) {
            this(kind, debtor, null);
        }

        Holder holder() {
            return new Holder(debtor, onBehalfOf);
        }

        /** User name of whoever's debt it is: the absent person, or else the debtor. */
        String whose() {
            return holder().whose().username();
        }

        /** Whether nothing of it is different. */
        boolean isAsIn(Obligation obligation) {
            return kind == obligation.kind()
                    && debtor.username().equals(obligation.debtor())
                    && whose().equals(obligation.whose());
        }
    }

    /**
     * What is to be owed on a case, as far as it decides who may hold it.
     *
     * @param barred who may not
     * @param objectors who may hold it only where the rules name them themselves
     */
    private record Claim(ObligationKind kind, Set<String> barred, Set<String> objectors, Involvement involvement) {

        Claim(ObligationKind kind, Involvement involvement) {
            this(kind, Set.of(), Set.of(), involvement);
        }

        boolean allows(Person person) {
            return !barred.contains(person.username()) && Eligibility.mayHold(kind, person, involvement);
        }

        /** Whether this person may hold it although it is for somebody else. */
        boolean allowsInstead(Person person) {
            return allows(person) && !objectors.contains(person.username());
        }
    }

    /** Who owes the next step on the case. */
    Debt next(Step step, Case of) {
        Optional<Person> appointee = organisation()
                .person(of.appointee())
                .filter(person -> allows(person, step.kind(), step.concerns(), of));
        if (appointee.isPresent()) {
            return of(appointee.get(), step.kind(), step.concerns(), of);
        }
        if (step.kind() == ObligationKind.ACCEPT_OWNERSHIP
                && step.leads()
                && of.ownershipDeclinedBy().size() > 1) {
            return commonManager(of.ownershipDeclinedBy(), of);
        }
        return first(step.kind(), step.concerns(), candidates(step, of), of);
    }

    /**
     * What this person owes: held by themself, or by whoever stands in for them. By themself, too, when they are away and
     * nobody can stand in.
     */
    Debt of(Person person, ObligationKind kind, DecisionConcern concerns, Case of) {
        return held(person, claim(kind, concerns, of)).orElseGet(() -> new Debt(kind, person));
    }

    /** Whether this person may owe it when somebody names them for it. */
    boolean allows(Person person, ObligationKind kind, DecisionConcern concerns, Case of) {
        return claim(kind, concerns, of).allowsInstead(person);
    }

    /** Who holds an open obligation now, after people have gone away or come back. */
    Debt now(Obligation obligation, Case of) {
        Organisation known = organisation();
        Person whose = known.person(obligation.whose()).orElseThrow();
        Claim claim = claim(obligation.kind(), obligation.concerns(), of);
        if (!claim.allows(whose)) {
            return new Debt(
                    obligation.kind(),
                    known.person(obligation.debtor()).orElseThrow(),
                    known.person(obligation.onBehalfOf()).orElse(null));
        }
        return held(whose, claim).orElseGet(() -> new Debt(obligation.kind(), whose));
    }

    private Optional<Debt> held(Person person, Claim claim) {
        if (!claim.allows(person)) {
            return Optional.empty();
        }
        Optional<Absence> absence = away.apply(person);
        return absence.isEmpty()
                ? Optional.of(new Debt(claim.kind(), person))
                : standIn(person, claim).map(other -> new Debt(claim.kind(), other, person));
    }

    /** Whoever stands in for somebody absent: along their substitutes, or else up their line; nobody is asked twice. */
    private Optional<Person> standIn(Person absent, Claim claim) {
        Set<String> asked = new HashSet<>();
        return present(absent, claim, asked).or(() -> behind(absent, claim).stream()
                .flatMap(person -> present(person, claim, asked).stream())
                .findFirst());
    }

    private Optional<Person> present(Person person, Claim claim, Set<String> asked) {
        return new Substitutes(organisation, away)
                .present(person, asked)
                .filter(one -> claim.allowsInstead(one) && !decidesForRaiser(one, claim));
    }

    /** Who stands in for the raiser does not decide the raiser's case in somebody else's place. */
    private boolean decidesForRaiser(Person person, Claim claim) {
        return claim.kind() == ObligationKind.DECIDE
                && organisation()
                        .person(claim.involvement().raiser())
                        .flatMap(away)
                        .filter(absence -> person.username().equals(absence.substitute()))
                        .isPresent();
    }

    /** Who comes when no substitute may: other stewards for a steward's appointment, and the line. */
    private List<Person> behind(Person absent, Claim claim) {
        List<Person> behind = new ArrayList<>();
        if (claim.kind() == ObligationKind.APPOINT && absent.is(Role.STEWARD)) {
            leastBurdened
                    .apply(present(organisation().stewards().stream()
                            .filter(claim::allows)
                            .toList()))
                    .ifPresent(behind::add);
        }
        behind.addAll(withDeputy(organisation().above(absent)));
        return behind;
    }

    /** Whoever names the owner when those who were asked have declined twice: the nearest manager above them all. */
    private Debt commonManager(List<String> declined, Case of) {
        List<List<Person>> lines = declined.stream()
                .flatMap(name -> organisation().person(name).stream())
                .map(organisation()::above)
                .toList();
        List<Person> common = new ArrayList<>(
                lines.isEmpty()
                        ? organisation()
                                .line(organisation().nearestCommon(of.units()).path())
                        : lines.getFirst());
        lines.forEach(common::retainAll);
        return first(ObligationKind.APPOINT, null, common, of);
    }

    /** Who owes it when whoever's it is no longer may; a steward's appointment is for another steward. */
    Debt after(String whose, ObligationKind kind, DecisionConcern concerns, Case of) {
        return isStewards(kind, whose) ? appointing(of.involvement()) : first(kind, concerns, above(whose, of), of);
    }

    private boolean isStewards(ObligationKind kind, String whose) {
        return kind == ObligationKind.APPOINT
                && organisation()
                        .person(whose)
                        .filter(person -> person.is(Role.STEWARD))
                        .isPresent();
    }

    /**
     * Who gets it when the debtor stays silent: the next eligible above whoever's debt it is, or the deputy, or else
     * whoever must appoint somebody. Empty at the top, where it stays.
     */
    Optional<Debt> aboveSilent(Standing standing) {
        List<Person> above = above(standing.whose(), standing.leadUnit()).stream()
                .filter(person -> !person.username().equals(standing.debtor()))
                .toList();
        if (above.isEmpty() && (isTop(standing.whose()) || isTop(standing.debtor()))) {
            return Optional.empty();
        }
        Claim claim = new Claim(standing.kind(), standing.barred(), standing.objectors(), standing.involvement());
        return above.stream()
                .flatMap(person -> held(person, claim).stream())
                .filter(debt -> !debt.debtor().username().equals(standing.debtor()))
                .findFirst()
                .or(() -> deputy(claim))
                .or(() -> stewardAbove(standing))
                .filter(debt -> !debt.debtor().username().equals(standing.debtor()));
    }

    /** Stewards who stay silent do not pass an appointment to and fro between them. */
    private Optional<Debt> stewardAbove(Standing standing) {
        return isStewards(standing.kind(), standing.whose()) ? Optional.empty() : steward(standing.involvement());
    }

    /** Nobody is above whoever manages the root, nor above the deputy, who comes for others without a manager. */
    private boolean isTop(String person) {
        Organisation known = organisation();
        return person.equals(known.root().manager())
                || known.deputy().map(Person::username).filter(person::equals).isPresent();
    }

    /** Whose decision it is on this route, present or not; empty when a steward must appoint somebody. */
    Optional<Person> decider(Route route, List<String> units, Involvement involvement) {
        return eligible(ObligationKind.DECIDE, line(route, units), involvement);
    }

    /** Who would owe that decision now; empty when a steward must appoint somebody. */
    Optional<Person> deciding(Route route, List<String> units, Involvement involvement) {
        Claim claim = new Claim(ObligationKind.DECIDE, involvement);
        return firstOf(line(route, units), claim).or(() -> deputy(claim)).map(Debt::debtor);
    }

    /**
     * Who can explain to the raiser how a case has ended: whoever rejected it, or else the owner, the reviewer, whoever
     * decided; where none of them may be asked, whoever manages the lead unit, and so on up. Nobody asks themself.
     */
    Person answering(Case of) {
        Claim claim = claim(ObligationKind.ANSWER, null, of);
        Stream<Person> knowing = of.explainedBy().stream().flatMap(person -> organisation().person(person).stream());
        return Stream.concat(knowing, withDeputy(organisation().line(of.leadUnit())).stream())
                .filter(claim::allows)
                .findFirst()
                .orElseGet(() -> appointing(of.involvement()).debtor());
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
        Claim claim = claim(kind, concerns, of);
        return firstOf(candidates, claim).or(() -> deputy(claim)).orElseGet(() -> appointing(of.involvement()));
    }

    private Optional<Debt> firstOf(List<Person> candidates, Claim claim) {
        return candidates.stream()
                .flatMap(person -> held(person, claim).stream())
                .findFirst();
    }

    private Optional<Debt> deputy(Claim claim) {
        return organisation().deputy().filter(claim::allowsInstead).flatMap(deputy -> held(deputy, claim));
    }

    private static Claim claim(ObligationKind kind, DecisionConcern concerns, Case of) {
        return new Claim(kind, barred(kind, concerns, of), objectors(kind, concerns, of), of.involvement());
    }

    /**
     * Those who may not owe it for what they have done: nobody answers their own question, responds to their own
     * rejection, accepts what they have offered, or names the owner of what they have declined to own.
     * {@link ListObligations} asks the database the same.
     */
    static Set<String> barred(ObligationKind kind, DecisionConcern concerns, Case of) {
        return switch (kind) {
            case DECIDE -> barredFromDeciding(concerns, of);
            case APPOINT -> of.stage() == CaseStage.ASSIGNING ? Set.copyOf(of.ownershipDeclinedBy()) : Set.of();
            case ACCEPT_OWNERSHIP -> handingOver(of);
            case RESPOND -> rejecting(of);
            case ANSWER -> Set.of(of.raisedBy());
            case ACT, CONTRIBUTE, REVIEW_EFFECT -> Set.of();
        };
    }

    /** Whoever is disqualified, decided what is appealed, or owns what has failed. */
    private static Set<String> barredFromDeciding(DecisionConcern concerns, Case of) {
        Set<String> barred = new HashSet<>(of.disqualified());
        if (concerns == DecisionConcern.APPEAL || concerns == DecisionConcern.AMENDMENT_APPEAL) {
            Decision appealed = appealed(concerns, of);
            barred.add(appealed.by());
            barred.add(appealed.whose());
        }
        if (concerns == DecisionConcern.FAILED_REVIEWS) {
            barred.add(of.owner());
        }
        return barred;
    }

    /** Whoever has offered the case to somebody else, and whoever owns it by now. */
    private static Set<String> handingOver(Case of) {
        return of.openMatter(MatterKind.HANDOVER)
                .map(handover -> Set.copyOf(List.of(handover.begunBy(), of.owner())))
                .orElse(Set.of());
    }

    /** Whoever made the last rejection, and in whose place. */
    private static Set<String> rejecting(Case of) {
        return of.decisions().reversed().stream()
                .filter(decision -> decision.verdict() == Verdict.REJECTED)
                .findFirst()
                .map(rejection -> Set.copyOf(List.of(rejection.by(), rejection.whose())))
                .orElse(Set.of());
    }

    /** Whoever has objected, where an objection is decided. {@link ListObligations} asks the database the same. */
    static Set<String> objectors(ObligationKind kind, DecisionConcern concerns, Case of) {
        if (kind != ObligationKind.DECIDE || concerns != DecisionConcern.OBJECTION) {
            return Set.of();
        }
        return of.matters(MatterKind.OBJECTION).stream().map(Matter::begunBy).collect(Collectors.toUnmodifiableSet());
    }

    /** Of an amendment it is the one that amended, whatever has been decided since. */
    private static Decision appealed(DecisionConcern concerns, Case of) {
        Decision last = of.decisions().getLast();
        return concerns == DecisionConcern.AMENDMENT_APPEAL
                ? of.appealedAmendment().orElse(last)
                : last;
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

    private Debt appointing(Involvement involvement) {
        return steward(involvement)
                .orElseThrow(() -> new MandatException(Problem.NOT_NOW, "problem.nobody-may-appoint"));
    }

    private Optional<Debt> steward(Involvement involvement) {
        Claim claim = new Claim(ObligationKind.APPOINT, involvement);
        List<Person> stewards =
                organisation().stewards().stream().filter(claim::allows).toList();
        return leastBurdened
                .apply(present(stewards))
                .map(steward -> new Debt(ObligationKind.APPOINT, steward))
                .or(() -> firstOf(stewards, claim))
                .or(() -> leastBurdened.apply(stewards).map(steward -> new Debt(ObligationKind.APPOINT, steward)));
    }

    /** Those who are not away; all of them when everybody is. */
    private List<Person> presentFirst(List<Person> people) {
        List<Person> present = present(people);
        return present.isEmpty() ? people : present;
    }

    private List<Person> present(List<Person> people) {
        return people.stream().filter(person -> away.apply(person).isEmpty()).toList();
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
            case APPEAL, AMENDMENT_APPEAL -> above(appealed(step.concerns(), of).whose(), of);
            case OBJECTION -> {
                String objector = step.matter().begunBy();
                List<Person> above = above(objector, of);
                yield above.isEmpty() && isTop(objector) ? personAndAbove(objector, of) : above;
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
        return leastBurdened.apply(presentFirst(holders)).stream().toList();
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
            leastBurdened.apply(presentFirst(colleagues)).ifPresent(reviewers::add);
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
