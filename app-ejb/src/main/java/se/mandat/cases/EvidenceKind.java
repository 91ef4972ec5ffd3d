package se.mandat.cases;

/** How the reviewer knows. */
public enum EvidenceKind {
    CUSTOMER_SAID,
    OBSERVED,
    MEASURED
}
