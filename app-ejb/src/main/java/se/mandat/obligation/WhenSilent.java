package se.mandat.obligation;

/** The price of silence, from {@code service-levels.dmn}. */
public enum WhenSilent {
    MOVES_UP,
    MOVES_UP_OR_LAPSES,
    MOVES_UP_WITH_OWNERSHIP,
    LAPSES
}
