package se.mandat.promise;

/** Whether a promise still holds. */
public enum PromiseState {
    IN_FORCE,
    WITHDRAWN
}
