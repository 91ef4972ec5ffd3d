package se.mandat.obligation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import se.mandat.obligation.ObligationEvent.Cause;

/**
 * What one named person, the debtor, owes a case by a time.
 *
 * <p>It is opened by a step of the case's process, may move to others, and ends exactly once: fulfilled, lapsed or
 * cancelled. While it is open it always has a debtor who may hold it and a due time. Whether it is overdue is read from
 * its due time; nothing needs to happen for that.
 */
@Entity
@Table(name = "obligation")
public class Obligation {

    @Id
    private UUID id;

    @Column(name = "case_number", updatable = false)
    private String caseNumber;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private ObligationKind kind;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private ObligationKind appoints;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private DecisionConcern concerns;

    @Column(updatable = false)
    private UUID matter;

    @Column(updatable = false)
    private boolean leads;

    private String debtor;

    @Column(name = "on_behalf_of")
    private String onBehalfOf;

    @Column(name = "opened_at", updatable = false)
    private Instant openedAt;

    @Column(name = "opens_at")
    private Instant opensAt;

    @Column(name = "due_at")
    private Instant dueAt;

    @Column(name = "ceiling_at")
    private Instant ceilingAt;

    @Column(name = "remind_at")
    private Instant remindAt;

    @Enumerated(EnumType.STRING)
    private ObligationState state;

    @Column(name = "ended_at")
    private Instant endedAt;

    private int rung;

    @Enumerated(EnumType.STRING)
    private Awaited next;

    @Column(name = "next_at")
    private Instant nextAt;

    private int debtors = 1;

    private int tries;

    @Column(name = "held_until")
    private Instant heldUntil;

    private String failure;

    @Column(name = "process_id", updatable = false)
    private UUID processId;

    private long version;

    @Transient
    private final List<ObligationEvent> happened = new ArrayList<>();

    protected Obligation() {}

    /** By when something is owed: when it may be met, when it is due, the latest it can ever be due, and the reminder. */
    record Times(Instant opensAt, Instant dueAt, Instant ceilingAt, Instant remindAt) {}

    Obligation(UUID id, Obligations.Opening opening, String debtor, Instant openedAt, Times times) {
        this(id, opening, debtor, null, openedAt, times);
    }

    Obligation(UUID id, Obligations.Opening opening, String debtor, String onBehalfOf, Instant openedAt, Times times) {
        this.id = id;
        this.caseNumber = opening.caseNumber();
        this.kind = opening.kind();
        this.appoints = opening.appoints();
        this.concerns = opening.concerns();
        this.matter = opening.matter();
        this.leads = opening.leading();
        this.openedAt = openedAt;
        this.processId = opening.processId();
        record(new ObligationEvent.Opened(
                caseNumber, id, kind, concerns, debtor, onBehalfOf, times.opensAt(), times.dueAt(), times.remindAt()));
        this.ceilingAt = times.ceilingAt();
    }

    void fulfil(Instant now) {
        requireOpen();
        record(new ObligationEvent.Fulfilled(caseNumber, id, kind, debtor));
        endedAt = now;
    }

    void cancel(Cause cause, Instant now) {
        requireOpen();
        record(new ObligationEvent.Cancelled(caseNumber, id, kind, debtor, cause));
        endedAt = now;
    }

    void lapse(Instant now) {
        requireOpen();
        record(new ObligationEvent.Lapsed(caseNumber, id, kind, debtor));
        endedAt = now;
    }

    void transfer(String to, Cause cause) {
        transfer(to, null, cause, null);
    }

    /**
     * Somebody else holds it.
     *
     * @param absent in whose place they hold it; null for their own
     * @param reason what a person wrote; null where nobody did
     */
    void transfer(String to, String absent, Cause cause, String reason) {
        requireOpen();
        record(new ObligationEvent.Transferred(
                caseNumber, id, kind, debtor, to, absent, onBehalfOf, cause, dueAt, reason));
    }

    /** Another due time within the ceiling. */
    void reschedule(Instant due, Instant remind) {
        requireOpen();
        if (!due.equals(dueAt)) {
            record(new ObligationEvent.Rescheduled(caseNumber, id, kind, dueAt, due, remind));
        }
    }

