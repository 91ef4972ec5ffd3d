package se.mandat.notification;

/** When a person wants to be mailed what they are told. */
public enum MailChoice {
    /** As it happens, within working time. */
    AT_ONCE,
    /** Gathered, in the morning and at noon of working days. */
    DIGEST
}
