package se.mandat.cases;

/** The answer to the effect question. */
public enum EffectVerdict {
    EFFECTIVE,
    PARTLY,
    NOT_EFFECTIVE
}
