package se.mandat.web.worktime;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import se.mandat.web.cases.Choice;
import se.mandat.web.platform.Mistakes;
import se.mandat.web.platform.Typed;

/**
 * The closing days to come, and who changed which.
 *
 * @param mayChange false for auditors
 * @param concerned how many due times the day that is typed would move; null when nobody has asked
 * @param refusal why nothing was changed, or null
 */
public record ClosingDaysView(
        List<Day> days,
        List<Change> changes,
        boolean mayChange,
        List<Choice> units,
        Typed typed,
        Mistakes mistakes,
        Integer concerned,
        String refusal) {

    /** @param unit the unit's name */
    public record Day(String id, String unit, LocalDate day, String reason) {}

    /**
     * A closing day that came or went.
     *
     * @param by the name of the steward
     * @param moved how many due times have followed so far
     * @param working whether some are still to be worked out
     */
    public record Change(
            String unit,
            LocalDate day,
            String reason,
            boolean added,
            String by,
            Instant at,
            int moved,
            boolean working) {}
}
