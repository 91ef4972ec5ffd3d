package se.mandat.cases;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** What those concerned say to each other about a case. */
@Entity
@Table(name = "case_message")
public class CaseMessage {

    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "case_number", updatable = false)
    private Case of;

    @Column(name = "sent_by", updatable = false)
    private String by;

    @Column(name = "sent_to", updatable = false)
    private String to;

    private String text;

    @Column(name = "sent_at", updatable = false)
    private Instant at;

    protected CaseMessage() {}

    CaseMessage(UUID id, Case of, String by, String to, String text, Instant at) {
        this.id = id;
        this.of = of;
        this.by = by;
        this.to = to;
        this.text = text;
        this.at = at;
    }

    public String by() {
        return by;
    }

    /** Whom it is meant for above all; null means everybody concerned. Everybody who may read the case may read it. */
    public String to() {
        return to;
    }

    public String text() {
        return text;
    }

    public Instant at() {
        return at;
    }
}
