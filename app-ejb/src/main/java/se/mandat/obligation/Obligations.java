package se.mandat.obligation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import se.mandat.obligation.Obligation.Times;
import se.mandat.obligation.ObligationEvent.Cause;
import se.mandat.organisation.Directory;
import se.mandat.organisation.Person;
import se.mandat.shared.DomainEvents;
import se.mandat.shared.Outcome;
import se.mandat.worktime.WorkingCalendar;
import se.mandat.worktime.WorkingCalendars;
import se.mandat.worktime.WorkingTime;

/** All obligations; the one door through which other concepts open, end and move them. */
@ApplicationScoped
public class Obligations {

    /** From here on nobody counts further who owes more than others. */
    static final int MANY = 500;

    private static final Comparator<Obligation> LEADING_FIRST = Comparator.comparing(
                    (Obligation obligation) -> !(obligation.leading() && obligation.isOpen()))
            .thenComparing(Obligation::openedAt, Comparator.reverseOrder())
            .thenComparing(Obligation::id);

    @PersistenceContext(unitName = "mandat")
    private EntityManager entityManager;

    @Inject
    private ServiceLevels serviceLevels;

    @Inject
    private WorkingCalendars calendars;

    @Inject
    private Directory directory;

    @Inject
    private DomainEvents events;

    @Inject
    private Clock clock;

    @Inject
    private HeldObligations held;

    /**
     * What is to be owed.
     *
     * @param appoints what somebody shall be appointed to owe, for {@link ObligationKind#APPOINT}; else null
     * @param concerns what is to be decided; null when nothing is
     * @param matter what it is about beside the main line; null on it
     * @param opens from when it can be met in full, null when at once
     * @param dueAt when a person has set it, as for {@link ObligationKind#CONTRIBUTE}; null follows the service level
     * @param processId the process instance that runs its clock
     */
    public record Opening(
            String caseNumber,
            ObligationKind kind,
            ObligationKind appoints,
            DecisionConcern concerns,
            UUID matter,
            Outcome severity,
            Opens opens,
            Instant dueAt,
            UUID processId) {

        /** Whether the case's stage follows from it. */
        public boolean leading() {
            return matter == null;
        }
    }

    /**
     * It can be met in full when so much working time has gone by after a moment; where that was over before anybody came
     * to owe it, from when somebody does.
     */
    public record Opens(Instant from, WorkingTime after) {

        Instant noSoonerThan(Instant opened, WorkingCalendar calendar) {
            Instant opens = calendar.plus(from, after);
            return opens.isBefore(opened) ? opened : opens;
        }
    }

    /**
     * Opens an obligation with the service level of its kind and severity, in the working time of the unit of whoever's
     * debt it is.
     *
     * @throws IllegalArgumentException when {@code holder} may not hold it
     */
    public Obligation open(Opening opening, Holder holder, Involvement involvement) {
        requireEligible(opening.kind(), holder, involvement);
        Instant now = now();
        Obligation obligation = new Obligation(
                UUID.randomUUID(),
                opening,
                holder.debtor().username(),
                holder.absent(),
                now,
                times(opening, calendarOf(holder.whose()), now));
        entityManager.persist(obligation);
        held.opened(obligation);
        events.publish(obligation.takeEvents());
        return obligation;
    }

    private Times times(Opening opening, WorkingCalendar calendar, Instant now) {
        Instant opensAt = opening.opens() == null ? null : opening.opens().noSoonerThan(now, calendar);
        Instant from = opensAt == null ? now : opensAt;
        WorkingTime level = opening.dueAt() == null ? levelOf(opening.kind(), opening.severity()) : null;
        Instant due = level == null ? opening.dueAt() : calendar.plus(from, level);
        Instant remind = opensAt == null ? calendar.halfWay(now, due) : opensAt;
        return new Times(
                opensAt,
                due,
                opening.kind() == ObligationKind.ACT ? due : null,
                remind,
                level == null ? Reckoning.set(due, now) : Reckoning.counted(from, level),
                level == null ? spanOf(calendar, from, due) : level);
    }

