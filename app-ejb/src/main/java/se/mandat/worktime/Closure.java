package se.mandat.worktime;

/** Why a unit is closed on a day; of several reasons the first. */
public enum Closure {
    WEEKEND,
    /** A public holiday by law. */
    HOLIDAY,
    CLOSING_DAY,
    /** By default, so that it can be opened. */
    EVE
}
