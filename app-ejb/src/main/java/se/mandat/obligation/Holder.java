package se.mandat.obligation;

import java.util.Objects;
import se.mandat.organisation.Person;

/**
 * Who holds a debt, and whose it is.
 *
 * @param onBehalfOf the absent person in whose place the debtor holds it; null for one's own
 */
public record Holder(Person debtor, Person onBehalfOf) {

    public Holder {
        Objects.requireNonNull(debtor, "debtor");
        if (debtor.equals(onBehalfOf)) {
            throw new IllegalArgumentException(debtor.username() + " stands in for themself");
        }
    }

    /** Somebody holds their own. */
    public static Holder of(Person debtor) {
        return new Holder(debtor, null);
    }

    /** Whose debt it is: by their line it climbs, by their unit's calendar it is due. */
    public Person whose() {
        return onBehalfOf == null ? debtor : onBehalfOf;
    }

    String absent() {
        return onBehalfOf == null ? null : onBehalfOf.username();
    }
}
