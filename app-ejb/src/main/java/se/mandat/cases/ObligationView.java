package se.mandat.cases;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import se.mandat.obligation.DecisionConcern;
import se.mandat.obligation.Escalation;
import se.mandat.obligation.Extension;
import se.mandat.obligation.ExtensionState;
import se.mandat.obligation.ObligationKind;
import se.mandat.obligation.ObligationState;
import se.mandat.shared.Outcome;

/**
 * An obligation as people and programs read it.
 *
 * @param appoints what the person to be appointed will owe; null for every kind but APPOINT
 * @param concerns what is to be decided; null when nothing is
 * @param matter what it is about beside the main line; null on it
 * @param escalations the rungs it has climbed, the first first
 * @param overdue computed when it was read
 * @param absent whether it is open and its debtor is away today
 * @param next what happens when the debtor stays silent; null when it has ended
 * @param pausedUntil until when its clock stands still; null while it runs
 * @param extensions the questions for more time, the first first
 * @param rights what the reader may do now with its time; empty where the case is not looked at as a whole
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
        List<Rung> escalations,
        boolean overdue,
        boolean absent,
        Instant pausedUntil,
        List<Extended> extensions,
        Set<Right> rights,
        Next next,
        String customerWords,
        String goal,
        Outcome severity,
        String raisedBy,
        long version) {

    /**
     * A question for more time.
     *
     * @param dueAt the due time that was asked for
     * @param reason null when it is kept from this reader
     * @param answeredBy null until somebody has answered, and when nobody did in time
     * @param answer what was said about it; null when nothing was, or when it is kept from this reader
     */
    public record Extended(
            UUID id,
            String askedBy,
            Instant askedAt,
            Instant dueAt,
            String reason,
            ExtensionState state,
            String answeredBy,
            Instant answeredAt,
            String answer) {

        static Extended of(Extension extension, boolean hidden) {
            return new Extended(
                    extension.id(),
                    extension.askedBy(),
                    extension.askedAt(),
                    extension.dueAt(),
                    hidden ? null : extension.reason(),
                    extension.state(),
                    extension.answeredBy(),
                    extension.answeredAt(),
                    hidden ? null : extension.answer());
        }
    }

    /** One rung that it has climbed, counted from 1 over all its debtors; {@code to} was told, or got it. */
    public record Rung(int rung, String from, String to, Instant plannedAt, Instant at) {

        static Rung of(Escalation escalation) {
            return new Rung(
                    escalation.rung(), escalation.from(), escalation.to(), escalation.plannedAt(), escalation.at());
        }
    }

    /** The price of silence. */
    public enum Silence {
        /** Somebody else owes it then. */
        MOVES,
        /** The right is lost: the rejection stands, or the old owner stays. */
        LAPSES,
        /** Nobody decides: the proposal stands. */
        STANDS,
        /** Nobody decides: the work goes on as it was decided before. */
        GOES_ON,
        /** Nobody is above: it goes on the list of broken obligations. */
        BROKEN
    }

    /**
     * What happens next unless the debtor acts.
     *
     * @param who user name of whoever is told at the due time and then gets it; null at the top
     * @param at when that is; for what is broken already, when it is told of again
     */
    public record Next(String who, Silence what, Instant at) {}
}
