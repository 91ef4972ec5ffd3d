package se.mandat.shared;

import java.util.Objects;
import java.util.Optional;

/**
 * Who does something: a person by user name, or the system by itself.
 *
 * @param username the user name, or {@link #SYSTEM}'s
 * @param onBehalfOf the user name of the absent person whose debt is paid, or null
 */
public record Actor(String username, String onBehalfOf) {

    /** What no person did: a deadline, a reading of the directory. */
    public static final Actor SYSTEM = new Actor("system", null);

    public Actor {
        Objects.requireNonNull(username, "username");
    }

    public static Actor of(String username) {
        return new Actor(username, null);
    }

    public Actor onBehalfOf(String absent) {
        return new Actor(username, absent);
    }

    public Optional<String> behalf() {
        return Optional.ofNullable(onBehalfOf);
    }
}
