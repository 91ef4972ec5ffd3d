package se.mandat.organisation;

import java.util.Objects;

/**
 * A part of the organisation.
 *
 * @param path the names from the root down, {@code nordvik/teknik/gata}
 * @param parent the path of the unit above; null for the root
 * @param manager the user name of its manager; null when nobody is named
 * @param onCall whom to telephone when a customer comes to harm; null when the unit has no such number
 */
public record Unit(String path, String name, String parent, String manager, String onCall) {

    public Unit {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(name, "name");
    }

    /** Whether {@code other} is this unit or lies somewhere below it. */
    boolean contains(String other) {
        return contains(path, other);
    }

    static boolean contains(String path, String other) {
        return other.equals(path) || other.startsWith(path + "/");
    }
}
