package se.mandat.web.obligation;

import java.util.List;

/**
 * What is broken now. It says of whom and of what, and counts nobody.
 *
 * @param owed the longest overdue first
 * @param units the units that the reader manages
 * @param next the address of the next page, or null on the last
 * @param first the address of the first page, or null on it
 */
public record BrokenView(List<UnitDebtsView.Owed> owed, List<TodoView.UnitTab> units, String next, String first) {}
