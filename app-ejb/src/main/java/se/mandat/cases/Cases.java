package se.mandat.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hibernate.LockOptions;
import se.mandat.shared.DomainEvents;
import se.mandat.shared.MandatException;
import se.mandat.shared.Problem;
import se.mandat.worktime.WorkingCalendar;

/** All cases. Whoever changes one holds it alone until the transaction ends. */
@ApplicationScoped
class Cases {

    private static final Map<String, Object> SKIP_LOCKED =
            Map.of("jakarta.persistence.lock.timeout", LockOptions.SKIP_LOCKED);

    /** What has only been read; what has just been made is nobody else's to hold. */
    private static final Set<LockModeType> NOT_HELD =
            Set.of(LockModeType.NONE, LockModeType.READ, LockModeType.OPTIMISTIC);

    @PersistenceContext(unitName = "mandat")
    private EntityManager entityManager;

    @Inject
    private DomainEvents events;

    @Inject
    private Clock clock;

    /** The next number of this year in Stockholm, {@code M} for a case and {@code U} for a draft; gaps happen. */
    String nextNumber(String kind) {
        return (String) entityManager
                .createNativeQuery("select next_number(:kind, :year)", String.class)
                .setParameter("kind", kind)
                .setParameter(
                        "year",
                        LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE)
                                .getYear())
                .getSingleResult();
    }

    /** A new case, with what has happened to it so far. */
    void add(Case raised) {
        entityManager.persist(raised);
        publish(raised);
    }

    /** The case, for reading. */
    Optional<Case> find(String number) {
        return Optional.ofNullable(entityManager.find(Case.class, number));
    }

    /**
     * The case, held by this transaction alone.
     *
     * @throws MandatException when there is none
     */
    Case hold(String number) {
        Case found = entityManager.find(Case.class, number, LockModeType.PESSIMISTIC_WRITE);
        if (found == null) {
            throw notFound(number);
        }
        return found.at(now());
    }

    /** As {@link #hold}; empty when somebody else holds it just now. */
    Optional<Case> holdIfFree(String number) {
        return Optional.ofNullable(entityManager.find(Case.class, number, LockModeType.PESSIMISTIC_WRITE, SKIP_LOCKED))
                .map(found -> found.at(now()));
    }

    /**
     * Holds two cases, always in the same order, so that two commands never wait for each other.
     *
     * @return the second; empty when there is none
     * @throws MandatException when there is no first
     */
    Optional<Case> holdBoth(String first, String second) {
        if (second == null || !exists(second)) {
            hold(first);
            return Optional.empty();
        }
        if (first.compareTo(second) < 0) {
            hold(first);
            return Optional.of(hold(second));
        }
        Case held = hold(second);
        hold(first);
        return Optional.of(held);
    }

    /** Asks without reading it, since what is read before it is held may be old by then. */
    private boolean exists(String number) {
        return (Boolean) entityManager
                .createNativeQuery("select exists (select from case_ where number = :number)", Boolean.class)
                .setParameter("number", number)
                .getSingleResult();
    }

    /**
     * The case that this transaction holds: a command does already, and what a timer of a process owner's does from here
     * on, before anything is written about it.
     */
    Case held(String number) {
        Case found = find(number).orElseThrow(() -> notFound(number));
        if (NOT_HELD.contains(entityManager.getLockMode(found))) {
            entityManager.refresh(found, LockModeType.PESSIMISTIC_WRITE);
        }
        return found.at(now());
    }

    /** Tells everybody who must know what has happened to the case. */
    void publish(Case changed) {
        events.publish(changed.takeEvents());
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    static MandatException notFound(String number) {
        return new MandatException(Problem.NOT_FOUND, "problem.case-not-found", Map.of("case", number));
    }
}
