package se.mandat.invariants;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A case about to be raised; what is not said is a detour for a customer, without any proposal.
 *
 * @param units empty means the raiser's own
 */
record Raising(
        String outcome,
        Long cost,
        Boolean reversible,
        List<String> units,
        String owner,
        String contact,
        String shown,
        Boolean sensitive,
        String recurrenceOf) {

    static final String KUNDSERVICE = "nordvik/medborgarservice/kundservice";
    static final String BIBLIOTEK = "nordvik/medborgarservice/bibliotek";
    static final String GATA = "nordvik/teknik/gata";
    static final String WORDS = "Jag gick fram och tillbaka tre gånger och kom ändå inte in";
    static final String GOAL = "Komma in med sin barnvagn";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What somebody has to decide who is asked what to do at all. */
    static Raising question() {
        return new Raising("DETOUR", null, null, List.of(), null, null, null, null, null);
    }

    /** A change that can be undone. */
    static Raising change(long cost) {
        return new Raising("DETOUR", cost, true, List.of(), null, null, null, null, null);
    }

    Raising outcome(String other) {
        return new Raising(other, cost, reversible, units, owner, contact, shown, sensitive, recurrenceOf);
    }

    Raising forGood() {
        return new Raising(outcome, cost, false, units, owner, contact, shown, sensitive, recurrenceOf);
    }

    Raising touching(String... paths) {
        return new Raising(outcome, cost, reversible, List.of(paths), owner, contact, shown, sensitive, recurrenceOf);
    }

    Raising ownedBy(String person) {
        return new Raising(outcome, cost, reversible, units, person, contact, shown, sensitive, recurrenceOf);
    }

    Raising reachedAt(String details) {
        return new Raising(outcome, cost, reversible, units, owner, details, shown, sensitive, recurrenceOf);
    }

    /** The route that the raiser was shown. */
    Raising shown(String route) {
        return new Raising(outcome, cost, reversible, units, owner, contact, route, sensitive, recurrenceOf);
    }

    /** Whose words only those concerned may read. */
    Raising shielded() {
        return new Raising(outcome, cost, reversible, units, owner, contact, shown, true, recurrenceOf);
    }

    /** The matter of a closed case, which has come back. */
    Raising again(String closed) {
        return new Raising(outcome, cost, reversible, units, owner, contact, shown, sensitive, closed);
    }

    String json() {
        ObjectNode whole = JSON.createObjectNode();
        whole.set(
                "customerVoice",
                node("words", WORDS, "goal", GOAL, "outcome", outcome, "contact", contact, "sensitive", sensitive));
        if (cost != null) {
            whole.set("proposal", proposal(cost, reversible, units));
        }
        if (owner != null) {
            whole.set("decision", node("owner", owner));
        }
        if (shown != null) {
            whole.put("expectedRoute", shown);
        }
        if (recurrenceOf != null) {
            whole.put("recurrenceOf", recurrenceOf);
        }
        return whole.toString();
    }

    static ObjectNode proposal(Long cost, Boolean reversible, List<String> units) {
        ObjectNode proposal = node("text", "Lägg en ramp vid dörren", "cost", cost, "reversible", reversible);
        if (!units.isEmpty()) {
            units.forEach(proposal.putArray("units")::add);
        }
        return proposal;
    }

    /** Names and values in turn; what is null is left out. */
    static String json(Object... namesAndValues) {
        return node(namesAndValues).toString();
    }

    static ObjectNode node(Object... namesAndValues) {
        ObjectNode node = JSON.createObjectNode();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (namesAndValues[i + 1] != null) {
                node.set((String) namesAndValues[i], JSON.valueToTree(namesAndValues[i + 1]));
            }
        }
        return node;
    }
}
