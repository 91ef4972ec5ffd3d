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

/** What the owner told those concerned while the work went on. */
@Entity
@Table(name = "progress_note")
public class ProgressNote {

    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "case_number", updatable = false)
    private Case of;

    @Column(updatable = false)
    private int round;

    private String text;

    @Column(name = "noted_by", updatable = false)
    private String by;

    @Column(name = "noted_at", updatable = false)
    private Instant at;

    protected ProgressNote() {}

    ProgressNote(UUID id, Case of, int round, String text, String by, Instant at) {
        this.id = id;
        this.of = of;
        this.round = round;
        this.text = text;
        this.by = by;
        this.at = at;
    }

    public int round() {
        return round;
    }

    public String text() {
        return text;
    }

    public String by() {
        return by;
    }

    public Instant at() {
        return at;
    }
}
