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
import org.hibernate.query.NativeQuery;
import se.mandat.shared.Actor;
import se.mandat.shared.DomainEvents.Happened;

/**
 * Appends what happened to the chain of its subject, in the transaction in which it happens: what cannot be written
 * undoes the command. Costs a transaction one round trip for the lock, unless its chain begins here, and at its end one
 * for all entries and one for all texts; the database itself moves the head with each entry.
 */
@ApplicationScoped
public class HistoryWriter {

    // Locks the row whether or not it is there already, so that nobody has to know which entry is the first.
    private static final String LOCK =
            """
            insert into {h-schema}history_head as head (subject, seq, hash) values (:subject, 0, :nothing)
            on conflict (subject) do update set seq = head.seq
            returning head.seq, head.hash
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
        Head head = heldHeads.of(subject, happened.event().begins() ? begun -> Head.OF_NOTHING : this::lock);
        Payload payload = Payload.of(happened.event(), UUID::randomUUID, this::salt);
        Link link = Link.after(
                head,
                subject,
                happened.event().type(),
                happened.at().truncatedTo(ChronoUnit.MICROS),
                actor.username(),
                actor.onBehalfOf(),
                payload.json());
        entityManager.persist(new HistoryEntry(link));
        payload.texts().forEach(text -> entityManager.persist(new HistoryText(subject, text)));
        heldHeads.moveTo(link);
    }

    private Head lock(String subject) {
        Object[] head = (Object[]) entityManager
                .createNativeQuery(LOCK, Object[].class)
                .unwrap(NativeQuery.class)
                .addScalar("seq", Integer.class)
                .addScalar("hash", String.class)
                .setParameter("subject", subject)
                .setParameter("nothing", Link.NOTHING)
                .setFlushMode(FlushModeType.COMMIT)
                .getSingleResult();
        return new Head((Integer) head[0], (String) head[1]);
    }

    private byte[] salt() {
        byte[] salt = new byte[Digest.SALT_BYTES];
        random.nextBytes(salt);
        return salt;
    }
}
