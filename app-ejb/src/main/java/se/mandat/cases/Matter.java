package se.mandat.cases;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * Something that somebody began beside the main line of a case: who asked whom for what, and what came of it. What it
 * makes somebody owe is an obligation that names it.
 */
@Entity
@Table(name = "case_matter")
public class Matter {

    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "case_number", updatable = false)
    private Case of;

    @Column(updatable = false)
    private int position;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private MatterKind kind;

    @Column(name = "begun_by", updatable = false)
    private String begunBy;

    @Column(name = "begun_at", updatable = false)
    private Instant begunAt;

    private String person;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(name = "declined_by")
    private List<String> declinedBy = List.of();

    private String text;

    @Column(name = "due_on")
    private LocalDate dueOn;

    @Column(updatable = false)
    private int round;

    @Enumerated(EnumType.STRING)
    private MatterState state = MatterState.OPEN;

    private String answer;

    @Column(name = "ended_by")
    private String endedBy;

    @Column(name = "ended_at")
    private Instant endedAt;

    protected Matter() {}

    Matter(UUID id, Case of, int position, MatterKind kind, String begunBy, Instant begunAt) {
        this.id = id;
        this.of = of;
        this.position = position;
        this.kind = kind;
        this.begunBy = begunBy;
        this.begunAt = begunAt;
        this.round = of.round();
    }

    Matter asking(String whom, String what, LocalDate by) {
        person = whom;
        text = what;
        dueOn = by;
        return this;
    }

    Matter ended(MatterState how, String by, String answered, Instant at) {
        if (!isOpen()) {
            throw new IllegalStateException(kind + " " + id + " has ended already: " + state);
        }
        state = how;
        endedBy = by;
        answer = answered;
        endedAt = at;
        return this;
    }

    void dueOn(LocalDate day) {
        dueOn = day;
    }

    void passOn(String by, String to) {
        List<String> declined = new ArrayList<>(declinedBy);
        declined.add(by);
        declinedBy = declined;
        person = to;
    }

    /** What it makes somebody owe is owed by this person from now on. */
    void owedBy(String debtor) {
        if (isOpen() && person != null) {
            person = debtor;
        }
    }

    public UUID id() {
        return id;
    }

    public MatterKind kind() {
        return kind;
    }

    public String begunBy() {
        return begunBy;
    }

    public Instant begunAt() {
        return begunAt;
    }

    /** Whoever is asked now: the contributor, the new owner, the one who knows; null when the rules say who. */
    public String person() {
        return person;
    }

    /** Everybody who was asked before and named somebody better. */
    public List<String> declinedBy() {
        return declinedBy;
    }

    /** What is asked for, or why. */
    public String text() {
        return text;
    }

    /** The day in Stockholm by which it is asked for; null when nobody said. */
    public LocalDate dueOn() {
        return dueOn;
    }

    /** The round of the case in which it began. */
    public int round() {
        return round;
    }

    public MatterState state() {
        return state;
    }

    public boolean isOpen() {
        return state == MatterState.OPEN;
    }

    /** What was done or answered, or why it ended; null when nothing was said. */
    public String answer() {
        return answer;
    }

    public String endedBy() {
        return endedBy;
    }

    public Instant endedAt() {
        return endedAt;
    }
}
