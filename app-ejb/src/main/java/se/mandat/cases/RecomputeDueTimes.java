package se.mandat.cases;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import se.mandat.obligation.Ladder;
import se.mandat.obligation.Obligation;
import se.mandat.obligation.ObligationKind;
import se.mandat.obligation.Obligations;
import se.mandat.organisation.Directory;
import se.mandat.organisation.Person;
import se.mandat.shared.DomainEvents;
import se.mandat.worktime.ChangedCalendars;
import se.mandat.worktime.ClosingDayChange;
import se.mandat.worktime.WorkingCalendar;

/**
 * A closing day has come or gone, or an eve been opened or closed: what is owed in that unit, and in those below it, is
 * due at another time. Each case is worked out in a transaction of its own, which also says how far it has come, so that
 * whoever goes on after a crash begins where that ended; to do it twice changes nothing.
 */
@Stateless
@RolesAllowed("system")
public class RecomputeDueTimes {

    @Inject
    private Cases cases;

    @Inject
    private Obligations obligations;

    @Inject
    private Directory directory;

    @Inject
    private ChangedCalendars changed;

    @Inject
    private DomainEvents events;

    /** What is to be worked out next. */
    public Optional<ClosingDayChange> next() {
        return changed.next();
    }

    /** The numbers of the next cases on which somebody of the unit owes something. */
    public List<String> cases(ClosingDayChange change, String after, int limit) {
        return obligations.casesOwedOn(peopleOf(change.unitPath()), after, limit);
    }

    /** Works out what is owed on one case. */
    public void handle(ClosingDayChange change, String caseNumber) {
        Case of = cases.hold(caseNumber);
        List<String> people = peopleOf(change.unitPath());
        Map<String, Integer> moved = new TreeMap<>();
        Instant actionDue = obligations.actionDue(caseNumber).orElse(null);
        obligations.of(caseNumber).stream()
                .filter(Obligation::isOpen)
                .filter(owed -> people.contains(whose(owed)) || owed.kind() == ObligationKind.CONTRIBUTE)
                // no contribution is due after the action, which therefore comes first
                .sorted(Comparator.comparing(owed -> owed.kind() != ObligationKind.ACT))
                .filter(owed -> obligations.recompute(owed, of.severity(), actionDue))
                .forEach(owed -> moved.merge(owed.debtor(), 1, Integer::sum));
        changed.reached(change.id(), caseNumber, moved);
    }

    /**
     * What is owed on this case could not be worked out.
     *
     * @param kind the kind of failure, without its words
     */
    public void failed(ClosingDayChange change, String caseNumber, String kind) {
        changed.failed(change.id(), caseNumber, kind);
    }

    /** When what has failed is tried again, the soonest first. */
    public List<Instant> tries() {
        return changed.failed().stream()
                .map(ClosingDayChange::heldUntil)
                .filter(Objects::nonNull)
                .toList();
    }

    /** Lets what has failed be tried again at once. @return whether there is such a change */
    public boolean tryNow(UUID change) {
        return changed.tryNow(change);
    }

    /**
     * Every case has been gone through: whoever owes what is due at another time is told, once of all of it. Where a
     * case has failed, all of it is gone through again, later and later still.
     */
    public void passed(ClosingDayChange change) {
        events.announce(changed.passed(change, Ladder.pause(change.tries())).stream()
                .map(moved -> new DueTimesMoved(change, moved))
                .toList());
    }

    /** How many open obligations of the unit are due on this day or later. */
    @RolesAllowed({"steward", "auditor"})
    public int dueFrom(String unit, LocalDate day) {
        return obligations.countDue(peopleOf(unit), WorkingCalendar.standard().startOfDay(day));
    }

    private List<String> peopleOf(String unit) {
        return directory.now().people().stream()
                .filter(person -> person.unit() != null && directory.now().contains(unit, person.unit()))
                .map(Person::username)
                .toList();
    }

    private static String whose(Obligation owed) {
        return owed.onBehalfOf() == null ? owed.debtor() : owed.onBehalfOf();
    }
}
