package se.mandat.notification;

import java.util.Set;

/** Whether something that somebody was told is still worth a mail. */
final class Relevance {

    /** Told to whoever owes it, or comes to. */
    private static final Set<String> TO_ITS_DEBTOR = Set.of(
            "obligation.opened.v1", "obligation.transferred.v1", "obligation.reminded.v1", "obligation.told-again.v1");

    /** Told to those above, while it is overdue. */
    private static final String ESCALATED = "obligation.escalated.v1";

    private Relevance() {}

    /** Whether it tells of something that somebody owes, which may have ended or moved on meanwhile. */
    static boolean tellsOfDebt(String kind) {
        return TO_ITS_DEBTOR.contains(kind) || ESCALATED.equals(kind);
    }

    /**
     * Whether it is still so.
     *
     * @param state of the obligation that it tells of; null when it tells of none
     * @param debtor who owes that now
     */
    static boolean holds(String kind, String state, String debtor, String recipient) {
        if (state == null || !tellsOfDebt(kind)) {
            return true;
        }
        return state.equals("OPEN") && (kind.equals(ESCALATED) || recipient.equals(debtor));
    }
}
