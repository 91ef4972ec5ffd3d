package se.mandat.web.platform;

import java.util.OptionalLong;

/**
 * A row of the stewards' front page. Each page for stewards has one: a bean of this type, beside the page.
 *
 * @implSpec the words are the messages {@code steward.row.<name>} and, for what is found there, {@code
 *     steward.row.<name>.text}
 */
public interface StewardRow {

    /** Names the row among all. */
    String name();

    /** Where the page is. */
    String address();

    /** Lower ones come first: what needs attention before what is read now and then. */
    int place();

    /** How much there needs a steward's attention; empty where nothing is counted. */
    default OptionalLong waiting() {
        return OptionalLong.empty();
    }

    /** False where the system was started without it. */
    default boolean isThere() {
        return true;
    }
}
