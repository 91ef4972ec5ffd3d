package se.mandat.mandate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import org.hibernate.query.NativeQuery;
import se.mandat.organisation.Person;

/**
 * What each person has decided over this quarter, in whole kronor. It never goes below zero: the charge is one
 * statement that takes only what is left, and the table's own check says the same.
 */
@ApplicationScoped
public class Ledger {

    @PersistenceContext(unitName = "mandat")
    private EntityManager entityManager;

    @Inject
    private LedgerLimits limits;

    @Inject
    private Clock clock;

    /** The person's account this quarter. */
    public record Account(Quarter quarter, long limit, long used) {
        public long left() {
            return limit - used;
        }
    }

    /** The account as it stands; a limit that changes during a quarter applies from the next. */
    public Account of(Person person) {
        Quarter quarter = Quarter.of(clock.instant());
        List<?> rows = entityManager
                .createNativeQuery(
                        "select spending_limit, used from ledger_account where person = :person and quarter = :quarter",
                        Object[].class)
                // said, so that the driver need not ask the database what it gives
                .unwrap(NativeQuery.class)
                .addScalar("spending_limit", Long.class)
                .addScalar("used", Long.class)
                .setParameter("person", person.username())
                .setParameter("quarter", quarter.toString())
                .getResultList();
        if (rows.isEmpty()) {
            return new Account(quarter, limits.of(person.level()), 0);
        }
        Object[] row = (Object[]) rows.getFirst();
        return new Account(quarter, (Long) row[0], (Long) row[1]);
    }

    /**
     * Takes {@code cost} kronor from what is left.
     *
     * @return whether there was enough; when not, nothing is taken
     */
    boolean take(Person person, Quarter quarter, long cost) {
        return entityManager
                        .createNativeQuery(
                                """
                                insert into ledger_account as a (person, quarter, spending_limit, used)
                                select :person, :quarter, cast(:limit as bigint), cast(:cost as bigint)
                                 where :cost <= :limit
                                    or exists (select from ledger_account
                                                where person = :person and quarter = :quarter)
                                on conflict (person, quarter) do update set used = a.used + excluded.used
                                 where a.used + excluded.used <= a.spending_limit
                                """)
                        .setParameter("person", person.username())
                        .setParameter("quarter", quarter.toString())
                        .setParameter("limit", limits.of(person.level()))
                        .setParameter("cost", cost)
                        .executeUpdate()
                == 1;
    }

    /**
     * Gives {@code kronor} back.
     *
     * @throws IllegalStateException when so much was never taken
     */
    void giveBack(String person, Quarter quarter, long kronor) {
        int given = entityManager
                .createNativeQuery("update ledger_account set used = used - :kronor"
                        + " where person = :person and quarter = :quarter and used >= :kronor")
                .setParameter("person", person)
                .setParameter("quarter", quarter.toString())
                .setParameter("kronor", kronor)
                .executeUpdate();
        if (given != 1) {
            throw new IllegalStateException("Nothing was charged that " + kronor + " kr could be given back of");
        }
    }
}
