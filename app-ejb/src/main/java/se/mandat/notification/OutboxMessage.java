package se.mandat.notification;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** One message to one person about one thing that happened to a case. */
@Entity
@Table(name = "outbox_message")
class OutboxMessage {

    @Id
    private UUID id;

    @Column(updatable = false)
    private String recipient;

    @Column(name = "case_number", updatable = false)
    private String caseNumber;

    @Column(updatable = false)
    private String kind;

    @Column(updatable = false)
    private String facts;

    @Column(name = "told_by", updatable = false)
    private String toldBy;

    @Column(name = "told_for", updatable = false)
    private String toldFor;

    @Column(name = "told_at", updatable = false)
    private Instant toldAt;

    @Column(name = "seen_at")
    private Instant seenAt;

    protected OutboxMessage() {}

    /** @param toldFor the absent person in whose place {@code toldBy} did it; null for what was their own to do */
    OutboxMessage(
            String recipient,
            String caseNumber,
            String kind,
            String facts,
            String toldBy,
            String toldFor,
            Instant toldAt) {
        this.id = UUID.randomUUID();
        this.recipient = recipient;
        this.caseNumber = caseNumber;
        this.kind = kind;
        this.facts = facts;
        this.toldBy = toldBy;
        this.toldFor = toldFor;
        this.toldAt = toldAt;
    }

    void seen(Instant now) {
        if (seenAt == null) {
            seenAt = now;
        }
    }

    UUID id() {
        return id;
    }

    String recipient() {
        return recipient;
    }

    String caseNumber() {
        return caseNumber;
    }

    String kind() {
        return kind;
    }

    String facts() {
        return facts;
    }

    String toldBy() {
        return toldBy;
    }

    String toldFor() {
        return toldFor;
    }

    Instant toldAt() {
        return toldAt;
    }
}
