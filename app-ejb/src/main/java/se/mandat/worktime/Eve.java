package se.mandat.worktime;

/** A day on which the organisation is closed by custom and not by law: by default, and unless a unit keeps open. */
public enum Eve {
    MIDSUMMER_EVE,
    CHRISTMAS_EVE,
    NEW_YEARS_EVE
}
