package se.mandat.obligation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A debtor's question for more time, and the answer of whoever manages them. */
@Entity
@Table(name = "extension")
public class Extension {

    /** How many an obligation can get. */
    static final int AT_MOST = 2;

    @Id
    private UUID id;

    @Column(updatable = false)
    private UUID obligation;

    @Column(name = "asked_by", updatable = false)
    private String askedBy;

    @Column(name = "asked_at", updatable = false)
    private Instant askedAt;

    @Column(name = "due_at", updatable = false)
    private Instant dueAt;

    @Column(updatable = false)
    private String reason;

    @Enumerated(EnumType.STRING)
    private ExtensionState state = ExtensionState.ASKED;

    @Column(name = "answered_by")
    private String answeredBy;

    @Column(name = "answered_at")
    private Instant answeredAt;

    private String answer;

    protected Extension() {}

    Extension(UUID id, UUID obligation, String askedBy, Instant askedAt, Instant dueAt, String reason) {
        this.id = id;
        this.obligation = obligation;
        this.askedBy = askedBy;
        this.askedAt = askedAt;
        this.dueAt = dueAt;
        this.reason = reason;
    }

    /** @param by null when nobody has answered in time */
    void answered(ExtensionState how, String by, String answered, Instant at) {
        if (state != ExtensionState.ASKED) {
            throw new IllegalStateException("Extension " + id + " is answered already: " + state);
        }
        state = how;
        answeredBy = by;
        answer = answered;
        answeredAt = at;
    }

    public UUID id() {
        return id;
    }

    public UUID obligation() {
        return obligation;
    }

    public String askedBy() {
        return askedBy;
    }

    public Instant askedAt() {
        return askedAt;
    }

    /** The due time that is asked for. */
    public Instant dueAt() {
        return dueAt;
    }

    public String reason() {
        return reason;
    }

    public ExtensionState state() {
        return state;
    }

    /** Null until somebody has answered, and when nobody did in time. */
    public String answeredBy() {
        return answeredBy;
    }

    public Instant answeredAt() {
        return answeredAt;
    }

    /** What was said about it; null when nothing. */
    public String answer() {
        return answer;
    }
}
