package se.mandat.organisation;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The demonstration organisation, for tests: nine units, three levels, eva at the top and britt as deputy. */
public final class Nordvik {

    public static final String ROOT = "nordvik";
    public static final String MEDBORGARSERVICE = "nordvik/medborgarservice";
    public static final String KUNDSERVICE = "nordvik/medborgarservice/kundservice";
    public static final String BIBLIOTEK = "nordvik/medborgarservice/bibliotek";
    public static final String TEKNIK = "nordvik/teknik";
    public static final String VATTEN = "nordvik/teknik/vatten";
    public static final String GATA = "nordvik/teknik/gata";
    public static final String EKONOMI = "nordvik/ekonomi";
    public static final String KANSLI = "nordvik/kansli";

    private Nordvik() {}

    public static Organisation organisation() {
        return Organisation.of(units(), people(), "britt");
    }

    /** The same organisation after these people have left it. */
    public static Organisation without(String... left) {
        Set<String> gone = Set.of(left);
        return Organisation.of(
                units(),
                people().stream()
                        .map(person -> gone.contains(person.username()) ? inactive(person) : person)
                        .toList(),
                "britt");
    }

    /** The same organisation as everybody knows it who asks the directory; all of its people can be mailed. */
    public static Directory directory() {
        Organisation mailed =
                Organisation.of(units(), people().stream().map(Nordvik::mailed).toList(), "britt");
        return new Directory() {
            @Override
            public Organisation now() {
                return mailed;
            }
        };
    }

    private static Person mailed(Person person) {
        return new Person(
                person.username(),
                person.name(),
                person.unit(),
                person.roles(),
                person.level(),
                person.active(),
                person.username() + "@nordvik.example",
                "sv");
    }

    public static List<Unit> units() {
        return List.of(
                new Unit(ROOT, "Nordvik", null, "eva", null),
                new Unit(MEDBORGARSERVICE, "Medborgarservice", ROOT, "per", null),
                new Unit(KUNDSERVICE, "Kundservice", MEDBORGARSERVICE, "karin", null),
                new Unit(BIBLIOTEK, "Bibliotek", MEDBORGARSERVICE, "bodil", null),
                new Unit(TEKNIK, "Teknik", ROOT, "tove", null),
                new Unit(VATTEN, "Vatten", TEKNIK, "ola", "0123-456 78"),
                new Unit(GATA, "Gata", TEKNIK, "gun", null),
                new Unit(EKONOMI, "Ekonomi", ROOT, "erik", null),
                new Unit(KANSLI, "Kansli", ROOT, "britt", null));
    }

    public static List<Person> people() {
        List<Person> people = new ArrayList<>();
        for (Unit unit : units()) {
            people.add(person(unit.manager(), unit.path(), Level.MANAGER, Role.MANAGER));
        }
        people.add(person("sara", KUNDSERVICE, Level.FRONTLINE, Role.FRONTLINE));
        people.add(person("amir", KUNDSERVICE, Level.FRONTLINE, Role.FRONTLINE));
        people.add(person("noor", BIBLIOTEK, Level.FRONTLINE, Role.FRONTLINE));
        people.add(person("lina", VATTEN, Level.STAFF));
        people.add(person("hugo", GATA, Level.FRONTLINE, Role.FRONTLINE));
        people.add(person("maja", EKONOMI, Level.STAFF, Role.DPO));
        people.add(person("astrid", KANSLI, Level.STAFF, Role.AUDITOR));
        people.add(person("stina", KANSLI, Level.STAFF, Role.STEWARD));
        people.add(person("sten", KANSLI, Level.STAFF, Role.STEWARD));
        return people;
    }

    public static Person person(String username, String unit, Level level, Role... roles) {
        Set<Role> all = EnumSet.noneOf(Role.class);
        all.addAll(List.of(roles));
        String name = Character.toUpperCase(username.charAt(0)) + username.substring(1);
        return new Person(username, name, unit, all, level, true);
    }

    private static Person inactive(Person person) {
        return new Person(person.username(), person.name(), person.unit(), person.roles(), person.level(), false);
    }
}