    private static WorkingTime spanOf(WorkingCalendar calendar, Instant from, Instant due) {
        return WorkingTime.of(due.isAfter(from) ? calendar.between(from, due) : Duration.ZERO);
    }

    private WorkingTime levelOf(ObligationKind kind, Outcome severity) {
        return serviceLevels.of(kind, severity).time();
    }

    /** The working time that whoever it moves to has. */
    public WorkingTime levelOfMoved(ObligationKind kind, Outcome severity) {
        return serviceLevels.of(kind, severity).next();
    }

    /** The working calendar that a person's deadlines follow; that of no unit is the organisation's standard. */
    public WorkingCalendar calendarOf(Person person) {
        return person.unit() == null ? WorkingCalendar.standard() : calendars.of(person.unit());
    }

    /** The working calendar that an obligation follows: that of the unit of whoever owes it. */
    public WorkingCalendar calendarOf(Obligation obligation) {
        String whose = obligation.onBehalfOf() == null ? obligation.debtor() : obligation.onBehalfOf();
        return directory.now().person(whose).map(this::calendarOf).orElseGet(WorkingCalendar::standard);
    }

    /** The debtor has paid. */
    public void fulfil(Obligation obligation) {
        change(obligation, o -> o.fulfil(now()));
    }

    /** It is owed no more. */
    public void cancel(Obligation obligation, Cause cause) {
        change(obligation, o -> o.cancel(cause, now()));
    }

    /**
     * Somebody else owes it from now on, by the same time; where their unit is closed then, when that is open.
     *
     * @throws IllegalArgumentException when {@code to} may not hold it
     */
    public void transfer(Obligation obligation, Holder to, Cause cause, Involvement involvement) {
        transfer(obligation, to, cause, null, involvement);
    }

    /**
     * As {@link #transfer(Obligation, Holder, Cause, Involvement)}, for a reason that somebody has written.
     *
     * @param reason null where nobody has
     */
    public void transfer(Obligation obligation, Holder to, Cause cause, String reason, Involvement involvement) {
        requireEligible(obligation.kind(), to, involvement);
        WorkingCalendar before = calendarOf(obligation);
        change(obligation, o -> {
            o.transfer(to.debtor().username(), to.absent(), cause, reason);
            if (!calendarOf(o).equals(before)) {
                o.countIn(calendarOf(o), latest(o, actionDue(o.caseNumber()).orElse(null)), now());
            }
        });
    }

    /** When the action is due now, for a contribution that was due within it; else null. */
    private Instant latest(Obligation obligation, Instant actionDue) {
        return obligation.kind() == ObligationKind.CONTRIBUTE
                        && actionDue != null
                        && !obligation.dueAt().isAfter(actionDue)
                ? actionDue(obligation.caseNumber()).orElse(null)
                : null;
    }

    /**
     * As {@link #transfer(Obligation, Holder, Cause, Involvement)}, to whoever has been told that they get it, with the
     * full time that the table gives whoever it moves to.
     */
    public void transferAsTold(
            Obligation obligation, Holder to, Cause cause, Involvement involvement, Outcome severity) {
        transfer(obligation, to, cause, involvement);
        start(obligation, to, levelOfMoved(obligation.kind(), severity));
    }

    /** User name of whoever has been told that they get it after the grace; null when nobody has. */
    public String told(Obligation obligation) {
        return obligation.next() == Awaited.MOVE
                ? escalationsOf(List.of(obligation.id())).getLast().to()
                : null;
    }

    /** Whoever gets it next knows nothing of that: they are told at once, and get it after the full grace. */
    public void tellAnew(Obligation obligation) {
        change(obligation, o -> o.tellAnew(now()));
    }

    /** The debtor has stayed silent for too long. */
    public void lapse(Obligation obligation) {
        change(obligation, o -> o.lapse(now()));
    }

