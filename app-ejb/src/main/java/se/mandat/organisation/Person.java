package se.mandat.organisation;

import java.util.Objects;
import java.util.Set;

/**
 * Somebody in the organisation.
 *
 * @param username the name in the identity provider, in lower case
 * @param name first and last name, to be shown
 * @param unit the path of the one unit this person belongs to; null when they belong to none or to several
 * @param active false when disabled in the identity provider or gone from it; such a person can be given nothing
 * @param email where mail reaches them, or null
 * @param language in which they read, {@code en}; null when the identity provider does not say
 */
public record Person(
        String username,
        String name,
        String unit,
        Set<Role> roles,
        Level level,
        boolean active,
        String email,
        String language) {

    /** Somebody without a mail address. */
    public Person(String username, String name, String unit, Set<Role> roles, Level level, boolean active) {
        this(username, name, unit, roles, level, active, null, null);
    }

    public Person {
        Objects.requireNonNull(username, "username");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(level, "level");
        roles = Set.copyOf(roles);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** An auditor reads everything and holds nothing. */
    public boolean isAuditor() {
        return is(Role.AUDITOR);
    }
}
