package se.mandat.organisation;

import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A person as the identity provider has them: in any number of units.
 *
 * @param units the paths of the units this person stands in
 * @param active false when disabled there, or gone
 * @param email where mail reaches them, or null
 * @param language in which they read, {@code en}; null when the identity provider does not say
 */
record Account(
        String username,
        String name,
        SortedSet<String> units,
        Set<Role> roles,
        boolean active,
        String email,
        String language) {

    /** Somebody without a mail address. */
    Account(String username, String name, SortedSet<String> units, Set<Role> roles, boolean active) {
        this(username, name, units, roles, active, null, null);
    }

    Account {
        Objects.requireNonNull(username, "username");
        Objects.requireNonNull(name, "name");
        units = new TreeSet<>(units);
        roles = Set.copyOf(roles);
    }

    /** May hold a debt, as far as the directory has a say. */
    boolean mayHold() {
        return active && !roles.contains(Role.AUDITOR);
    }

    Account gone() {
        return new Account(username, name, units, roles, false, email, language);
    }

    Person person(Set<String> managers) {
        String unit = units.size() == 1 ? units.first() : null;
        return new Person(
                username, name, unit, roles, Level.of(managers.contains(username), roles), active, email, language);
    }
}
