package se.mandat.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import org.hibernate.query.NativeQuery;
import se.mandat.cases.SimilarCases.Found;
import se.mandat.shared.Outcome;

/**
 * The open cases whose customers say much the same as a text. What two texts have in common, the numbers of
 * {@code gist_of}, counts the more the fewer other voices have it, and less in longer voices. How common a number is
 * stands in the planner's statistics, so that nothing has to be counted but on a new database, which has none yet. A
 * case with a sensitive voice is found by nobody: that it is alike would already say what it is about.
 */
@ApplicationScoped
class CasesAlike {

    /** Chosen, as what follows, with the stories of alike.txt: below it a suggestion is more often wrong than right. */
    private static final double ENOUGH = 0.5;

    /** Whatever is less alike than this share of the most alike is left out, so far as that is clearly alike. */
    private static final double NEAR = 0.85;

    private static final double CLEAR = 0.9;

    private static final int MOST = 5;

    /** The field that a word belongs to says more than four of its letters. */
    private static final double WEIGHT_OF_A_FIELD = 2.5;

    /** How many voices of open cases to compare: those that share the rarest of what is asked for, by the statistics. */
    private static final int VOICES = 3_000;

    /** How many voices are counted where there are no statistics. */
    private static final int SAMPLE = 1_000;

    private static final String QUERY =
            """
            with told as materialized (
                select e.n, e.frequency
                from pg_stats s,
                     unnest(cast(cast(s.most_common_elems as text) as int[]), s.most_common_elem_freqs) e (n, frequency)
                where s.schemaname = current_schema() and s.tablename = 'voice_gist' and s.attname = 'gist'
                  and e.n is not null),
            few as materialized (
                select gist from voice_gist where not exists (select from told) limit :sample),
            known as materialized (
                select n, frequency from told
                union all
                select n, count(*) / cast((select count(*) from few) as float)
                from few, unnest(gist) n
                group by n having count(*) > 1),
            voices as materialized (
                select greatest(reltuples, 1) as many, coalesce((select min(frequency) / 2 from known), 0.001) as rare,
                       greatest(0.1, 1 - coalesce((
                           select closed.frequency
                           from pg_stats s, unnest(cast(cast(s.most_common_vals as text) as text[]), s.most_common_freqs)
                                closed (stage, frequency)
                           where s.schemaname = current_schema() and s.tablename = 'case_' and s.attname = 'stage'
                             and closed.stage = 'CLOSED'), 0)) as open
                from pg_class where oid = cast('voice_gist' as regclass)),
            asked as materialized (
                select a.n, coalesce(k.frequency, v.rare) as frequency,
                       (ln(1 + 1 / coalesce(k.frequency, v.rare)) / ln(1 + 1 / v.rare)
                           * case when a.n < 0 then :field else 1 end) ^ 2 as weight
                from voices v, unnest(gist_of(:said)) a (n) left join known k on k.n = a.n),
            rarest as materialized (
                select array_agg(n) as gist
                from (select a.n, v.open, sum(a.frequency * v.many) over (order by a.frequency, a.n)
                                              - a.frequency * v.many as before
                      from asked a, voices v) a
                where before * open < :voices),
            compared as materialized (
                select t.case_number,
                       (select sum(a.weight) from unnest(t.gist) g (n) join asked a on a.n = g.n)
                           / ((select sum(weight) from asked) * cardinality(t.gist)) ^ 0.35 as score
                from voice_gist t
                join case_ c on c.number = t.case_number
                where t.gist && (select gist from rarest)
                  and c.stage <> 'CLOSED'
                  and not c.sensitive),
            enough as materialized (
                select case_number, max(score) as score from compared where score >= :enough group by case_number),
            alike as materialized (
                select case_number, score from enough
                where score >= :near * (select least(max(score), :clear) from enough)
                order by score desc, case_number desc limit :most)
            select c.number, v.words, v.goal, c.severity, c.stage, c.units[1] as unit, c.raised_at
            from alike a
            join case_ c on c.number = a.case_number
            join customer_voice v on v.case_number = c.number and v.position = 0
            order by a.score desc, c.number desc
            """;

    @PersistenceContext(unitName = "mandat")
    private EntityManager entityManager;

    /** Only for the container. */
    protected CasesAlike() {}

    CasesAlike(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** The best first; none when nothing in the text says what it is about. */
    List<Found> to(String said) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = entityManager
                .createNativeQuery(QUERY)
                .setParameter("said", said)
                .setParameter("field", WEIGHT_OF_A_FIELD)
                .setParameter("voices", VOICES)
                .setParameter("sample", SAMPLE)
                .setParameter("enough", ENOUGH)
                .setParameter("near", NEAR)
                .setParameter("clear", CLEAR)
                .setParameter("most", MOST)
                .unwrap(NativeQuery.class)
                .addScalar("number", String.class)
                .addScalar("words", String.class)
                .addScalar("goal", String.class)
                .addScalar("severity", String.class)
                .addScalar("stage", String.class)
                .addScalar("unit", String.class)
                .addScalar("raised_at", Instant.class)
                .getResultList();
        return rows.stream().map(CasesAlike::found).toList();
    }

    private static Found found(Object[] row) {
        return new Found(
                (String) row[0],
                (String) row[1],
                (String) row[2],
                Outcome.valueOf((String) row[3]),
                CaseStage.valueOf((String) row[4]),
                (String) row[5],
                (Instant) row[6]);
    }
}
