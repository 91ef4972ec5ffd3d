package se.mandat.worktime;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The closing days of all units, and who changed them. */
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

    /** Those from this day on, the first first. */
    List<ClosingDay> from(LocalDate first) {
        return entityManager
                .createQuery(
                        "select c from ClosingDay c where c.day >= :first order by c.day, c.unitPath", ClosingDay.class)
                .setParameter("first", first)
                .getResultList();
    }

    Optional<ClosingDay> find(UUID id) {
        return Optional.ofNullable(entityManager.find(ClosingDay.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    void add(ClosingDay day, ClosingDayChange change) {
        entityManager.persist(day);
        entityManager.persist(change);
    }

    void remove(ClosingDay day, ClosingDayChange change) {
        entityManager.remove(day);
        entityManager.persist(change);
    }

    /** The latest changes, the latest first. */
    List<ClosingDayChange> changes(int limit) {
        return entityManager
                .createQuery("select c from ClosingDayChange c order by c.changedAt desc, c.id", ClosingDayChange.class)
                .setMaxResults(limit)
                .getResultList();
    }

    /**
     * The first change of which something is still to be worked out; one that has failed waits for its next try.
     *
     * @param seconds by the machine's clock since then, before it is gone through for the second time
     */
    Optional<ClosingDayChange> pending(int seconds, Instant now) {
        return entityManager
                .createNativeQuery(
                        "select * from closing_day_change where done_at is null and (passes = 0 or entered_at"
                                + " < clock_timestamp() - make_interval(secs => :seconds))"
                                + " and (held_until is null or held_until <= :now)"
                                + " order by entered_at, id limit 1",
                        ClosingDayChange.class)
                .setParameter("seconds", seconds)
                .setParameter("now", now)
                .getResultStream()
                .map(ClosingDayChange.class::cast)
                .findFirst();
    }

    /** Those on which a case has failed, the one that is tried again soonest first. */
    List<ClosingDayChange> failed() {
        return entityManager
                .createQuery(
                        "select c from ClosingDayChange c where c.doneAt is null and c.failedCase is not null"
                                + " order by c.heldUntil nulls first, c.id",
                        ClosingDayChange.class)
                .getResultList();
    }

    /** So many more of this person's due times have moved with the change, on this case. */
    void moved(UUID change, String person, String caseNumber, int howMany) {
        entityManager
                .createNativeQuery("insert into closing_day_moved (change, person, case_number, moved)"
                        + " values (:change, :person, :case, :moved) on conflict (change, person)"
                        + " do update set moved = closing_day_moved.moved + excluded.moved")
                .setParameter("change", change)
                .setParameter("person", person)
                .setParameter("case", caseNumber)
                .setParameter("moved", howMany)
                .executeUpdate();
    }

    /** What has moved of those who have not been told so, and now are. */
    List<ClosingDayChange.Moved> toBeTold(UUID change) {
        List<ClosingDayChange.Moved> untold = entityManager
                .createNativeQuery(
                        "select person, case_number, moved from closing_day_moved"
                                + " where change = :change and not told order by person",
                        ClosingDayChange.Moved.class)
                .setParameter("change", change)
                .getResultList();
        entityManager
                .createNativeQuery("update closing_day_moved set told = true where change = :change and not told")
                .setParameter("change", change)
                .executeUpdate();
        return untold;
    }

    /** The change, held by this transaction alone. */
    Optional<ClosingDayChange> hold(UUID id) {
        return Optional.ofNullable(entityManager.find(ClosingDayChange.class, id, LockModeType.PESSIMISTIC_WRITE));
    }
}
