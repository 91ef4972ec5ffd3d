package se.mandat.notification;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import se.mandat.shared.Caller;

/** What the caller has been told and has not yet marked as read. */
@Stateless
public class News {

    /**
     * Somebody's new obligation stands on To do by itself and is no news beside it. Written out, as the index of what is
     * unread has it.
     */
    private static final String IS_NEWS = "m.kind not in ('obligation.opened.v1', 'obligation.transferred.v1')";

    @PersistenceContext(unitName = "mandat")
    private EntityManager entityManager;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    /**
     * One piece of news.
     *
     * @param kind the type of what happened, for example {@code case.decided.v1}
     * @param facts its facts as JSON
     * @param toldFor the user name of the absent person in whose place {@code toldBy} did it; null for their own
     * @param words the customer's words; null when they are only for those who have to do with the case
     */
    public record Item(
            UUID id,
            String caseNumber,
            String kind,
            String facts,
            String toldBy,
            String toldFor,
            Instant toldAt,
            String goal,
            String words) {}

    /** The newest first, at most {@code limit}. */
    @RolesAllowed("employee")
    public List<Item> unread(int limit) {
        return entityManager
                .createNativeQuery(
                        "select m.id, m.case_number, m.kind, m.facts, m.told_by, m.told_for, m.told_at, v.goal,"
                                + " case when not v.sensitive or m.recipient = any (c.parties) then v.words end as words"
                                + " from outbox_message m"
                                + " join case_ c on c.number = m.case_number"
                                + " join customer_voice v on v.case_number = m.case_number and v.position = 0"
                                + " where m.recipient = :recipient and m.seen_at is null and " + IS_NEWS
                                + " order by m.told_at desc, m.id limit :limit",
                        Item.class)
                .setParameter("recipient", caller.actor().username())
                .setParameter("limit", limit)
                .getResultList();
    }

    /** How many there are, counted no further than {@code most}. */
    @RolesAllowed("employee")
    public int count(int most) {
        return entityManager
                .createNativeQuery(
                        "select 1 from outbox_message m where m.recipient = :recipient and m.seen_at is null" + " and "
                                + IS_NEWS + " limit :most",
                        Integer.class)
                .setParameter("recipient", caller.actor().username())
                .setParameter("most", most)
                .getResultList()
                .size();
    }

    /** Marks as read all that was told no later than the newest of these, so that what came since stays unread. */
    @RolesAllowed("employee")
    public void readAllUpTo(Collection<UUID> ids) {
        entityManager
                .createNativeQuery("update outbox_message set seen_at = :now"
                        + " where recipient = :recipient and seen_at is null and told_at <= (select max(told_at)"
                        + " from outbox_message where recipient = :recipient and id in (:ids))")
                .setParameter("recipient", caller.actor().username())
                .setParameter("now", clock.instant())
                .setParameter("ids", ids)
                .executeUpdate();
    }

    /** Marks what was told of this case as read, since the caller looks at it. */
    @RolesAllowed("employee")
    public void readOf(String caseNumber) {
        entityManager
                .createNativeQuery("update outbox_message m set seen_at = :now"
                        + " where m.recipient = :recipient and m.case_number = :case and m.seen_at is null and "
                        + IS_NEWS)
                .setParameter("recipient", caller.actor().username())
                .setParameter("case", caseNumber)
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    /** Marks these as read; those of somebody else stay as they are. */
    @RolesAllowed("employee")
    public void read(Collection<UUID> ids) {
        for (UUID id : ids) {
            OutboxMessage message = entityManager.find(OutboxMessage.class, id);
            if (message != null && message.recipient().equals(caller.actor().username())) {
                message.seen(clock.instant());
            }
        }
    }
}
