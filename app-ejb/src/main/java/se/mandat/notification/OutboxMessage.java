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

    @Column(name = "told_at", updatable = false)
    private Instant toldAt;

    @Column(name = "seen_at")
    private Instant seenAt;

    protected OutboxMessage() {}

    OutboxMessage(String recipient, String caseNumber, String kind, String facts, String toldBy, Instant toldAt) {
        this.id = UUID.randomUUID();
        this.recipient = recipient;
        this.caseNumber = caseNumber;
        this.kind = kind;
        this.facts = facts;
        this.toldBy = toldBy;
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

    Instant toldAt() {
        return toldAt;
    }
}
