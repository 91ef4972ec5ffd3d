package se.mandat.cases;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import se.mandat.organisation.Person;

/**
 * Remembers how far a case's history has been shown to each reader, so that the page can say what is new. The mark is no
 * part of the case: it takes no lock on it, changes no version and stands in no history.
 */
@Stateless
public class RememberLook {

    @PersistenceContext(unitName = "mandat")
    private EntityManager entityManager;

    @Inject
    private CallingPerson caller;

    /**
     * The caller is shown the history up to this entry now.
     *
     * @param seq the number of the last entry that is shown
     * @return the number of the last entry that had been shown before; {@code seq} on the first look, when nothing is
     *     new, and always for auditors, who leave no marks
     */
    @RolesAllowed("employee")
    public long handle(String number, long seq) {
        Person reader = caller.get();
        if (reader.isAuditor()) {
            return seq;
        }
        List<Long> shown = entityManager
                .createNativeQuery(
                        "select seq from case_look where person = :person and case_number = :case", Long.class)
                .setParameter("person", reader.username())
                .setParameter("case", number)
                .getResultList();
        if (shown.isEmpty() || shown.getFirst() < seq) {
            mark(reader, number, seq);
        }
        return shown.isEmpty() ? seq : shown.getFirst();
    }

    /** Two windows of one reader may be opened at once: the one that shows more counts. */
    private void mark(Person reader, String number, long seq) {
        entityManager
                .createNativeQuery(
                        "insert into case_look (person, case_number, seq) values (:person, :case, :seq)"
                                + " on conflict (person, case_number) do update set seq = greatest(case_look.seq, excluded.seq)")
                .setParameter("person", reader.username())
                .setParameter("case", number)
                .setParameter("seq", seq)
                .executeUpdate();
    }
}
