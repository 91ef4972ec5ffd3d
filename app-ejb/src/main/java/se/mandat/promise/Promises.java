package se.mandat.promise;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.mandat.shared.DomainEvents;
import se.mandat.shared.MandatException;
import se.mandat.shared.MandatException.FieldError;
import se.mandat.shared.Problem;

/** All promises, in force and withdrawn. */
@ApplicationScoped
public class Promises {

    @PersistenceContext(unitName = "mandat")
    private EntityManager entityManager;

    @Inject
    private DomainEvents events;

    /**
     * That this promise was broken. It stays in force until the transaction ends.
     *
     * @param id as somebody has named it
     * @param field where they did
     * @throws MandatException when there is no such promise, or it is withdrawn
     */
    public Breach breachOf(String id, String field) {
        Promise promise = entityManager.find(Promise.class, id, LockModeType.PESSIMISTIC_READ);
        if (promise == null || !promise.isInForce()) {
            String key = promise == null ? "error.unknown-promise" : "error.promise-withdrawn";
            throw MandatException.invalid(List.of(new FieldError(field, key, Map.of("promise", id))));
        }
        return promise.broken();
    }

    /** The next id; gaps happen. */
    String nextId() {
        return (String) entityManager
                .createNativeQuery("select 'L-' || nextval('promise_number')", String.class)
                .getSingleResult();
    }

    /** A new promise, with what has happened to it so far. */
    void add(Promise given) {
        entityManager.persist(given);
        publish(given);
    }

    Optional<Promise> find(String id) {
        return Optional.ofNullable(entityManager.find(Promise.class, id));
    }

    /**
     * The promise, held by this transaction alone.
     *
     * @throws MandatException when there is none
     */
    Promise hold(String id) {
        return Optional.ofNullable(entityManager.find(Promise.class, id, LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(() -> new MandatException(Problem.NOT_FOUND, "problem.promise-not-found"));
    }

    /** Tells everybody who must know what has happened to the promise. */
    void publish(Promise changed) {
        events.publish(changed.takeEvents());
    }

    /** Those in force first, each the oldest first. */
    List<Promise> all() {
        return entityManager
                .createQuery(
                        "select p from Promise p order by case when p.withdrawnAt is null then 0 else 1 end,"
                                + " p.givenAt, length(p.id), p.id",
                        Promise.class)
                .getResultList();
    }
}
