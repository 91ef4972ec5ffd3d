package se.mandat.web.cases;

import java.util.List;
import se.mandat.web.obligation.TodoView;

/**
 * The cases that the reader follows.
 *
 * @param units the units that the reader manages
 * @param next the address of the next page, or null on the last
 * @param first the address of the first page, or null on it
 */
public record FollowingView(List<CasesView.Row> rows, List<TodoView.UnitTab> units, String next, String first) {}
