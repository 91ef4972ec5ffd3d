package se.mandat.cases;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/**
 * Works out what new voices are about, so that their cases can be found by it. Voices of closed cases and of those with a
 * sensitive voice are left alone. Who takes the same voices at the same time waits, and takes those that are left.
 */
@Stateless
public class TakeGists {

    private static final int MOST = 1_000;

    /** Voices are numbered when they are written but seen when that is committed: so many may have overtaken one. */
    private static final int OVERTAKING = 250;

    private static final String TAKING =
            """
            with came as materialized (
                select id, case_number, words, goal, arrival
                from customer_voice
                where arrival > :after
                order by arrival limit :most),
            taken as (
                insert into voice_gist (voice, case_number, gist)
                select v.id, v.case_number, gist_of(v.words || ' ' || v.goal)
                from came v
                join case_ c on c.number = v.case_number
                where c.stage <> 'CLOSED' and not c.sensitive
                  and not exists (select from voice_gist t where t.voice = v.id)
                order by v.arrival
                on conflict do nothing)
            select coalesce(max(arrival), 0) from came
            """;

    @PersistenceContext(unitName = "mandat")
    private EntityManager entityManager;

    public TakeGists() {}

    TakeGists(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /**
     * Takes those of the next voices, a thousand at most.
     *
     * @param seen the arrival up to which all have been taken before; 0 for none
     * @return the same now; not more than {@code seen} when there are no more voices
     */
    @RolesAllowed("system")
    public long after(long seen) {
        return (long) entityManager
                .createNativeQuery(TAKING, Long.class)
                .setParameter("after", seen - OVERTAKING)
                .setParameter("most", MOST)
                .getSingleResult();
    }
}