    /**
     * Somebody else owes it from now on, with the full service level anew.
     *
     * @throws IllegalArgumentException when {@code to} may not hold it
     */
    public void transferAnew(Obligation obligation, Holder to, Cause cause, Involvement involvement, Outcome severity) {
        transfer(obligation, to, cause, involvement);
        start(obligation, to, levelOf(obligation.kind(), severity));
    }

    /** Its time begins now. */
    private void start(Obligation obligation, Holder holder, WorkingTime level) {
        WorkingCalendar calendar = calendarOf(holder.whose());
        Instant now = now();
        Instant due = calendar.plus(now, level);
        change(obligation, o -> {
            o.reschedule(Reckoning.counted(now, level), due, calendar.halfWay(now, due));
            o.give(level);
        });
    }

    /**
     * The case has become more severe: the due time comes nearer, as if it had been opened now with the new severity; it
     * never moves away.
     */
    public void hasten(Obligation obligation, Person debtor, Outcome severity) {
        WorkingTime level = levelOf(obligation.kind(), severity);
        if (level == null) {
            return;
        }
        WorkingCalendar calendar = calendarOf(debtor);
        Instant from = earliest(obligation);
        Instant due = calendar.plus(from, level);
        Instant remind = from.equals(obligation.opensAt()) ? from : calendar.halfWay(from, due);
        Reckoning reckoned = Reckoning.counted(from, level);
        if (obligation.ceilingAt() != null && due.isBefore(obligation.ceilingAt())) {
            change(obligation, o -> {
                o.lowerCeiling(reckoned, due, remind);
                o.give(level);
            });
        } else if (obligation.ceilingAt() == null && due.isBefore(obligation.dueAt())) {
            change(obligation, o -> {
                o.reschedule(reckoned, due, remind);
                o.give(level);
            });
        }
    }

    /** From when it can be met: now, or later where it waits or its clock stands still. */
    private Instant earliest(Obligation obligation) {
        if (obligation.isPaused()) {
            return obligation.nextAt();
        }
        return obligation.opensAt() != null && obligation.opensAt().isAfter(now()) ? obligation.opensAt() : now();
    }

    /**
     * A person has set another due time; the reminder comes at half of what is left. What is paused until then or longer
     * goes on at once.
     */
    public void reschedule(Obligation obligation, Instant due, WorkingCalendar calendar) {
        if (obligation.isPaused() && !due.isAfter(obligation.nextAt())) {
            resume(obligation, now());
        }
        Instant from = earliest(obligation);
        Reckoning reckoned =
                obligation.isPaused() ? Reckoning.counted(from, spanOf(calendar, from, due)) : Reckoning.set(due, from);
        Instant remind = calendar.halfWay(obligation.isPaused() ? from : now(), due);
        change(obligation, o -> o.reschedule(reckoned, due, remind));
    }

    /** The owner has set another day in Stockholm for a part of the action, which it does not pass. */
    public void rescheduleContribution(String caseNumber, UUID matter, LocalDate dueOn) {
        Instant actionDue = actionDue(caseNumber).orElseThrow();
        of(caseNumber).stream()
                .filter(o -> o.isOpen() && o.kind() == ObligationKind.CONTRIBUTE && matter.equals(o.matter()))
                .forEach(o -> {
                    WorkingCalendar calendar = calendarOf(o);
                    reschedule(
                            o, ContributionTime.within(actionDue, calendar.endOfDay(dueOn), calendar, now()), calendar);
                });
    }

    /** The action is due sooner than it was: no contribution is due after it. */
    public void keepContributionsWithinAction(String caseNumber) {
        actionDue(caseNumber).ifPresent(actionDue -> of(caseNumber).stream()
                .filter(o -> o.isOpen()
                        && o.kind() == ObligationKind.CONTRIBUTE
                        && o.dueAt().isAfter(actionDue))
                .forEach(o -> keepWithin(actionDue, o)));
    }

    private void keepWithin(Instant actionDue, Obligation contribution) {
        WorkingCalendar calendar = calendarOf(contribution);
        Instant due = ContributionTime.within(actionDue, contribution.dueAt(), calendar, now());
        if (due.isBefore(contribution.dueAt())) {
            reschedule(contribution, due, calendar);
        }
    }

