package se.mandat.mandate;

import se.mandat.organisation.Level;
import se.mandat.shared.Outcome;

/**
 * All that {@code mandate.dmn} is told. Kept with the answer, so that the same question can be asked again.
 *
 * @param cost whole kronor, null when unknown
 * @param reversible null when unknown
 * @param ledgerLeft whole kronor that the raiser may still decide over this quarter
 */
public record MandateInputs(
        Level level,
        boolean hasProposal,
        Long cost,
        Boolean reversible,
        int unitCount,
        Outcome severity,
        long ledgerLeft) {}
