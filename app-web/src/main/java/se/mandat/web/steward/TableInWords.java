package se.mandat.web.steward;

import java.util.List;

/**
 * A decision table as people read it.
 *
 * @param newest the version by which new questions are answered
 * @param about what the table says about itself; null in a language in which it says nothing
 * @param when the names of what is asked
 * @param then the names of what is answered
 */
public record TableInWords(
        String id,
        int version,
        int newest,
        String name,
        String about,
        List<String> when,
        List<String> then,
        List<Rule> rules) {

    /**
     * One row.
     *
     * @param about what the rule says about itself, or null
     * @param when what has to be so; null where anything may be
     * @param then the answers; null where there is none
     */
    public record Rule(String about, List<String> when, List<String> then) {}

    /** Whether newer versions have come. */
    public boolean isOld() {
        return version < newest;
    }
}
