package se.mandat.organisation;

import java.util.List;
import java.util.Set;

/**
 * What a reading changes.
 *
 * @param next the register as it is afterwards, with those who are gone
 * @param units new or changed
 * @param dissolved the paths of units that are no more
 * @param accounts new or changed
 * @param left the user names of those who may hold nothing any more and could before
 */
record Differences(
        Register next,
        List<Unit> units,
        Set<String> dissolved,
        List<Account> accounts,
        boolean deputyChanged,
        Set<String> left) {

    boolean none() {
        return units.isEmpty() && dissolved.isEmpty() && accounts.isEmpty() && !deputyChanged;
    }
}
