package se.mandat.mandate;

import java.util.List;
import se.mandat.organisation.Person;
import se.mandat.shared.Outcome;

/**
 * May this person decide this? Asked before submitting, at submission, and again when the proposal changes.
 *
 * @param cost whole kronor, null when unknown
 * @param reversible null when unknown
 * @param units paths of the touched units, the lead unit first; at least one
 */
public record MandateQuestion(
        Person raiser, Outcome severity, boolean hasProposal, Long cost, Boolean reversible, List<String> units) {

    public MandateQuestion {
        units = List.copyOf(units);
    }
}
