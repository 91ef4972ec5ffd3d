package se.mandat.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import se.mandat.obligation.Obligation;
import se.mandat.organisation.Absence;
import se.mandat.organisation.Directory;
import se.mandat.organisation.Organisation;
import se.mandat.organisation.Person;

/**
 * Who answers for the time of what somebody owes: the managers above them, and for whoever has none the deputy. In the
 * place of a manager who is away their substitute does, or else the next above; who is away need not be asked.
 */
@ApplicationScoped
class Superiors {

    private final Supplier<Organisation> organisation;
    private final Function<Person, Optional<Absence>> away;

    /** Only for the container's proxy. */
    protected Superiors() {
        this(() -> null, person -> Optional.empty());
    }

    @Inject
    Superiors(Directory directory, Presence presence) {
        this(directory::now, presence::away);
    }

    Superiors(Supplier<Organisation> organisation, Function<Person, Optional<Absence>> away) {
        this.organisation = organisation;
        this.away = away;
    }

    /**
     * Somebody who answers.
     *
     * @param inPlaceOf the absent manager in whose place they do; null for a manager of the debtor's
     */
    record Superior(Person person, Person inPlaceOf) {

        /** User name of the absent manager; null where nobody is stood in for. */
        String absent() {
            return inPlaceOf == null ? null : inPlaceOf.username();
        }
    }

    /** The organisation as it is now. */
    Organisation organisation() {
        return organisation.get();
    }

    List<Superior> of(Obligation owed) {
        return of(owed.debtor(), owed.onBehalfOf());
    }

    /** Whoever is asked for more time. */
    Optional<Superior> first(Obligation owed) {
        return of(owed).stream().findFirst();
    }

    /**
     * Those above, nearest first, without auditors; empty when nobody is, and the debtor is the deputy. Where all of them
     * are away and nobody can stand in, they are those who are away.
     *
     * @param absent in whose place the debtor holds it, and whose line it then is; null for their own
     */
    List<Superior> of(String debtor, String absent) {
        String whose = absent == null ? debtor : absent;
        List<Person> line = organisation().person(whose).map(organisation()::above).orElse(List.of()).stream()
                .filter(person -> mayAnswer(person, debtor, whose))
                .toList();
        List<Person> managers = line.isEmpty()
                ? organisation().deputy().stream()
                        .filter(person -> mayAnswer(person, debtor, whose))
                        .toList()
                : line;
        List<Superior> present = managers.stream()
                .flatMap(manager -> answering(manager, debtor, whose).stream())
                .toList();
        return present.isEmpty()
                ? managers.stream().map(manager -> new Superior(manager, null)).toList()
                : present;
    }

    private Optional<Superior> answering(Person manager, String debtor, String whose) {
        if (away.apply(manager).isEmpty()) {
            return Optional.of(new Superior(manager, null));
        }
        Substitutes substitutes = new Substitutes(this::organisation, away);
        Set<String> asked = new HashSet<>();
        return Stream.of(Stream.of(manager), organisation().above(manager).stream(), organisation().deputy().stream())
                .flatMap(people -> people)
                .flatMap(person -> substitutes.present(person, asked).stream())
                .filter(person -> mayAnswer(person, debtor, whose))
                .findFirst()
                .map(person -> new Superior(person, manager));
    }

    /** Everybody whom this person can have to answer for now. */
    List<String> below(Person person) {
        Organisation known = organisation();
        boolean manages =
                known.units().stream().anyMatch(unit -> person.username().equals(unit.manager()));
        boolean substitutes =
                known.absences().stream().anyMatch(absence -> person.username().equals(absence.substitute()));
        if (!manages && !substitutes && known.deputy().filter(person::equals).isEmpty()) {
            return List.of();
        }
        Map<Person, Optional<Absence>> remembered = new HashMap<>();
        Superiors now = new Superiors(() -> known, one -> remembered.computeIfAbsent(one, away));
        return known.people().stream()
                .map(Person::username)
                .filter(debtor -> now.of(debtor, null).stream()
                        .anyMatch(superior -> superior.person().equals(person)))
                .toList();
    }

    private static boolean mayAnswer(Person person, String debtor, String whose) {
        return person.active()
                && !person.isAuditor()
                && !person.username().equals(debtor)
                && !person.username().equals(whose);
    }
}
