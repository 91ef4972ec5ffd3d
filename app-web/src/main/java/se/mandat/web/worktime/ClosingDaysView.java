package se.mandat.web.worktime;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import se.mandat.web.cases.Choice;
import se.mandat.web.platform.Mistakes;
import se.mandat.web.platform.Typed;

/**
 * The closing days and eves to come, and who changed which.
 *
 * @param eves those of the next year, and those further ahead that are open somewhere
 * @param mayChange false for auditors
 * @param comingEves every eve that can be opened
 * @param refusal why nothing was changed, or null
 */
public record ClosingDaysView(
        List<Day> days,
        List<Eve> eves,
        List<Change> changes,
        boolean mayChange,
        List<Choice> units,
        List<Choice> comingEves,
        Form adding,
        Form opening,
        String refusal) {

    /** Whether something is to be put right. */
    public boolean failed() {
        return adding.mistakes.any() || opening.mistakes.any() || refusal != null;
    }

    /** @param unit the unit's name */
    public record Day(String id, String unit, LocalDate day, String reason) {}

    /**
     * @param name which eve it is
     * @param open where it is not closed
     */
    public record Eve(String name, LocalDate day, List<Day> open) {}

    /** @param concerned how many due times the day that is typed would move; null when nobody has asked */
    public record Form(Typed typed, Mistakes mistakes, Integer concerned) {

        static final Form EMPTY = new Form(Typed.NOTHING, Mistakes.NONE, null);
    }

    /**
     * A closing day that came or went, or an eve that was opened or closed again.
     *
     * @param by the name of the steward
     * @param moved how many due times have followed so far
     * @param working whether some are still to be worked out
     */
    public record Change(
            String unit,
            LocalDate day,
            String reason,
            String kind,
            String by,
            Instant at,
            int moved,
            boolean working) {}
}
