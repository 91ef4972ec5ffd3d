package se.mandat.obligation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** One rung that an overdue obligation has climbed: somebody was told of it, or it moved to them. */
@Entity
@Table(name = "escalation")
public class Escalation {

    @Id
    private UUID id;

    @Column(updatable = false)
    private UUID obligation;

    @Column(updatable = false)
    private int rung;

    @Column(name = "from_", updatable = false)
    private String from;

    @Column(name = "to_", updatable = false)
    private String to;

    @Column(name = "planned_at", updatable = false)
    private Instant plannedAt;

    @Column(updatable = false)
    private Instant at;

    protected Escalation() {}

    Escalation(ObligationEvent.Escalated escalated, Instant at) {
        this.id = UUID.randomUUID();
        this.obligation = escalated.id();
        this.rung = escalated.rung();
        this.from = escalated.from();
        this.to = escalated.to();
        this.plannedAt = escalated.plannedAt();
        this.at = at;
    }

    public UUID obligation() {
        return obligation;
    }

    /** From 1, counted over all its debtors. */
    public int rung() {
        return rung;
    }

    /** The debtor who was silent. */
    public String from() {
        return from;
    }

    /** Who was told, or got it; the debtor themself where nobody is above. */
    public String to() {
        return to;
    }

    public Instant plannedAt() {
        return plannedAt;
    }

    public Instant at() {
        return at;
    }

    /** From when what comes next was counted: as planned, or, where that was late, from when it happened. */
    Instant counted() {
        return at.isAfter(plannedAt.plus(Ladder.PUNCTUAL)) ? at : plannedAt;
    }
}
