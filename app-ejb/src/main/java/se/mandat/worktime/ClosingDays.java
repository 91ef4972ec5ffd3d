package se.mandat.worktime;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/** The closing days of all units. */
@ApplicationScoped
class ClosingDays {

    @PersistenceContext(unitName = "mandat")
    private EntityManager entityManager;

    List<ClosingDay> all() {
        return entityManager
                .createQuery("select c from ClosingDay c", ClosingDay.class)
                .setFlushMode(FlushModeType.COMMIT)
                .getResultList();
    }
}
