package se.mandat.obligation;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import se.mandat.obligation.ObligationEvent.Cause;
import se.mandat.worktime.WorkingCalendar;
import se.mandat.worktime.WorkingTime;

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

    private static final int PAUSES_AT_MOST = 2;

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

    // counted anew in a calendar that has changed
    @Column(name = "opens_from", updatable = false)
    private Instant opensFrom;

    @Column(name = "opens_after", updatable = false)
    private Long opensAfter;

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

    @Column(name = "repeats_from")
    private Instant repeatsFrom;

    private int debtors = 1;

    private int tries;

    @Column(name = "held_until")
    private Instant heldUntil;

    private String failure;

    @Embedded
    @AttributeOverride(name = "from", column = @Column(name = "due_from"))
    @AttributeOverride(name = "time", column = @Column(name = "due_time"))
    @AttributeOverride(name = "set", column = @Column(name = "due_set"))
    private Reckoning due;

    @Embedded
    @AttributeOverride(name = "from", column = @Column(name = "ceiling_from"))
    @AttributeOverride(name = "time", column = @Column(name = "ceiling_time"))
    @AttributeOverride(name = "set", column = @Column(name = "ceiling_set"))
    private Reckoning ceiling;

    @Column(name = "given_time")
    private Long givenTime;

    private UUID extension;

    private int questions;

    private int extensions;

    private int pauses;

    @Column(name = "paused_at")
    private Instant pausedAt;

    @Column(name = "paused_until")
    private LocalDate pausedUntil;

    @Column(name = "left_to_due")
    private Long leftToDue;

    @Column(name = "left_to_ceiling")
    private Long leftToCeiling;

    // of a pause, and of what has been paused: from then on the reminder is counted from its end
    @Column(name = "left_to_remind")
    private Long leftToRemind;

    @Column(name = "process_id", updatable = false)
    private UUID processId;

    private long version;

    @Transient
    private final List<ObligationEvent> happened = new ArrayList<>();

    protected Obligation() {}

    /**
     * By when something is owed: when it may be met, when it is due, the latest it can ever be due, and the reminder.
     *
     * @param due how the due time came about
     * @param given how much working time that is from when it can be met
     */
    record Times(
            Instant opensAt, Instant dueAt, Instant ceilingAt, Instant remindAt, Reckoning due, WorkingTime given) {}

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
        if (opening.opens() != null) {
            this.opensFrom = opening.opens().from();
            this.opensAfter = Reckoning.micros(opening.opens().after().duration());
        }
        record(new ObligationEvent.Opened(
                caseNumber, id, kind, concerns, debtor, onBehalfOf, times.opensAt(), times.dueAt(), times.remindAt()));
        this.ceilingAt = times.ceilingAt();
        this.due = times.due();
        this.ceiling = times.ceilingAt() == null ? null : times.due();
        this.givenTime = Reckoning.micros(times.given().duration());
    }

    void fulfil(Instant now) {
        requireOpen();
        dropTheQuestion();
        record(new ObligationEvent.Fulfilled(caseNumber, id, kind, debtor));
        endedAt = now;
    }

    void cancel(Cause cause, Instant now) {
        requireOpen();
        dropTheQuestion();
        record(new ObligationEvent.Cancelled(caseNumber, id, kind, debtor, cause));
        endedAt = now;
    }

    void lapse(Instant now) {
        requireOpen();
        dropTheQuestion();
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
        dropTheQuestion();
        record(new ObligationEvent.Transferred(
                caseNumber, id, kind, debtor, to, absent, onBehalfOf, cause, dueAt, reason));
    }

    /** Whoever gets it next knows nothing of that: they are told from now on, as when it was due. */
    void tellAnew(Instant now) {
        requireOpen();
        await(Awaited.DUE, now);
    }

    private boolean isToldAnew() {
        return next == Awaited.DUE && nextAt.isAfter(dueAt);
    }

    /** Another due time, which a ceiling follows; while the clock stands still it is counted from when it goes on. */
    void reschedule(Reckoning reckoned, Instant dueAt, Instant remind) {
        requireOpen();
        if (!dueAt.equals(this.dueAt)) {
            boolean beyond = ceilingAt != null && dueAt.isAfter(ceilingAt);
            record(new ObligationEvent.Rescheduled(caseNumber, id, kind, this.dueAt, dueAt, remind));
            due = reckoned;
            if (beyond) {
                ceiling = reckoned;
            }
            leftToRemind = isPaused() ? reckoned.half() : null;
            if (isPaused()) {
                leftToDue = reckoned.time();
            }
        }
    }

    /** From now on this is the time that it gets. */
    void give(WorkingTime time) {
        givenTime = Reckoning.micros(time.duration());
    }

    /** The latest it can ever be due comes nearer, and the due time with it. */
    void lowerCeiling(Reckoning reckoned, Instant ceilingAt, Instant remind) {
        requireOpen();
        if (ceilingAt.isBefore(this.ceilingAt)) {
            if (ceilingAt.isBefore(dueAt)) {
                reschedule(reckoned, ceilingAt, remind);
            }
            record(new ObligationEvent.CeilingLowered(caseNumber, id, kind, this.ceilingAt, ceilingAt));
            ceiling = reckoned;
            if (isPaused()) {
                leftToCeiling = reckoned.time();
            }
        }
    }

    /**
     * Somebody else owes it, whose calendar is another one: from now on it is counted in that. Where their unit is
     * closed when it is due, it is due when that is open; nobody is reminded twice for that.
     *
     * @param latest a time beyond which it is never due; null when there is none
     */
    void countIn(WorkingCalendar calendar, Instant latest, Instant now) {
        if (isPaused()) {
            goOnIn(calendar, latest);
            return;
        }
        if (dueAt.isAfter(now) && !calendar.allowsDeadline(dueAt)) {
            Instant open = latest == null
                    ? calendar.openDeadline(dueAt)
                    : ContributionTime.within(latest, dueAt, calendar, now);
            Instant remind = next == Awaited.REMIND ? remindAt : open;
            record(new ObligationEvent.Rescheduled(caseNumber, id, kind, dueAt, open, remind));
        }
        leftToRemind = next == Awaited.REMIND && remindAt.isAfter(now)
                ? Reckoning.micros(left(calendar, now, remindAt).duration())
                : null;
        due = countedIn(calendar, dueAt, now);
        ceiling = ceilingAt == null ? null : countedIn(calendar, ceilingAt, now);
    }

    /** The clock goes on when this calendar is open, with what was left. */
    private void goOnIn(WorkingCalendar calendar, Instant latest) {
        Instant end = calendar.openDeadline(calendar.endOfDay(pausedUntil));
        Instant dueThen = earlier(countFrom(end, calendar), latest == null ? null : calendar.lastDeadline(latest));
        leftToDue = Reckoning.micros(left(calendar, end, dueThen).duration());
        if (!dueThen.equals(dueAt)) {
            record(new ObligationEvent.Rescheduled(caseNumber, id, kind, dueAt, dueThen, remindAt));
        }
        if (!end.equals(nextAt)) {
            await(Awaited.RESUME, end);
        }
    }

    private static Reckoning countedIn(WorkingCalendar calendar, Instant at, Instant now) {
        return at.isAfter(now) && calendar.allowsDeadline(at)
                ? Reckoning.counted(now, WorkingTime.of(calendar.between(now, at)))
                : Reckoning.set(at, now);
    }

    void ask(Extension question, String asked) {
        ask(question, asked, null);
    }

    /**
     * The debtor asks whoever manages them for more time.
     *
     * @param inPlaceOf the absent manager in whose place {@code asked} answers; null for the manager themself
     */
    void ask(Extension question, String asked, String inPlaceOf) {
        requireOpen();
        if (extension != null || !mayBeExtended()) {
            throw new IllegalStateException("No more time can be asked for obligation " + id);
        }
        record(new ObligationEvent.ExtensionAsked(
                caseNumber,
                id,
                kind,
                question.id(),
                debtor,
                dueAt,
                question.dueAt(),
                asked,
                inPlaceOf,
                question.reason()));
    }

    /** The debtor has more time, which a ceiling follows; the reminder is anew. */
    void extend(Instant until, Instant remind, String reason, Instant now) {
        requireOpen();
        boolean beyond = ceilingAt != null && until.isAfter(ceilingAt);
        record(new ObligationEvent.Extended(
                caseNumber, id, kind, extension, debtor, dueAt, until, remind, beyond ? until : ceilingAt, reason));
        due = Reckoning.set(until, now);
        leftToRemind = null;
        if (beyond) {
            ceiling = due;
        }
    }

    /** The debtor gets no more time. */
    void refuseExtension(String reason) {
        requireOpen();
        record(new ObligationEvent.ExtensionRefused(caseNumber, id, kind, extension, debtor, dueAt, reason));
    }

    private void dropTheQuestion() {
        if (extension != null) {
            record(new ObligationEvent.ExtensionDropped(caseNumber, id, kind, extension, debtor));
        }
    }

    /**
     * The clock stands still until 17.00 of this day, and the due time moves by the working time that is left.
     *
     * @param latest a time beyond which it is never due; null when there is none
     */
    void pause(LocalDate until, Instant latest, String reason, WorkingCalendar calendar, Instant now) {
        requireOpen();
        if (kind == ObligationKind.DECIDE || !mayBePaused()) {
            throw new IllegalStateException("Obligation " + id + " cannot be paused: " + next);
        }
        Instant end = calendar.endOfDay(until);
        Instant shifted = earlier(calendar.plus(end, left(calendar, now, dueAt)), latest);
        leftToDue = Reckoning.micros(left(calendar, end, shifted).duration());
        leftToCeiling = ceilingAt == null
                ? null
                : Reckoning.micros(left(calendar, now, ceilingAt).duration());
        leftToRemind = next == Awaited.REMIND
                ? Reckoning.micros(left(calendar, now, remindAt).duration())
                : null;
        pausedAt = now;
        pausedUntil = until;
        countFrom(end, calendar);
        record(new ObligationEvent.Paused(caseNumber, id, kind, debtor, end, dueAt, shifted, reason));
    }

    /** The clock goes on, with what was left, counted from this moment. */
    void resume(Instant from, WorkingCalendar calendar) {
        requireNext(Awaited.RESUME);
        due = Reckoning.counted(from, WorkingTime.of(Reckoning.duration(leftToDue)));
        if (leftToCeiling != null) {
            ceiling = Reckoning.counted(from, WorkingTime.of(Reckoning.duration(leftToCeiling)));
        }
        Instant dueThen = countFrom(from, calendar);
        record(new ObligationEvent.Resumed(caseNumber, id, kind, debtor, nextAt, dueThen, remindAt));
    }

    /** Moves the reminder and the ceiling of what is paused. @return the due time */
    private Instant countFrom(Instant end, WorkingCalendar calendar) {
        if (leftToRemind != null) {
            remindAt = calendar.plus(end, WorkingTime.of(Reckoning.duration(leftToRemind)));
        }
        if (leftToCeiling != null) {
            ceilingAt = calendar.plus(end, WorkingTime.of(Reckoning.duration(leftToCeiling)));
        }
        return calendar.plus(end, WorkingTime.of(Reckoning.duration(leftToDue)));
    }

    /**
     * A closing day of its calendar has come or gone: it is due, and what comes next happens, when it would if that had
     * always been so; but nothing that has happened happens again, and no due time is set before the end of the next
     * working day.
     *
     * @param latest a time beyond which it is never due; null when there is none
     * @param told from when the grace is counted, where the manager has been told; else null
     */
    void recompute(WorkingCalendar calendar, Instant latest, Instant told, WorkingTime grace, Instant now) {
        requireOpen();
        Instant end = isPaused() ? calendar.openDeadline(calendar.endOfDay(pausedUntil)) : null;
        boolean toldAnew = isToldAnew();
        Instant floor = calendar.endOfDay(calendar.nextWorkingDay(LocalDate.ofInstant(now, WorkingCalendar.ZONE)));
        Instant opensThen = opensThen(calendar, now);
        if (opensThen != null && due.from().equals(opensAt)) {
            due = due.countedFrom(opensThen);
        }
        Instant highest = ceilingAt == null ? null : reckoned(ceiling, leftToCeiling, end, calendar);
        Instant reckoned = earlier(earlier(reckoned(due, leftToDue, end, calendar), highest), latest);
        Instant dueThen = calendar.openDeadline(noSooner(dueAt, reckoned, floor));
        Instant ceilingThen = ceilingAt == null ? null : later(noSooner(ceilingAt, highest, floor), dueThen);
        Instant remindThen = remindAt.equals(opensAt) ? opensThen : reminderThen(dueThen, end, calendar);
        if (!dueThen.equals(dueAt) || !Objects.equals(ceilingThen, ceilingAt) || !Objects.equals(opensThen, opensAt)) {
            record(new ObligationEvent.Recomputed(
                    caseNumber, id, kind, debtor, dueAt, opensThen, dueThen, remindThen, ceilingThen));
        }
        Instant nextThen =
                switch (next) {
                    case REMIND -> remindAt.isBefore(dueAt) ? remindAt : dueAt;
                    case DUE -> toldAnew ? nextAt : dueAt;
                    case MOVE -> calendar.plus(later(told, dueAt), grace);
                    case REPEAT -> toldAgain(calendar, floor);
                    case RESUME -> end;
                };
        if (!nextThen.equals(nextAt)) {
            await(next == Awaited.REMIND && !remindAt.isBefore(dueAt) ? Awaited.DUE : next, nextThen);
        }
    }

    /** What has opened stays so; what has not, opens when it would if that had always been so, but not before now. */
    private Instant opensThen(WorkingCalendar calendar, Instant now) {
        if (opensFrom == null || isPaused() || !opensAt.isAfter(now)) {
            return opensAt;
        }
        return later(calendar.plus(opensFrom, WorkingTime.of(Reckoning.duration(opensAfter))), now);
    }

    /** Counted anew in working days, but never nearer than the floor for that. */
    private Instant toldAgain(WorkingCalendar calendar, Instant floor) {
        if (repeatsFrom == null) {
            return calendar.openDeadline(nextAt);
        }
        Instant again = calendar.plus(repeatsFrom, Ladder.BETWEEN_REPEATS);
        return again.isBefore(nextAt) ? earlier(nextAt, later(again, floor)) : again;
    }

    private static Instant reckoned(Reckoning reckoning, Long left, Instant end, WorkingCalendar calendar) {
        return end == null ? reckoning.at(calendar) : calendar.plus(end, WorkingTime.of(Reckoning.duration(left)));
    }

    /** A reminder that waits follows the due time. */
    private Instant reminderThen(Instant dueThen, Instant end, WorkingCalendar calendar) {
        boolean waits = next == Awaited.REMIND || isPaused() && leftToRemind != null;
        if (!waits || dueThen.equals(dueAt)) {
            return remindAt;
        }
        if (leftToRemind != null) {
            return calendar.plus(end == null ? due.from() : end, WorkingTime.of(Reckoning.duration(leftToRemind)));
        }
        return calendar.halfWay(due.from(), dueThen);
    }

    /** The time that is worked out anew, but, where it has moved, not before this one; and never nearer for that. */
    private static Instant noSooner(Instant present, Instant reckoned, Instant floor) {
        Instant least = later(reckoned, floor);
        return reckoned.isBefore(present) ? earlier(present, least) : reckoned.isAfter(present) ? least : present;
    }

    private static Instant later(Instant one, Instant other) {
        return other == null || one != null && one.isAfter(other) ? one : other;
    }

    private static WorkingTime left(WorkingCalendar calendar, Instant from, Instant to) {
        return to.isAfter(from) ? WorkingTime.of(calendar.between(from, to)) : WorkingTime.NONE;
    }

    private static Instant earlier(Instant one, Instant other) {
        return other == null || one.isBefore(other) ? one : other;
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
            leftToRemind = null;
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

    /**
     * It is overdue, and nobody is above its debtor: it stays, broken, and is told of again.
     *
     * @param from from when the working days until then are counted
     * @param again when that is
     */
    void breakOpen(Instant from, Instant again) {
        requireOpen();
        if (next == Awaited.REPEAT) {
            record(new ObligationEvent.ToldAgain(caseNumber, id, kind, debtor, nextAt, dueAt));
        } else {
            record(new ObligationEvent.Escalated(
                    caseNumber, id, kind, rung + 1, debtor, debtor, nextAt, Set.of(debtor)));
        }
        repeatsFrom = from;
        await(Awaited.REPEAT, again);
    }

    /** It was overdue for too long: {@code manager} has it now, with a due time of their own. */
    void moveUp(String manager, Reckoning reckoned, Instant dueAt, Instant remind) {
        moveUp(manager, null, reckoned, dueAt, remind);
    }

    /** As {@link #moveUp(String, Reckoning, Instant, Instant)}, where {@code manager} holds it in the place of {@code absent}. */
    void moveUp(String manager, String absent, Reckoning reckoned, Instant dueAt, Instant remind) {
        climb(manager);
        record(new ObligationEvent.Transferred(
                caseNumber, id, kind, debtor, manager, absent, onBehalfOf, Cause.SILENT, dueAt, null));
        debtors++;
        record(new ObligationEvent.Rescheduled(caseNumber, id, kind, this.dueAt, dueAt, remind));
        due = reckoned;
        leftToRemind = null;
        if (dueAt.equals(ceilingAt)) {
            ceiling = reckoned;
        }
    }

    /** It was overdue for too long, and {@code to} must now do what comes instead of it. */
    void climb(String to) {
        requireOpen();
        dropTheQuestion();
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
                if (!isPaused()) {
                    awaitTheReminder();
                }
            }
            case ObligationEvent.ExtensionAsked asked -> {
                extension = asked.extension();
                questions++;
            }
            case ObligationEvent.Extended extended -> {
                extension = null;
                extensions++;
                dueAt = extended.to();
                remindAt = extended.remindAt();
                ceilingAt = extended.ceilingAt();
                awaitTheReminder();
            }
            case ObligationEvent.ExtensionRefused refused -> extension = null;
            case ObligationEvent.ExtensionDropped dropped -> extension = null;
            case ObligationEvent.Paused paused -> {
                pauses++;
                dueAt = paused.dueAt();
                await(Awaited.RESUME, paused.until());
            }
            case ObligationEvent.Resumed resumed -> {
                dueAt = resumed.dueAt();
                unpause();
                if (leftToRemind == null) {
                    await(Awaited.DUE, dueAt);
                } else {
                    awaitTheReminder();
                }
            }
            case ObligationEvent.Recomputed recomputed -> {
                opensAt = recomputed.opensAt();
                dueAt = recomputed.dueAt();
                remindAt = recomputed.remindAt();
                ceilingAt = recomputed.ceilingAt();
            }
        }
        if (event.changes()) {
            version++;
        }
        happened.add(event);
    }

    private void unpause() {
        pausedAt = null;
        pausedUntil = null;
        leftToDue = null;
        leftToCeiling = null;
    }

    private void end(ObligationState how) {
        state = how;
        unpause();
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

    /** Never while its clock stands still. */
    public boolean isOverdue(Instant now) {
        return isOpen() && !isPaused() && now.isAfter(dueAt);
    }

    /** Whether its clock stands still; {@link #nextAt()} says until when. */
    public boolean isPaused() {
        return pausedAt != null;
    }

    /**
     * Whether its clock can stand still: it runs, is not overdue, has not stood still too
     * often, and no question for more time waits.
     */
    public boolean mayBePaused() {
        boolean runs = next == Awaited.DUE && !isToldAnew() || next == Awaited.REMIND && !nextAt.equals(opensAt);
        return isOpen() && runs && extension == null && pauses < PAUSES_AT_MOST;
    }

    /** Whether more time can be given. */
    public boolean mayBeExtended() {
        return isOpen() && extensions < Extension.AT_MOST;
    }

    /** The question for more time that waits for an answer; null when none does. */
    public UUID extension() {
        return extension;
    }

    /** How many times more time has been asked for. */
    public int questions() {
        return questions;
    }

    /** How much working time whoever owes it got for it; null where nobody knows any more. */
    WorkingTime given() {
        return givenTime == null ? null : WorkingTime.of(Reckoning.duration(givenTime));
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
