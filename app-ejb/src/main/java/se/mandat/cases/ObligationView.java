package se.mandat.cases;

import java.time.Instant;
import java.util.UUID;
import se.mandat.obligation.DecisionConcern;
import se.mandat.obligation.ObligationKind;
import se.mandat.obligation.ObligationState;
import se.mandat.shared.Outcome;

/**
 * An obligation as people and programs read it.
 *
 * @param appoints what the person to be appointed will owe; null for every kind but APPOINT
 * @param concerns what is to be decided; null when nothing is
 * @param matter what it is about beside the main line; null on it
 * @param overdue computed when it was read
 * @param next what happens when the debtor stays silent; null when it has ended
 * @param customerWords the words of the case's first voice; null when they are kept from this reader
 */
public record ObligationView(
        UUID id,
        String caseNumber,
        ObligationKind kind,
        ObligationKind appoints,
        DecisionConcern concerns,
        UUID matter,
        boolean leading,
        String debtor,
        String onBehalfOf,
        Instant openedAt,
        Instant opensAt,
        Instant dueAt,
        Instant ceilingAt,
        Instant remindAt,
        ObligationState state,
        Instant endedAt,
        int rung,
        boolean overdue,
        Next next,
        String customerWords,
        String goal,
        Outcome severity,
        String raisedBy,
        long version) {

    /** The price of silence. */
    public enum Silence {
        /** Somebody else owes it then. */
        MOVES,
        /** The right is lost: the rejection stands, or the old owner stays. */
        LAPSES,
        /** Nobody is above: it goes on the list of broken obligations. */
        BROKEN
    }

    /**
     * What happens next unless the debtor acts.
     *
     * @param who user name of whoever is told at the due time and then gets it; null at the top
     * @param at when that is
     */
    public record Next(String who, Silence what, Instant at) {}
}