    /** The latest it can ever be due comes nearer, and the due time with it. */
    void lowerCeiling(Instant ceiling, Instant remind) {
        requireOpen();
        if (ceiling.isBefore(ceilingAt)) {
            if (ceiling.isBefore(dueAt)) {
                reschedule(ceiling, remind);
            }
            record(new ObligationEvent.CeilingLowered(caseNumber, id, kind, ceilingAt, ceiling));
        }
    }

    /**
     * The debtor is reminded.
     *
     * @param again when they are reminded once more; null when this was the last time
     */
    void remind(Instant again) {
        requireNext(Awaited.REMIND);
        record(new ObligationEvent.Reminded(caseNumber, id, kind, debtor, nextAt, dueAt));
        if (again == null) {
            await(Awaited.DUE, dueAt);
        } else {
            remindAt = again;
            await(Awaited.REMIND, again);
        }
    }

    /** It was due and is not met: {@code manager} knows, and gets it at {@code movesAt}. */
    void tell(String manager, Instant movesAt) {
        requireNext(Awaited.DUE);
        record(new ObligationEvent.Escalated(
                caseNumber, id, kind, rung + 1, debtor, manager, nextAt, Set.of(manager, debtor)));
        await(Awaited.MOVE, movesAt);
    }

    /** It is overdue, and nobody is above its debtor: it stays, broken, and is told of again at {@code again}. */
    void breakOpen(Instant again) {
        requireOpen();
        if (next == Awaited.REPEAT) {
            record(new ObligationEvent.ToldAgain(caseNumber, id, kind, debtor, nextAt, dueAt));
        } else {
            record(new ObligationEvent.Escalated(
                    caseNumber, id, kind, rung + 1, debtor, debtor, nextAt, Set.of(debtor)));
        }
        await(Awaited.REPEAT, again);
    }

    /** It was overdue for too long: {@code manager} has it now, with a due time of their own. */
    void moveUp(String manager, Instant due, Instant remind) {
        moveUp(manager, null, due, remind);
    }

    /** As {@link #moveUp(String, Instant, Instant)}, where {@code manager} holds it in the place of {@code absent}. */
    void moveUp(String manager, String absent, Instant due, Instant remind) {
        climb(manager);
        record(new ObligationEvent.Transferred(
                caseNumber, id, kind, debtor, manager, absent, onBehalfOf, Cause.SILENT, due, null));
        debtors++;
        record(new ObligationEvent.Rescheduled(caseNumber, id, kind, dueAt, due, remind));
    }

    /** It was overdue for too long, and {@code to} must now do what comes instead of it. */
    void climb(String to) {
        requireOpen();
        record(new ObligationEvent.Escalated(caseNumber, id, kind, rung + 1, debtor, to, nextAt, Set.of(debtor)));
    }

    private void requireNext(Awaited expected) {
        requireOpen();
        if (next != expected) {
            throw new IllegalStateException("Obligation " + id + " awaits " + next + ", not " + expected);
        }
    }

    private void await(Awaited what, Instant at) {
        next = what;
        nextAt = at;
        tries = 0;
        heldUntil = null;
        failure = null;
    }

    /** A reminder that would come with the due time or after it is none. */
    private void awaitTheReminder() {
        if (remindAt.isBefore(dueAt)) {
            await(Awaited.REMIND, remindAt);
        } else {
            await(Awaited.DUE, dueAt);
        }
    }

    /** What was to happen next has failed as {@code kind} says, and is tried again at {@code again}. */
    void hold(Instant again, String kind) {
        tries++;
        heldUntil = again;
        failure = kind;
    }

