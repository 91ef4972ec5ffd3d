package se.mandat.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who has a link to their calendar, and what stands in it. */
@ApplicationScoped
class CalendarTables {

    private static final int AT_MOST = 1_000;

    @PersistenceContext(unitName = "mandat")
    private EntityManager entityManager;

    Optional<Instant> madeAt(String person) {
        List<Instant> found = entityManager
                .createNativeQuery("select made_at from calendar_link where person = :person", Instant.class)
                .setParameter("person", person)
                .getResultList();
        return found.stream().findFirst();
    }

    void keep(String person, byte[] digest, Instant now) {
        entityManager
                .createNativeQuery("insert into calendar_link (person, digest, made_at) values (:person, :digest, :now)"
                        + " on conflict (person) do update set digest = excluded.digest, made_at = excluded.made_at")
                .setParameter("person", person)
                .setParameter("digest", digest)
                .setParameter("now", now)
                .executeUpdate();
    }

    void forget(String person) {
        entityManager
                .createNativeQuery("delete from calendar_link where person = :person")
                .setParameter("person", person)
                .executeUpdate();
    }

    Optional<String> personOf(byte[] digest) {
        List<String> found = entityManager
                .createNativeQuery("select person from calendar_link where digest = :digest", String.class)
                .setParameter("digest", digest)
                .getResultList();
        return found.stream().findFirst();
    }

    List<CalendarLinks.Due> due(String person) {
        return entityManager
                .createNativeQuery(
                        """
                        select o.id, o.case_number, o.kind, o.concerns, o.matter is not null as beside,
                               case when c.sensitive then null else v.goal end as goal,
                               o.opened_at, o.due_at, o.next = 'RESUME' as paused, o.on_behalf_of,
                               o.version
                          from obligation o
                          join case_ c on c.number = o.case_number
                          join customer_voice v on v.case_number = o.case_number and v.position = 0
                         where o.debtor = :person and o.state = 'OPEN'
                         order by o.due_at, o.id
                         limit :most
                        """,
                        CalendarLinks.Due.class)
                .setParameter("person", person)
                .setParameter("most", AT_MOST)
                .getResultList();
    }
}
