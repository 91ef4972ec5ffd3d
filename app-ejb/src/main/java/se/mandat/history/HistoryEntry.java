package se.mandat.history;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** One thing that happened, as it is kept for good. */
@Entity
@Immutable
@IdClass(HistoryEntry.Key.class)
@Table(name = "history_entry")
public class HistoryEntry {

    /** The n-th thing that happened to a subject. */
    public record Key(String subject, int seq) implements Serializable {}

    @Id
    private String subject;

    @Id
    private int seq;

    @Column(nullable = false)
    private String type;

    @Column(nullable = false)
    private Instant at;

    @Column(nullable = false)
    private String actor;

    @Column(name = "on_behalf_of")
    private String onBehalfOf;

    @Column(nullable = false)
    private String payload;

    @Column(name = "previous_hash", nullable = false)
    private String previousHash;

    @Column(nullable = false)
    private String hash;

    protected HistoryEntry() {}

    HistoryEntry(Link link) {
        this.subject = link.subject();
        this.seq = link.seq();
        this.type = link.type();
        this.at = link.at();
        this.actor = link.actor();
        this.onBehalfOf = link.onBehalfOf();
        this.payload = link.payload();
        this.previousHash = link.previousHash();
        this.hash = link.hash();
    }

    Link link() {
        return new Link(subject, seq, type, at, actor, onBehalfOf, payload, previousHash, hash);
    }
}
