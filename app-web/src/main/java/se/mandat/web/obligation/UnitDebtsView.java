package se.mandat.web.obligation;

import java.util.List;
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
 */
public record UnitDebtsView(
        String path,
        String name,
        List<TodoView.UnitTab> tabs,
        List<Owed> late,
        List<Owed> coming,
        Typed filter,
        String next,
        String first) {

    /** @param who the name of the debtor, and of the unit where they work */
    public record Owed(String who, TodoView.Debt debt) {}

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
