package se.mandat.web.absence;

import java.time.LocalDate;
import java.util.List;
import se.mandat.web.cases.Choice;
import se.mandat.web.obligation.UnitDebtsView;
import se.mandat.web.platform.Mistakes;
import se.mandat.web.platform.Typed;

/**
 * Who is away, and the forms to say so.
 *
 * @param address where this list stands: the reader's own, a unit's, or everybody's
 * @param of {@code mine}, {@code unit} or {@code all}
 * @param path the unit's path; null unless it is a unit's list
 * @param unit the name of the unit; null unless it is a unit's list
 * @param lines now and coming, the earliest first
 * @param people of whom the reader may say that they will be away; null for the reader alone
 * @param substitutes who can stand in
 * @param form which form was refused: an absence's id, or {@code new}; null when none was
 * @param refusal why, where no field is wrong; null otherwise
 * @param held what others hold in the reader's place; empty on every list but the reader's own
 */
public record AbsenceView(
        String address,
        String of,
        String path,
        String unit,
        List<Line> lines,
        List<Choice> people,
        List<Choice> substitutes,
        String form,
        Typed typed,
        Mistakes mistakes,
        String refusal,
        List<UnitDebtsView.Owed> held) {

    /**
     * One absence.
     *
     * @param who the name of whoever is away, and of the unit where they work
     * @param standIn the name of whoever stands in; null when it is the manager
     * @param begun whether the first day has come
     * @param mayChange whether the reader may change or end it
     */
    public record Line(
            String id,
            String who,
            LocalDate first,
            LocalDate last,
            String substitute,
            String standIn,
            boolean begun,
            boolean mayChange) {

        /** What its form begins with. */
        Typed begin() {
            Typed typed = Typed.NOTHING.with("first", first.toString()).with("last", last.toString());
            return substitute == null ? typed : typed.with("substitute", substitute);
        }
    }

    /** What was typed into this form, or what it begins with. */
    public Typed typed(Line line) {
        return line.id().equals(form) ? typed : line.begin();
    }

    public Mistakes mistakes(Line line) {
        return line.id().equals(form) ? mistakes : Mistakes.NONE;
    }

    public Typed typedAnew() {
        return "new".equals(form) ? typed : Typed.NOTHING;
    }

    public Mistakes mistakesAnew() {
        return "new".equals(form) ? mistakes : Mistakes.NONE;
    }
}
