package se.mandat.cases;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import se.mandat.shared.Inputs;
import se.mandat.shared.MandatException;
import se.mandat.shared.Outcome;
import se.mandat.shared.Text;

/** Which open cases are about the same matter? Asked while somebody writes what a customer said; nothing is kept. */
@Stateless
public class SimilarCases {

    @Inject
    private CallingPerson caller;

    @Inject
    private Inputs inputs;

    @Inject
    private CasesAlike casesAlike;

    /** What a customer said, and wanted if that is known. */
    public record Question(@Text(required = true) String words, @Text(max = 500) String goal) {}

    /**
     * An open case that is alike, in the words of the first customer who met with it.
     *
     * @param unit the lead unit's path
     */
    public record Found(
            String number,
            String words,
            String goal,
            Outcome severity,
            CaseStage stage,
            String unit,
            Instant raisedAt) {}

    /**
     * The best first, and none that is not alike enough.
     *
     * @throws MandatException when there are no words, or too many
     */
    @RolesAllowed("employee")
    public List<Found> handle(Question question) {
        caller.get();
        inputs.check(question);
        return casesAlike.to(question.words() + " " + (question.goal() == null ? "" : question.goal()));
    }
}
