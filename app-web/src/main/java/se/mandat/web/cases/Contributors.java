package se.mandat.web.cases;

import java.util.ArrayList;
import java.util.List;
import se.mandat.cases.ContributorGiven;
import se.mandat.shared.MandatException.FieldError;
import se.mandat.web.platform.Typed;

/** The rows of a form in which contributors are asked for: {@code name[0].to}, {@code .what} and {@code .dueOn}. */
final class Contributors {

    /** As many rows as a form offers; a program may send more. */
    static final int ROWS = 3;

    private Contributors() {}

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
}
