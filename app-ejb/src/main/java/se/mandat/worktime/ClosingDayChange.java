package se.mandat.worktime;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** Who changed which closing day or eve, and how far what follows from it has been worked out. */
@Entity
@Table(name = "closing_day_change")
public class ClosingDayChange {

    /** Other nodes may count for some seconds with what they had read before, so all is gone through once more. */
    static final int PASSES = 2;

    @Id
    private UUID id;

    @Column(name = "unit_path", updatable = false)
    private String unitPath;

    @Column(updatable = false)
    private LocalDate day;

    @Column(updatable = false)
    private String reason;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Kind kind;

    @Column(name = "changed_by", updatable = false)
    private String changedBy;

    @Column(name = "changed_at", updatable = false)
    private Instant changedAt;

    private int passes;

    private String reached;

    private int moved;

    @Column(name = "done_at")
    private Instant doneAt;

    private int failures;

    @Column(name = "failed_case")
    private String failedCase;

    private String failure;

    private int tries;

    @Column(name = "held_until")
    private Instant heldUntil;

    protected ClosingDayChange() {}

    ClosingDayChange(UUID id, Kind kind, UnitDay day, String changedBy, Instant changedAt) {
        this.id = id;
        this.kind = kind;
        this.unitPath = day.unitPath();
        this.day = day.day();
        this.reason = day.reason();
        this.changedBy = changedBy;
        this.changedAt = changedAt;
    }

    /** What was done to a closing day, which is added and removed, or to an eve, which is opened and closed again. */
    public enum Kind {
        ADDED,
        REMOVED,
        OPENED,
        CLOSED
    }

    /**
     * What has moved of one person's.
     *
     * @param caseNumber of one of the cases on which it has
     * @param moved how many due times
     */
    public record Moved(String person, String caseNumber, int moved) {}

    /** The due times of this case are worked out; so many have moved. */
    void reached(String caseNumber, int howMany) {
        reached = caseNumber;
        moved += howMany;
    }

    /**
     * The due times of this case could not be worked out.
     *
     * @param kind the kind of failure, without its words
     */
    void failed(String caseNumber, String kind) {
        failures++;
        failedCase = caseNumber;
        failure = kind;
    }

    /** Whether a case has failed since all is gone through this time. */
    boolean hasFailed() {
        return failures > 0;
    }

    /** Every case is gone through, some in vain: it is done again at {@code again}. */
    void hold(Instant again) {
        reached = null;
        failures = 0;
        tries++;
        heldUntil = again;
    }

    /** It waits for its next try no more. */
    void tryNow() {
        heldUntil = null;
    }

    /** Every case is gone through. */
    void passed(Instant now) {
        reached = null;
        failedCase = null;
        failure = null;
        tries = 0;
        heldUntil = null;
        passes++;
        if (passes >= PASSES) {
            doneAt = now;
        }
    }

    public UUID id() {
        return id;
    }

    public String unitPath() {
        return unitPath;
    }

    public LocalDate day() {
        return day;
    }

    /** Why the unit is, or was to be, closed; or, of an eve, open. */
    public String reason() {
        return reason;
    }

    public Kind kind() {
        return kind;
    }

    public String changedBy() {
        return changedBy;
    }

    public Instant changedAt() {
        return changedAt;
    }

    /** How many times every case has been gone through. */
    public int passes() {
        return passes;
    }

    /** How many times it has been gone through in vain since the last pass. */
    public int tries() {
        return tries;
    }

    /** The number of a case that has failed; null when none has. */
    public String failedCase() {
        return failedCase;
    }

    /** The kind of failure of that case. */
    public String failure() {
        return failure;
    }

    /** When it is tried again; null when it need not wait. */
    public Instant heldUntil() {
        return heldUntil;
    }

    /** The number of the last case of this pass; null before the first. */
    public String reached() {
        return reached;
    }

    /** How many due times have moved. */
    public int moved() {
        return moved;
    }

    /** Null while some are still to be worked out. */
    public Instant doneAt() {
        return doneAt;
    }
}
