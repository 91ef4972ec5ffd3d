package se.mandat.organisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The organisation at one moment: the tree of units, its people, and who stands above whom. It never changes; a new
 * reading of the identity provider makes a new one.
 *
 * <p>Managers, deputy and stewards are named here only while they are active, so that nobody who has left is given
 * anything by accident. A unit that exists no more stands for the nearest unit above it that does, since cases outlive
 * reorganisations.
 */
public final class Organisation {

    private static final Organisation NOBODY = new Organisation(List.of(), List.of(), null, List.of());

    private final Map<String, Unit> units;
    private final Map<String, Person> people;
    private final Unit root;
    private final String deputy;
    private final List<Absence> absences;

    private Organisation(
            Collection<Unit> units, Collection<Person> people, String deputy, Collection<Absence> absences) {
        this.units = new LinkedHashMap<>();
        units.stream().sorted(Comparator.comparing(Unit::path)).forEach(unit -> this.units.put(unit.path(), unit));
        this.people = new LinkedHashMap<>();
        people.stream()
                .sorted(Comparator.comparing(Person::username))
                .forEach(person -> this.people.put(person.username(), person));
        this.root =
                units.stream().filter(unit -> unit.parent() == null).findFirst().orElse(null);
        this.deputy = deputy;
        this.absences = absences.stream()
                .sorted(Comparator.comparing(Absence::first).thenComparing(Absence::person))
                .toList();
    }

    /**
     * An organisation of these units and people.
     *
     * @param deputy the user name of who stands in for the top, or null
     * @throws IllegalArgumentException unless exactly one unit has no unit above it, and every other one's is there
     */
    public static Organisation of(Collection<Unit> units, Collection<Person> people, String deputy) {
        if (units.stream().filter(unit -> unit.parent() == null).count() != 1) {
            throw new IllegalArgumentException("an organisation has exactly one root");
        }
        Organisation organisation = new Organisation(units, people, deputy, List.of());
        for (Unit unit : organisation.units.values()) {
            if (unit.parent() != null && !organisation.units.containsKey(unit.parent())) {
                throw new IllegalArgumentException("a unit without the unit above it: " + unit.path());
            }
        }
        return organisation;
    }

    /** What is known before the first reading: no unit and nobody. */
    static Organisation nobody() {
        return NOBODY;
    }

    /** The same organisation with these people away. */
    public Organisation with(Collection<Absence> away) {
        return new Organisation(units.values(), people.values(), deputy, away);
    }

    /** Whoever is or was away, or will be, and when; the earliest first. */
    public List<Absence> absences() {
        return absences;
    }

    /** The absence of this person that covers the day; empty when they are present. */
    public Optional<Absence> absence(String username, LocalDate day) {
        return absences.stream()
                .filter(absence -> absence.person().equals(username) && absence.covers(day))
                .findFirst();
    }

    /** True until the identity provider has been read for the first time ever. */
    public boolean isEmpty() {
        return root == null;
    }

    /** The person with this user name, also one who has left. */
    public Optional<Person> person(String username) {
        return Optional.ofNullable(username).map(people::get);
    }

    public Optional<Unit> unit(String path) {
        return Optional.ofNullable(path).map(units::get);
    }

    /** Everybody, also those who have left, by user name. */
    public List<Person> people() {
        return List.copyOf(people.values());
    }

    /** Every unit, by path, so that a unit comes before those below it. */
    public List<Unit> units() {
        return List.copyOf(units.values());
    }

    /**
     * The unit that contains all others.
     *
     * @throws IllegalStateException before the first reading
     */
    public Unit root() {
        if (root == null) {
            throw new IllegalStateException("the organisation has not been read yet");
        }
        return root;
    }

    /**
     * The line of managers of a unit: its own, the one of the unit above, and so on up to the root's. Units without a
     * manager are passed over; nobody stands there twice.
     */
    public List<Person> line(String unitPath) {
        return distinctActive(chain(standing(unitPath)).stream());
    }

    /**
     * The managers above a person, nearest first: the line of their unit without themself and everybody below them. For
     * somebody without a unit it is the root's line. Empty for who manages the root.
     */
    public List<Person> above(Person person) {
        List<String> chain = chain(person.unit() == null ? root() : standing(person.unit()));
        List<String> above = chain.subList(chain.lastIndexOf(person.username()) + 1, chain.size());
        return distinctActive(above.stream());
    }

    /** Who stands in where the line ends: named on the root unit. */
    public Optional<Person> deputy() {
        return person(deputy).filter(Person::active);
    }

    /**
     * The nearest unit that contains all of these; a unit contains itself.
     *
     * @throws IllegalArgumentException when no unit is given
     */
    public Unit nearestCommon(Collection<String> unitPaths) {
        if (unitPaths.isEmpty()) {
            throw new IllegalArgumentException("no units, so none in common");
        }
        Unit common = standing(unitPaths.iterator().next());
        while (!unitPaths.stream().map(this::standing).map(Unit::path).allMatch(common::contains)) {
            common = parent(common).orElseThrow();
        }
        return common;
    }

    /** Whether {@code other} is {@code unit} or lies somewhere below it. */
    public boolean contains(String unit, String other) {
        return Unit.contains(unit, other);
    }

    /** The managers of these units, each once; for a unit without one, the nearest manager above it. */
    public List<Person> managersOf(Collection<String> unitPaths) {
        return unitPaths.stream()
                .map(this::line)
                .flatMap(line -> line.stream().limit(1))
                .distinct()
                .toList();
    }

    /** The stewards, by user name. */
    public List<Person> stewards() {
        return people.values().stream()
                .filter(Person::active)
                .filter(person -> person.is(Role.STEWARD))
                .toList();
    }

    private Optional<Unit> parent(Unit unit) {
        return unit(unit.parent());
    }

    private Unit standing(String path) {
        Objects.requireNonNull(path, "unit");
        String at = path;
        while (!units.containsKey(at)) {
            int end = at.lastIndexOf('/');
            if (end < 0) {
                return root();
            }
            at = at.substring(0, end);
        }
        return units.get(at);
    }

    private List<String> chain(Unit from) {
        List<String> managers = new ArrayList<>();
        for (Optional<Unit> unit = Optional.of(from); unit.isPresent(); unit = parent(unit.get())) {
            if (unit.get().manager() != null) {
                managers.add(unit.get().manager());
            }
        }
        return managers;
    }

    private List<Person> distinctActive(Stream<String> usernames) {
        Set<Person> found = new LinkedHashSet<>();
        usernames
                .flatMap(username -> person(username).stream())
                .filter(Person::active)
                .forEach(found::add);
        return List.copyOf(found);
    }
}
