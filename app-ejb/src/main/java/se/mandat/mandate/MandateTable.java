package se.mandat.mandate;

/** The decision table of the mandate, as deployed. */
public interface MandateTable {

    /** The answer of the newest version. */
    MandateRuling rule(MandateInputs inputs);

    /** The answer that the given version gives to the same inputs: proof of an earlier answer. */
    MandateRuling reproduce(int version, MandateInputs inputs);
}
