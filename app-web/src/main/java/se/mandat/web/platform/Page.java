package se.mandat.web.platform;

import java.util.Map;
import java.util.TreeMap;

/**
 * A page to be shown: the name of its template and what the template is given.
 *
 * @param template the file below {@code src/main/jte} without its ending, {@code todo}
 * @param parameters the template's parameters by name
 */
public record Page(String template, Map<String, Object> parameters) {

    /** A page of this template; {@code named} are pairs of a parameter's name and its value. */
    public static Page of(String template, Object... named) {
        Map<String, Object> parameters = new TreeMap<>();
        for (int i = 0; i < named.length; i += 2) {
            if (named[i + 1] != null) {
                parameters.put((String) named[i], named[i + 1]);
            }
        }
        return new Page(template, parameters);
    }
}
