package se.mandat.history;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/** The chains as the database has them. */
@ApplicationScoped
class Chains {

    @PersistenceContext(unitName = "mandat")
    private EntityManager entityManager;

    protected Chains() {}

    Chains(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    List<Link> links(String subject) {
        return entityManager
                .createQuery(
                        "select e from HistoryEntry e where e.subject = :subject order by e.seq", HistoryEntry.class)
                .setParameter("subject", subject)
                .getResultStream()
                .map(HistoryEntry::link)
                .toList();
    }

    List<StoredText> texts(String subject) {
        return entityManager
                .createQuery("select t from HistoryText t where t.subject = :subject", HistoryText.class)
                .setParameter("subject", subject)
                .getResultStream()
                .map(HistoryText::stored)
                .toList();
    }

    /** A chain to verify. Its head is locked for sharing, so that nobody appends between one query and the next. */
    Chain whole(String subject) {
        HistoryHead head = entityManager.find(HistoryHead.class, subject, LockModeType.PESSIMISTIC_READ);
        return new Chain(subject, links(subject), texts(subject), head == null ? null : head.head());
    }
}
