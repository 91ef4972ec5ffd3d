package se.mandat.web.obligation;

import java.util.List;
import se.mandat.web.platform.Mistakes;
import se.mandat.web.platform.Typed;

/**
 * What the people of a unit and of those below it owe now.
 *
 * @param tabs the units that the reader manages
 * @param late what is overdue, the longest overdue first
 * @param coming the rest, the most urgent first
 * @param filter what the reader narrowed by
 * @param next the address of the next page, or null on the last
 * @param first the address of the first page, or null on it
 * @param handover null when the reader may move nothing here
 */
public record UnitDebtsView(
        String path,
        String name,
        List<TodoView.UnitTab> tabs,
        List<Owed> late,
        List<Owed> coming,
        Typed filter,
        String next,
        String first,
        Handover handover) {

    /**
     * @param who the name of the debtor, and of the unit where they work
     * @param pick what the reader may tick to hand it over: its id and whoever's it is; null when they may not
     */
    public record Owed(String who, TodoView.Debt debt, String pick) {

        public Owed(String who, TodoView.Debt debt) {
            this(who, debt, null);
        }

        Owed pickedAs(String what) {
            return new Owed(who, debt, what);
        }
    }

    /**
     * The form by which a manager moves what they have ticked.
     *
     * @param people to whom it can be moved
     * @param refusal why nothing was moved, where it is about no field; null otherwise
     * @param cannot what the one chosen may not hold, a sentence for each
     */
    public record Handover(
            List<Candidate> people, Typed typed, Mistakes mistakes, String refusal, List<String> cannot) {

        public boolean isRefused() {
            return refusal != null || mistakes.any() || !cannot.isEmpty();
        }
    }

    /** Somebody who can hold obligations; {@code name} with the unit where they work. */
    public record Candidate(String username, String name) {}

    /** Whether the reader had ticked it when they were refused. */
    public boolean picked(Owed owed) {
        return handover != null && owed.pick() != null && handover.typed().is("obligations", owed.pick());
    }

    public boolean narrowed() {
        return filter.has("kind") || filter.has("overdue");
    }

    public boolean isEmpty() {
        return late.isEmpty() && coming.isEmpty();
    }

    public String address() {
        return new TodoView.UnitTab(path, name).address();
    }
}
