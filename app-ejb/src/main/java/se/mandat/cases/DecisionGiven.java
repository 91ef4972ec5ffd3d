package se.mandat.cases;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.List;
import se.mandat.shared.Text;

/**
 * What a decision says beside its verdict.
 *
 * @param owner the user name of whoever shall carry it out; null means the lead unit's manager
 * @param effectQuestion what to ask the customer afterwards; null means the default question
 * @param expectedEffect what shall have become better, or null
 * @param contributors whose help is asked for; null means nobody's
 */
public record DecisionGiven(
        @Text(max = 200) String owner,
        @Text String effectQuestion,
        @Text String expectedEffect,
        @Valid @Size(max = 100, message = "error.too-many") List<ContributorGiven> contributors) {

    /** The decision that says nothing of its own. */
    public static final DecisionGiven DEFAULT = new DecisionGiven(null, null, null, null);
}
