package se.mandat.web.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import se.mandat.organisation.Directory;
import se.mandat.organisation.Person;
import se.mandat.organisation.Unit;
import se.mandat.shared.Actor;

/** How people and units are called where a person reads of them. */
@ApplicationScoped
public class Names {

    @Inject
    private Directory directory;

    /** The name of the person, the user name of one nobody knows any more, and null for nobody. */
    public String person(String username) {
        return directory.now().person(username).map(Person::name).orElse(username);
    }

    /** As {@link #person(String)}; what no person did is said to be the system's doing. */
    public String actor(String username, Spoken t) {
        return Actor.SYSTEM.username().equals(username) ? t.say("history.system") : person(username);
    }

    /** The name of the unit with this path, or the path of one that is no more. */
    public String unit(String path) {
        return directory.now().unit(path).map(Unit::name).orElse(path);
    }

    /** The name of the person and of the unit where they work: {@code Amir Haddad, Kundservice}. */
    public String personOf(String username) {
        String unit = directory.now().person(username).map(Person::unit).orElse(null);
        return unit == null ? person(username) : person(username) + ", " + unit(unit);
    }

    /** The name of the topmost unit that the person manages. */
    public Optional<String> managedBy(String username) {
        return directory.now().units().stream()
                .filter(unit -> username.equals(unit.manager()))
                .map(Unit::name)
                .findFirst();
    }

    /** The number to call when a customer came to harm: the unit's, or that of the nearest unit above it that has one. */
    public String onCall(String path) {
        Optional<Unit> unit = directory.now().unit(path);
        while (unit.isPresent() && unit.get().onCall() == null) {
            unit = directory.now().unit(unit.get().parent());
        }
        return unit.map(Unit::onCall).orElse(null);
    }
}
