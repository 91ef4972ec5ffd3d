package se.mandat.web.cases;

import java.util.List;
import java.util.stream.Collectors;
import se.mandat.web.platform.Mistakes;
import se.mandat.web.platform.Typed;

/**
 * The form in which a case is raised, or a draft is written on.
 *
 * @param draft the draft's number, or null for a new case
 * @param version the draft's version, or null
 * @param answer the mandate's answer, or null when the required answers are not given yet
 * @param similar open cases like what the customer said, the likest first
 * @param checkBeforeSending whether the answer is shown for the first time and nothing has been sent
 * @param units all units, the reader's own first
 * @param people those who can carry it out
 * @param leadManager the manager of the lead unit
 * @param onCall the on-call number of the lead unit, or null
 * @param promises those that may have been broken; not asked for where only the answer is shown
 */
public record RaiseView(
        String draft,
        Long version,
        Typed typed,
        Mistakes mistakes,
        MandateView answer,
        List<SimilarView> similar,
        boolean checkBeforeSending,
        List<Choice> units,
        List<Choice> people,
        String me,
        Choice leadManager,
        String onCall,
        List<Choice> promises) {

    /** What stands beside the form, in short: the same again need not be shown, or said, anew. */
    public String shown() {
        return (answer == null
                        ? ""
                        : String.join(
                                "/",
                                answer.route(),
                                String.valueOf(answer.rule()),
                                String.valueOf(answer.decider()),
                                String.valueOf(answer.left())))
                + "|"
                + similar.stream().map(SimilarView::number).collect(Collectors.joining(","));
    }
}