    /** The working time that it got at first, which an extension adds at most. */
    public WorkingTime given(Obligation obligation, Outcome severity) {
        if (obligation.given() != null) {
            return obligation.given();
        }
        WorkingTime level = levelOf(obligation.kind(), severity);
        return level == null ? spanOf(calendarOf(obligation), obligation.openedAt(), obligation.dueAt()) : level;
    }

    /**
     * The debtor asks {@code asked} for more time.
     *
     * @param inPlaceOf user name of the absent manager in whose place they are asked; null for the manager themself
     */
    public void ask(Obligation obligation, Instant dueAt, String reason, Person asked, String inPlaceOf) {
        Extension question =
                new Extension(UUID.randomUUID(), obligation.id(), obligation.debtor(), now(), dueAt, reason);
        entityManager.persist(question);
        change(obligation, o -> o.ask(question, asked.username(), inPlaceOf));
    }

    /** The debtor has the time that they asked for. */
    public void extend(Obligation obligation, Extension question, Person by, String reason) {
        Instant now = now();
        Instant from = earliest(obligation);
        Instant remind = from.equals(obligation.opensAt())
                ? from
                : calendarOf(obligation).halfWay(now, question.dueAt());
        question.answered(ExtensionState.APPROVED, by.username(), reason, now);
        change(obligation, o -> o.extend(question.dueAt(), remind, reason, now));
    }

    /** The debtor does not get the time that they asked for. */
    public void refuse(Obligation obligation, Extension question, Person by, String reason) {
        question.answered(ExtensionState.REFUSED, by.username(), reason, now());
        change(obligation, o -> o.refuseExtension(reason));
    }

    public Optional<Extension> extension(UUID id) {
        return Optional.ofNullable(entityManager.find(Extension.class, id));
    }

    /** Every question for more time about these, the first first; asks nothing when none are given. */
    public List<Extension> extensionsOf(Collection<UUID> obligations) {
        return obligations.isEmpty()
                ? List.of()
                : entityManager
                        .createQuery(
                                "select e from Extension e where e.obligation in :obligations order by e.askedAt",
                                Extension.class)
                        .setParameter("obligations", obligations)
                        .getResultList();
    }

    /**
     * Its clock stands still until 17.00 of this day.
     *
     * @param latest a time beyond which it is never due; null when there is none
     */
    public void pause(Obligation obligation, LocalDate until, Instant latest, String reason) {
        change(obligation, o -> o.pause(until, latest, reason, calendarOf(o), now()));
    }

    /** Its clock goes on by itself; from the plan, or from now where the system has been late. */
    public void resume(Obligation obligation) {
        resume(obligation, asPlanned(obligation));
    }

    /**
     * A closing day of its calendar has come or gone.
     *
     * @param actionDue when the case's action was due until then, which no contribution passes unless it did already,
     *     as one that has moved up may; null while nobody acts
     * @return whether it is due at another time
     */
    public boolean recompute(Obligation obligation, Outcome severity, Instant actionDue) {
        WorkingCalendar calendar = calendarOf(obligation);
        Instant latest = latest(obligation, actionDue);
        Instant last = latest == null ? null : calendar.lastDeadline(latest);
        Instant told = obligation.next() == Awaited.MOVE
                ? escalationsOf(List.of(obligation.id())).getLast().counted()
                : null;
        Instant before = obligation.dueAt();
        change(obligation, o -> o.recompute(calendar, last, told, Ladder.grace(severity), now()));
        return !before.equals(obligation.dueAt());
    }

    /** The next cases, by number, on which one of these people owes something, or somebody for one of them. */
    public List<String> casesOwedOn(Collection<String> people, String after, int limit) {
        return people.isEmpty()
                ? List.of()
                : entityManager
                        .createNativeQuery(
                                "select distinct case_number from obligation where state = 'OPEN'"
                                        + " and (debtor in (:people) or on_behalf_of in (:people))"
                                        + " and case_number > :after order by case_number limit :limit",
                                String.class)
                        .setParameter("people", people)
                        .setParameter("after", after == null ? "" : after)
                        .setParameter("limit", limit)
                        .getResultList();
    }

