package se.mandat.history;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** Proves, or disproves, that what the history of a subject says is what was written when it happened. */
@Stateless
@RolesAllowed("employee")
public class VerifyHistory {

    @Inject
    private Chains chains;

    /**
     * Recomputes every hash and compares the chain with its head.
     *
     * @param subject the number of a case that exists: one without any history is reported as broken
     */
    public Verification handle(String subject) {
        return chains.whole(subject).verify();
    }
}
