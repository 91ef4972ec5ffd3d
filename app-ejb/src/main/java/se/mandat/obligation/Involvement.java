package se.mandat.obligation;

import java.util.Set;

/**
 * What people have had to do with a case, as far as it bars them from owing certain things.
 *
 * @param raiser the user name of whoever raised the case
 * @param owners the user names of everybody who has owned the case, ever
 * @param contributors the user names of everybody who has contributed in this round
 */
public record Involvement(String raiser, Set<String> owners, Set<String> contributors) {

    public Involvement {
        owners = Set.copyOf(owners);
        contributors = Set.copyOf(contributors);
    }
}
