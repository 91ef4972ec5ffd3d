package se.mandat.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import se.mandat.organisation.Directory;
import se.mandat.organisation.Person;
import se.mandat.shared.Actor;
import se.mandat.shared.Caller;
import se.mandat.shared.MandatException;
import se.mandat.shared.Problem;

/** The person behind a command or a question, as the directory knows them now. */
@ApplicationScoped
class CallingPerson {

    @Inject
    private Caller caller;

    @Inject
    private Directory directory;

    /** @throws MandatException when the directory does not know them as active */
    Person get() {
        String username = caller.actor().username();
        return directory
                .now()
                .person(username)
                .filter(Person::active)
                .orElseThrow(() -> new MandatException(Problem.ROLE_FORBIDDEN, "problem.not-in-directory"));
    }

    /** @throws MandatException for an auditor too, who reads everything and changes nothing */
    Person whoMayChange() {
        Person person = get();
        if (person.isAuditor()) {
            throw new MandatException(Problem.ROLE_FORBIDDEN, "problem.auditors-only-read");
        }
        return person;
    }

    /** From here on the caller acts in the place of this absent person; the history says so. */
    void standsInFor(String absent) {
        caller.actAs(Actor.of(caller.actor().username()).onBehalfOf(absent));
    }
}
