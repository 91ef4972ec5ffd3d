package se.mandat.cases;

import java.util.List;
import java.util.Optional;
import se.mandat.obligation.Obligation;
import se.mandat.organisation.Organisation;
import se.mandat.organisation.Person;

/** Who answers for the time of what somebody owes: the managers above them, and for whoever has none the deputy. */
final class Superiors {

    private Superiors() {}

    static List<Person> of(Obligation owed, Organisation organisation) {
        return of(owed.debtor(), owed.onBehalfOf(), organisation);
    }

    /** Whoever is asked for more time. */
    static Optional<Person> first(Obligation owed, Organisation organisation) {
        return of(owed, organisation).stream().findFirst();
    }

    /**
     * Those above, nearest first, without auditors; empty when nobody is, and the debtor is the deputy.
     *
     * @param absent in whose place the debtor holds it, and whose line it then is; null for their own
     */
    static List<Person> of(String debtor, String absent, Organisation organisation) {
        String whose = absent == null ? debtor : absent;
        List<Person> above = organisation.person(whose).map(organisation::above).orElse(List.of()).stream()
                .filter(person -> mayAnswer(person, debtor, whose))
                .toList();
        return above.isEmpty()
                ? organisation.deputy().stream()
                        .filter(person -> mayAnswer(person, debtor, whose))
                        .toList()
                : above;
    }

    /** Everybody whom this person can have to answer for. */
    static List<String> below(Person person, Organisation organisation) {
        boolean manages =
                organisation.units().stream().anyMatch(unit -> person.username().equals(unit.manager()));
        if (!manages && organisation.deputy().filter(person::equals).isEmpty()) {
            return List.of();
        }
        return organisation.people().stream()
                .map(Person::username)
                .filter(debtor -> of(debtor, null, organisation).contains(person))
                .toList();
    }

    private static boolean mayAnswer(Person person, String debtor, String whose) {
        return !person.isAuditor()
                && !person.username().equals(debtor)
                && !person.username().equals(whose);
    }
}