    /** How much these people owe that is due at this time or later. */
    public int countDue(Collection<String> people, Instant from) {
        return people.isEmpty()
                ? 0
                : (Integer) entityManager
                        .createNativeQuery(
                                "select cast(count(*) as int) from obligation where state = 'OPEN'"
                                        + " and coalesce(on_behalf_of, debtor) in (:people) and due_at >= :from",
                                Integer.class)
                        .setParameter("people", people)
                        .setParameter("from", from)
                        .getSingleResult();
    }

    /** Somebody lets its clock go on now. */
    public void resumeNow(Obligation obligation) {
        resume(obligation, now());
    }

    private void resume(Obligation obligation, Instant from) {
        change(obligation, o -> o.resume(from, calendarOf(o)));
    }

    /** The debtor is reminded; of a review when it opens, and again at half of the time from then. */
    public void remind(Obligation obligation, Person debtor) {
        Instant again = obligation.nextAt().equals(obligation.opensAt())
                ? calendarOf(debtor).halfWay(obligation.opensAt(), obligation.dueAt())
                : null;
        change(obligation, o -> o.remind(again == null || !again.isBefore(o.dueAt()) ? null : again));
    }

    /** First rung: {@code above} is told, and gets it after the grace. */
    public void tell(Obligation obligation, Person debtor, Person above, Outcome severity) {
        Instant moves = calendarOf(debtor).plus(asPlanned(obligation), Ladder.grace(severity));
        change(obligation, o -> o.tell(above.username(), moves));
    }

    /** Nobody is above its debtor: it stays, on the list of broken obligations, and is told of every fifth working day. */
    public void breakOpen(Obligation obligation, Person debtor) {
        Instant from = asPlanned(obligation);
        Instant again = calendarOf(debtor).plus(from, Ladder.BETWEEN_REPEATS);
        change(obligation, o -> o.breakOpen(from, again));
    }

    /**
     * Second rung: {@code above} owes it from now on, with the full time that the table gives whoever it moves to.
     *
     * @throws IllegalArgumentException when {@code above} may not hold it
     */
    public void moveUp(Obligation obligation, Holder above, Involvement involvement, Outcome severity) {
        requireEligible(obligation.kind(), above, involvement);
        WorkingCalendar calendar = calendarOf(above.whose());
        Instant from = asPlanned(obligation);
        WorkingTime level = levelOfMoved(obligation.kind(), severity);
        Instant due = calendar.plus(from, level);
        change(obligation, o -> {
            o.moveUp(
                    above.debtor().username(),
                    above.absent(),
                    Reckoning.counted(from, level),
                    due,
                    calendar.halfWay(from, due));
            o.give(level);
        });
    }

    /** Second rung, where nobody above may hold it: {@code appointing} must find somebody, which ends it. */
    public void climb(Obligation obligation, Person appointing) {
        change(obligation, o -> o.climb(appointing.username()));
    }

    /** Time is counted from the plan; but from now where the system has been late, so that nobody loses time by it. */
    private Instant asPlanned(Obligation obligation) {
        Instant now = now();
        return now.isAfter(obligation.nextAt().plus(Ladder.PUNCTUAL)) ? now : obligation.nextAt();
    }

    /** Whether silence has a price of its own, by the table; else it moves up. */
    public WhenSilent whenSilent(ObligationKind kind, Outcome severity) {
        return serviceLevels.of(kind, severity).whenSilent();
    }

    /** What is due, or to be tried again, the first first. */
    public List<Due> due(Instant until, int limit) {
        return entityManager
                .createNativeQuery(
                        "select id, case_number, next_at from obligation where state = 'OPEN'"
                                + " and greatest(next_at, held_until) <= :until"
                                + " order by greatest(next_at, held_until), id limit :limit",
                        Due.class)
                .setParameter("until", until)
                .setParameter("limit", limit)
                .getResultList();
    }

