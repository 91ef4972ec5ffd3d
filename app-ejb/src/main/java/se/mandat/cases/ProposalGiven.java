package se.mandat.cases;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import se.mandat.shared.Text;

/**
 * What somebody wants to change.
 *
 * @param cost whole kronor, null when unknown
 * @param reversible null when unknown
 * @param units paths of the touched units, the lead unit first; null or empty means the raiser's own
 */
public record ProposalGiven(
        @Text(required = true) String text,
        @Min(value = 0, message = "error.too-small") @Max(value = 1_000_000_000, message = "error.too-large") Long cost,
        Boolean reversible,
        @Size(max = 100, message = "error.too-many") List<String> units) {

    Proposal proposal() {
        return new Proposal(text, cost, reversible);
    }
}
