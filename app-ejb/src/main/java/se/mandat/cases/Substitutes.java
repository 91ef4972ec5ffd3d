package se.mandat.cases;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import se.mandat.organisation.Absence;
import se.mandat.organisation.Organisation;
import se.mandat.organisation.Person;

/** Who is there in the place of somebody who is away, along what they have said. */
final class Substitutes {

    private final Supplier<Organisation> organisation;
    private final Function<Person, Optional<Absence>> away;

    Substitutes(Supplier<Organisation> organisation, Function<Person, Optional<Absence>> away) {
        this.organisation = organisation;
        this.away = away;
    }

    /**
     * The person, if they are there; else whoever the chain of substitutes ends with. Empty where it ends with nobody.
     *
     * @param asked user names of those who have been asked, and are not asked again; those who are asked here are added
     */
    Optional<Person> present(Person person, Set<String> asked) {
        Person at = person;
        while (at.active() && asked.add(at.username())) {
            Optional<Absence> absence = away.apply(at);
            if (absence.isEmpty()) {
                return Optional.of(at);
            }
            Optional<Person> substitute =
                    organisation.get().person(absence.get().substitute());
            if (substitute.isEmpty()) {
                return Optional.empty();
            }
            at = substitute.get();
        }
        return Optional.empty();
    }
}
