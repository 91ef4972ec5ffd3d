package se.mandat.web.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import se.mandat.cases.ContributorGiven;
import se.mandat.shared.MandatException.FieldError;
import se.mandat.web.platform.Mistakes;
import se.mandat.web.platform.Typed;

/** The rows of a form in which contributors are asked for: {@code name[0].to}, {@code .what} and {@code .dueOn}. */
public final class Contributors {

    /** As many rows as a form offers; a program may send more. */
    public static final int ROWS = 3;

    private Contributors() {}

    /** Whether somebody has written in the rows from this one on, or has to correct them. */
    public static boolean open(String name, int first, Typed typed, Mistakes mistakes) {
        return IntStream.range(first, ROWS)
                .mapToObj(i -> name + "[" + i + "]")
                .anyMatch(row ->
                        typed.values().keySet().stream().anyMatch(field -> field.startsWith(row) && typed.has(field))
                                || mistakes.messages().keySet().stream().anyMatch(field -> field.startsWith(row)));
    }

    /** The rows that somebody has written in; null when none. */
    static List<ContributorGiven> of(Typed typed, String name, List<FieldError> mistakes) {
        List<ContributorGiven> contributors = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            String row = name + "[" + i + "]";
            if (typed.has(row + ".to") || typed.has(row + ".what") || typed.has(row + ".dueOn")) {
                contributors.add(new ContributorGiven(
                        typed.text(row + ".to"),
                        typed.text(row + ".what"),
                        RaiseForm.day(typed, row + ".dueOn", mistakes)));
            }
        }
        return contributors.isEmpty() ? null : contributors;
    }

    /** The other way: rows that hold these. */
    static Typed typed(Typed typed, String name, List<ContributorGiven> contributors) {
        Typed filled = typed;
        for (int i = 0; contributors != null && i < contributors.size(); i++) {
            String row = name + "[" + i + "]";
            ContributorGiven one = contributors.get(i);
            filled = put(filled, row + ".to", one.to());
            filled = put(filled, row + ".what", one.what());
            filled = put(filled, row + ".dueOn", one.dueOn());
        }
        return filled;
    }

    private static Typed put(Typed typed, String field, Object value) {
        return value == null ? typed : typed.with(field, value.toString());
    }
}