    /** The only door through which an obligation changes. */
    private void record(ObligationEvent event) {
        switch (event) {
            case ObligationEvent.Opened opened -> {
                state = ObligationState.OPEN;
                debtor = opened.debtor();
                onBehalfOf = opened.onBehalfOf();
                opensAt = opened.opensAt();
                dueAt = opened.dueAt();
                remindAt = opened.remindAt();
                awaitTheReminder();
            }
            case ObligationEvent.Fulfilled fulfilled -> end(ObligationState.FULFILLED);
            case ObligationEvent.Lapsed lapsed -> end(ObligationState.LAPSED);
            case ObligationEvent.Cancelled cancelled -> end(ObligationState.CANCELLED);
            case ObligationEvent.Reminded reminded -> {}
            case ObligationEvent.ToldAgain told -> {}
            case ObligationEvent.Escalated escalated -> rung = escalated.rung();
            case ObligationEvent.Transferred transferred -> {
                debtor = transferred.to();
                onBehalfOf = transferred.onBehalfOf();
            }
            case ObligationEvent.CeilingLowered lowered -> ceilingAt = lowered.to();
            case ObligationEvent.Rescheduled rescheduled -> {
                dueAt = rescheduled.to();
                remindAt = rescheduled.remindAt();
                if (ceilingAt != null && dueAt.isAfter(ceilingAt)) {
                    ceilingAt = dueAt;
                }
                awaitTheReminder();
            }
        }
        if (event.changes()) {
            version++;
        }
        happened.add(event);
    }

    private void end(ObligationState how) {
        state = how;
        await(null, null);
    }

    private void requireOpen() {
        if (state != ObligationState.OPEN) {
            throw new IllegalStateException("Obligation " + id + " has ended already: " + state);
        }
    }

    /** What has happened since it was last asked, in order. */
    List<ObligationEvent> takeEvents() {
        List<ObligationEvent> events = List.copyOf(happened);
        happened.clear();
        return events;
    }

    public UUID id() {
        return id;
    }

    public String caseNumber() {
        return caseNumber;
    }

    public ObligationKind kind() {
        return kind;
    }

    /** What the person to be appointed will owe; null for every kind but {@link ObligationKind#APPOINT}. */
    public ObligationKind appoints() {
        return appoints;
    }

    /** What is to be decided, for DECIDE and for the APPOINT of a decider; else null. */
    public DecisionConcern concerns() {
        return concerns;
    }

    /** The contribution, handover, objection, appeal or question that it is about; null on the main line. */
    public UUID matter() {
        return matter;
    }

    /** Whether the case's stage follows from it; parallel obligations do not lead. */
    public boolean leading() {
        return leads;
    }

    public String debtor() {
        return debtor;
    }

    /** The absent person whose debt this is; null for one's own. */
    public String onBehalfOf() {
        return onBehalfOf;
    }

    /** The absent person, or else the debtor: whose line it climbs, and by whose calendar it is due. */
    public String whose() {
        return onBehalfOf == null ? debtor : onBehalfOf;
    }

    public Instant openedAt() {
        return openedAt;
    }

    /** From when it can be met in full; null when at once. */
    public Instant opensAt() {
        return opensAt;
    }

    public Instant dueAt() {
        return dueAt;
    }

    /** The latest due time that a plan may set. */
    public Instant ceilingAt() {
        return ceilingAt;
    }

    public Instant remindAt() {
        return remindAt;
    }

    public ObligationState state() {
        return state;
    }

    public boolean isOpen() {
        return state == ObligationState.OPEN;
    }

    public boolean isOverdue(Instant now) {
        return isOpen() && now.isAfter(dueAt);
    }

    public Instant endedAt() {
        return endedAt;
    }

    /** How many times it has escalated. */
    public int rung() {
        return rung;
    }

    /** What comes next unless the debtor acts; null when it has ended. */
    public Awaited next() {
        return next;
    }

    /** When that is planned. */
    public Instant nextAt() {
        return nextAt;
    }

    /** Whether the time of what comes next has come; what has failed waits for its next try. */
    public boolean isDue(Instant now) {
        return isOpen() && !nextAt.isAfter(now) && (heldUntil == null || !heldUntil.isAfter(now));
    }

    /** How many have owed it, counting those only to whom silence has moved it. */
    public int debtors() {
        return debtors;
    }

    int tries() {
        return tries;
    }

    /** The process instance that waits for its end. */
    public UUID processId() {
        return processId;
    }

    public long version() {
        return version;
    }
}