    /** When the next thing is due on any case, or tried again; empty when nothing is open. */
    public Optional<Instant> nextDue() {
        return Optional.ofNullable((Instant) entityManager
                .createNativeQuery(
                        "select min(greatest(next_at, held_until)) from obligation where state = 'OPEN'", Instant.class)
                .getSingleResult());
    }

    /** When the next thing later than this is due on any case, or tried again; empty when nothing is. */
    public Optional<Instant> nextDueAfter(Instant moment) {
        return Optional.ofNullable((Instant) entityManager
                .createNativeQuery(
                        "select min(greatest(next_at, held_until)) from obligation where state = 'OPEN'"
                                + " and greatest(next_at, held_until) > :moment",
                        Instant.class)
                .setParameter("moment", moment)
                .getSingleResult());
    }

    /** An obligation for which the time of what comes next is reached. */
    public record Due(UUID id, String caseNumber, Instant at) {}

    /**
     * What was to happen next has failed: it is tried again later, and later still the more often it fails.
     *
     * @param failure the kind of failure, without its words, which could be anybody's
     */
    public void hold(UUID id, String failure) {
        find(id).filter(Obligation::isOpen).ifPresent(o -> o.hold(now().plus(Ladder.pause(o.tries())), failure));
    }

    /**
     * An open obligation whose next step has failed.
     *
     * @param kind as {@link ObligationKind} calls it
     * @param next what was to come, as {@link Awaited} calls it
     * @param until when it is tried again
     */
    public record Held(
            UUID id, String caseNumber, String kind, String next, String failure, int tries, Instant until) {}

    /** Those whose next step has failed, the one that is tried again soonest first. */
    public List<Held> held(int limit) {
        return entityManager
                .createNativeQuery(
                        "select id, case_number, kind, next, failure, tries, held_until from obligation"
                                + " where state = 'OPEN' and held_until is not null order by held_until, id limit :limit",
                        Held.class)
                .setParameter("limit", limit)
                .getResultList();
    }

    public long countHeld() {
        return (long) entityManager
                .createNativeQuery(
                        "select count(*) from obligation where state = 'OPEN' and held_until is not null", Long.class)
                .getSingleResult();
    }

    /** How many are overdue with nobody above their debtor. */
    public long countBroken() {
        return (long) entityManager
                .createNativeQuery(
                        "select count(*) from obligation where state = 'OPEN' and next = 'REPEAT' and due_at < :now",
                        Long.class)
                .setParameter("now", now())
                .getSingleResult();
    }

    /** The rungs that these have climbed, the first first; asks nothing when none are given. */
    public List<Escalation> escalationsOf(Collection<UUID> obligations) {
        return obligations.isEmpty()
                ? List.of()
                : entityManager
                        .createQuery(
                                "select e from Escalation e where e.obligation in :obligations order by e.rung",
                                Escalation.class)
                        .setParameter("obligations", obligations)
                        .getResultList();
    }

    private void change(Obligation obligation, Consumer<Obligation> change) {
        change.accept(obligation);
        List<ObligationEvent> happened = obligation.takeEvents();
        for (ObligationEvent event : happened) {
            switch (event) {
                case ObligationEvent.Escalated escalated -> entityManager.persist(new Escalation(escalated, now()));
                case ObligationEvent.ExtensionDropped dropped ->
                    extension(dropped.extension())
                            .ifPresent(question -> question.answered(ExtensionState.DROPPED, null, null, now()));
                default -> {}
            }
        }
        events.publish(happened);
    }

    /** Whoever holds it, and whoever's it is. */
    private static void requireEligible(ObligationKind kind, Holder holder, Involvement involvement) {
        requireEligible(kind, holder.debtor(), involvement);
        requireEligible(kind, holder.whose(), involvement);
    }

