package se.mandat.web.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import se.mandat.organisation.Directory;
import se.mandat.shared.Caller;
import se.mandat.shared.MandatException;
import se.mandat.shared.MandatException.FieldError;

/** The people and units that a question names: {@code me} is the one who asks. */
@ApplicationScoped
public class Named {

    private static final String ME = "me";

    @Inject
    private Directory directory;

    @Inject
    private Caller caller;

    /**
     * The user name, or null when nobody is named.
     *
     * @throws MandatException when there is no such person
     */
    public String person(String parameter, String username) {
        if (ME.equals(username)) {
            return caller.actor().username();
        }
        if (username != null && directory.now().person(username).isEmpty()) {
            throw MandatException.invalid(
                    List.of(new FieldError(parameter, "error.unknown-person", Map.of("person", username))));
        }
        return username;
    }

    /**
     * The unit's path, or null when none is named.
     *
     * @throws MandatException when there is no such unit
     */
    public String unit(String parameter, String path) {
        if (path != null && directory.now().unit(path).isEmpty()) {
            throw MandatException.invalid(
                    List.of(new FieldError(parameter, "error.unknown-unit", Map.of("unit", path))));
        }
        return path;
    }
}
