package se.mandat.organisation;

import java.util.Set;

/** How far a person's own mandate reaches. It follows from the organisation, never from a title. */
public enum Level {
    MANAGER,
    FRONTLINE,
    STAFF;

    /** The level of somebody who manages a unit or not, and has these roles. */
    static Level of(boolean managesUnit, Set<Role> roles) {
        if (managesUnit) {
            return MANAGER;
        }
        return roles.contains(Role.FRONTLINE) ? FRONTLINE : STAFF;
    }
}