    private static void requireEligible(ObligationKind kind, Person person, Involvement involvement) {
        if (!Eligibility.mayHold(kind, person, involvement)) {
            throw new IllegalArgumentException(person.username() + " may not hold " + kind);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** A case has come into being just now, and nobody owes anything on it yet. */
    public void begin(String caseNumber) {
        held.of(caseNumber, number -> List.of());
    }

    /** All obligations of a case, ended ones too: the open leading one first, then the latest opened. */
    public List<Obligation> of(String caseNumber) {
        return held.of(caseNumber, this::load).stream().sorted(LEADING_FIRST).toList();
    }

    private List<Obligation> load(String caseNumber) {
        return entityManager
                .createQuery("select o from Obligation o where o.caseNumber = :case", Obligation.class)
                .setParameter("case", caseNumber)
                .getResultList();
    }

    /** When the case's action is due; empty while nobody owes it. */
    public Optional<Instant> actionDue(String caseNumber) {
        return of(caseNumber).stream()
                .filter(obligation -> obligation.isOpen() && obligation.kind() == ObligationKind.ACT)
                .map(Obligation::dueAt)
                .findFirst();
    }

    public Optional<Obligation> find(UUID id) {
        return Optional.ofNullable(entityManager.find(Obligation.class, id));
    }

    /** The numbers of the cases that these are owed on, without reading them; those that there are. */
    public Map<UUID, String> casesOf(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        List<?> rows = entityManager
                .createNativeQuery("select id, case_number from obligation where id in (:ids)", Tuple.class)
                .setParameter("ids", ids)
                .getResultList();
        Map<UUID, String> cases = new HashMap<>();
        for (Object row : rows) {
            Tuple cells = (Tuple) row;
            cases.put(cells.get(0, UUID.class), cells.get(1, String.class));
        }
        return cases;
    }

    /** The numbers of the cases on which these people owe something, also what others hold in their place, in order. */
    public List<String> casesOwedBy(Collection<String> people) {
        return entityManager
                .createQuery(
                        "select distinct o.caseNumber from Obligation o where o.state = OPEN"
                                + " and (o.debtor in :people or o.onBehalfOf in :people)"
                                + " order by o.caseNumber",
                        String.class)
                .setParameter("people", people)
                .getResultList();
    }

    /**
     * The numbers of the cases on which something open is held for somebody, or by one of {@code away}, in order.
     *
     * @param away user names of those for whom somebody else should hold it
     */
    public List<String> casesOfAbsent(Collection<String> away) {
        return entityManager
                .createNativeQuery(
                        """
                        select case_number from obligation where state = 'OPEN' and on_behalf_of is not null
                        union
                        select case_number from obligation where state = 'OPEN' and debtor in (:away)
                        order by case_number
                        """,
                        String.class)
                .setParameter("away", away.isEmpty() ? List.of("") : away)
                .getResultList();
    }

    /**
     * Of these people, whoever has the fewest open obligations; among equals the first by name. Whoever has
     * {@link #MANY} or more is equal to everybody else who has, so that asking costs the same however much is owed.
     */
    public Optional<Person> leastBurdened(Collection<Person> people) {
        if (people.size() < 2) {
            return people.stream().findFirst();
        }
        Map<String, Long> open = openOrMany(people);
        return people.stream()
                .min(Comparator.comparing((Person p) -> open.get(p.username()))
                        .thenComparing(Person::name)
                        .thenComparing(Person::username));
    }

    private Map<String, Long> openOrMany(Collection<Person> people) {
        Map<String, Long> open = new HashMap<>();
        List<?> rows = entityManager
                .createNativeQuery(
                        """
                        select p.username, (select count(*)
                                            from (select 1
                                                  from obligation o
                                                  where o.debtor = p.username and o.state = 'OPEN'
                                                  limit :many) few)
                        from person p
                        where p.username in (:people)
                        """,
                        Object[].class)
                .setParameter("people", people.stream().map(Person::username).toList())
                .setParameter("many", MANY)
                .getResultList();
        for (Object row : rows) {
            Object[] cells = (Object[]) row;
            open.put((String) cells[0], ((Number) cells[1]).longValue());
        }
        return open;
    }
}
