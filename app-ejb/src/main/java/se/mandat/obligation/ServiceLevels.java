package se.mandat.obligation;

import se.mandat.shared.Outcome;

/** The table of service levels, as deployed. */
public interface ServiceLevels {

    ServiceLevel of(ObligationKind kind, Outcome severity);
}
