package se.mandat.history;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import java.security.SecureRandom;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import se.mandat.shared.Actor;
import se.mandat.shared.DomainEvents.Happened;

/**
 * Appends what happened to the chain of its subject, in the transaction in which it happens: what cannot be written
 * undoes the command. Costs a transaction one round trip for the lock, and at its end one for all entries, one for all
 * texts and one for the head.
 */
@ApplicationScoped
public class HistoryWriter {

    // Locks the row whether or not it is there already, so that nobody has to know which entry is the first.
    private static final String LOCK =
            """
            insert into {h-schema}history_head as head (subject, seq, hash) values (:subject, 0, :nothing)
            on conflict (subject) do update set seq = head.seq
            returning head.subject, head.seq, head.hash
            """;

    @PersistenceContext(unitName = "mandat")
    private EntityManager entityManager;

    @Inject
    private HeldHeads heldHeads;

    private final SecureRandom random = new SecureRandom();

    /** Only for the container. */
    protected HistoryWriter() {}

    HistoryWriter(EntityManager entityManager, HeldHeads heldHeads) {
        this.entityManager = entityManager;
        this.heldHeads = heldHeads;
    }

    void append(@Observes Happened happened) {
        String subject = happened.event().subject();
        Actor actor = happened.actor();
        HistoryHead head = heldHeads.of(subject, this::lock);
        Payload payload = Payload.of(happened.event(), UUID::randomUUID, this::salt);
        Link link = Link.after(
                head.head(),
                subject,
                happened.event().type(),
                happened.at().truncatedTo(ChronoUnit.MICROS),
                actor.username(),
                actor.onBehalfOf(),
                payload.json());
        entityManager.persist(new HistoryEntry(link));
        payload.texts().forEach(text -> entityManager.persist(new HistoryText(subject, text)));
        head.moveTo(link);
    }

    private HistoryHead lock(String subject) {
        return (HistoryHead) entityManager
                .createNativeQuery(LOCK, HistoryHead.class)
                .setParameter("subject", subject)
                .setParameter("nothing", Link.NOTHING)
                .setFlushMode(FlushModeType.COMMIT)
                .getSingleResult();
    }

    private byte[] salt() {
        byte[] salt = new byte[Digest.SALT_BYTES];
        random.nextBytes(salt);
        return salt;
    }
}
