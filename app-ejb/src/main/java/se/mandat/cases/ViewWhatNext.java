package se.mandat.cases;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import se.mandat.obligation.Obligation;
import se.mandat.obligation.Obligations;

/** What silence will cost, for whatever tells people of what is owed while they do not look. */
@Stateless
@RolesAllowed("system")
public class ViewWhatNext {

    @Inject
    private Cases cases;

    @Inject
    private Obligations obligations;

    @Inject
    private WhatNext whatNext;

    /** What comes next for each of these that is open and whose clock runs. */
    public Map<UUID, ObligationView.Next> handle(Collection<UUID> ids) {
        Map<UUID, ObligationView.Next> next = new HashMap<>();
        for (UUID id : ids) {
            obligations
                    .find(id)
                    .filter(owed -> owed.isOpen() && !owed.isPaused())
                    .ifPresent(owed -> next.put(id, next(owed)));
        }
        return next;
    }

    private ObligationView.Next next(Obligation owed) {
        return whatNext.of(Standing.of(owed, cases.find(owed.caseNumber()).orElseThrow()));
    }
}
