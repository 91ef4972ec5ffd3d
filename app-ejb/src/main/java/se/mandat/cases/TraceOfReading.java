package se.mandat.cases;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.UUID;

/** Leaves the trace of a reading in a transaction of its own, so that a refused one leaves it too. */
@Stateless
public class TraceOfReading {

    @PersistenceContext(unitName = "mandat")
    private EntityManager entityManager;

    @Inject
    private Cases cases;

    @RolesAllowed("employee")
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void leave(UUID voice, String caseNumber, String by, boolean allowed) {
        entityManager.persist(new ContactReading(voice, caseNumber, by, cases.now(), allowed));
    }
}
