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

/** The closing days and open eves of all units, and who changed them. */
@ApplicationScoped
class ClosingDays {

    @PersistenceContext(unitName = "mandat")
    private EntityManager entityManager;

    UnitDays unitDays() {
        return UnitDays.of(all(ClosingDay.class), all(OpenEve.class));
    }

    private <D extends UnitDay> List<D> all(Class<D> kind) {
        return entityManager
                .createQuery("select d from " + kind.getSimpleName() + " d", kind)
                .setFlushMode(FlushModeType.COMMIT)
                .getResultList();
    }

    /** Those from this day on, the first first. */
    <D extends UnitDay> List<D> from(Class<D> kind, LocalDate first) {
        return entityManager
                .createQuery(
                        "select d from " + kind.getSimpleName() + " d where d.day >= :first order by d.day, d.unitPath",
                        kind)
                .setParameter("first", first)
                .getResultList();
    }

    /** Whether this unit itself, and not only one above it, is open on this eve. */
    boolean isOpenEve(String unitPath, LocalDate day) {
        return !entityManager
                .createQuery("select e.id from OpenEve e where e.unitPath = :unit and e.day = :day", UUID.class)
                .setParameter("unit", unitPath)
                .setParameter("day", day)
                .getResultList()
                .isEmpty();
    }

    <D extends UnitDay> Optional<D> find(Class<D> kind, UUID id) {
        return Optional.ofNullable(entityManager.find(kind, id, LockModeType.PESSIMISTIC_WRITE));
    }

    void add(UnitDay day, ClosingDayChange change) {
        entityManager.persist(day);
        entityManager.persist(change);
    }

    void remove(UnitDay day, ClosingDayChange change) {
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
