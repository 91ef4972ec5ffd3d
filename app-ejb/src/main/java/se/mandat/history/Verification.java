package se.mandat.history;

/**
 * What the verification of a chain found.
 *
 * @param intact nothing was changed, removed, inserted or put in another order
 * @param entries how many entries there are now
 * @param head what the chain says of itself; null when that is gone
 * @param firstBreak the first entry that is not what it was; null when all are
 */
public record Verification(boolean intact, int entries, Head head, Break firstBreak) {

    /** @param seq the number of the entry where the chain breaks, also when the entry itself is missing */
    public record Break(int seq, Why why) {}

    /** In what way a chain is broken. */
    public enum Why {
        /** An entry is missing here, or others have been put in its place. */
        ENTRY_MISSING,
        /** The entry does not follow the one before it: entries were inserted, removed or swapped. */
        NOT_THE_NEXT,
        /** Type, time, actor or facts of the entry are not those that were hashed. */
        ENTRY_CHANGED,
        /** A text is not the one that was written. */
        TEXT_CHANGED,
        /** A text is gone without a trace. */
        TEXT_MISSING,
        /** A text was erased, and no later entry says so. */
        TEXT_ERASED_UNSAID,
        /** There is no record of how long the chain must be. */
        HEAD_MISSING,
        /** Nothing more should follow here, or the last entry is another than the recorded one. */
        HEAD_DISAGREES
    }

    static Verification intact(Head head) {
        return new Verification(true, head.seq(), head, null);
    }

    static Verification broken(int entries, Head head, int seq, Why why) {
        return new Verification(false, entries, head, new Break(seq, why));
    }
}
