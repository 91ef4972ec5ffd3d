package se.mandat.cases;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import se.mandat.obligation.Obligation;
import se.mandat.obligation.Obligations;

/**
 * The time of what comes next for an obligation has come: its process runs, in a transaction of its own. The case is
 * held first, as by every command, and then it is asked again what is due, so that on many nodes it happens once.
 */
@Stateless
@RolesAllowed("system")
public class MeetDeadline {

    @Inject
    private Cases cases;

    @Inject
    private Obligations obligations;

    @Inject
    private PriceOfSilence silence;

    @Inject
    private CaseProcess process;

    /** What is due, the first first. */
    public List<Obligations.Due> due(Instant until, int limit) {
        return obligations.due(until, limit);
    }

    /** When the next thing is due on any case; empty when nothing is open. */
    public Optional<Instant> nextDue() {
        return obligations.nextDue();
    }

    /** When the next thing is due later than this on any case, whatever is due before; empty when nothing is. */
    public Optional<Instant> nextDueAfter(Instant moment) {
        return obligations.nextDueAfter(moment);
    }

    /**
     * Lets happen what is due of it. Does nothing when nothing is, since the debtor or another node was faster.
     *
     * @param waiting false leaves a case that somebody else holds just now for the next time
     */
    public Met handle(String caseNumber, UUID id, boolean waiting) {
        Optional<Case> held = waiting ? Optional.of(cases.hold(caseNumber)) : cases.holdIfFree(caseNumber);
        Instant now = cases.now();
        return held.map(of -> meet(of, id, o -> o.isDue(now))).orElse(Met.NOTHING);
    }

    /** The same, and also when it has failed and waits for its next try. */
    public Met tryNow(String caseNumber, UUID id) {
        Instant now = cases.now();
        return meet(cases.hold(caseNumber), id, o -> o.isOpen() && !o.nextAt().isAfter(now));
    }

    private Met meet(Case of, UUID id, Predicate<Obligation> mayHappen) {
        Optional<Obligation> due = obligations.of(of.number()).stream()
                .filter(o -> o.id().equals(id))
                .filter(mayHappen)
                .findFirst();
        due.ifPresent(o -> process.due(of.number(), id, silence.due(Standing.of(o, of))));
        return new Met(
                due.isPresent(),
                dueOn(of)
                        .min(Comparator.comparing(Obligation::nextAt).thenComparing(Obligation::id))
                        .map(Obligation::id)
                        .orElse(null));
    }

    private Stream<Obligation> dueOn(Case of) {
        Instant now = cases.now();
        return obligations.of(of.number()).stream().filter(o -> o.isDue(now));
    }

    /**
     * What became of it.
     *
     * @param happened whether anything has
     * @param next the obligation of the same case of which something is due now; null when there is none
     */
    public record Met(boolean happened, UUID next) {
        static final Met NOTHING = new Met(false, null);
    }

    /** It has failed: it is tried again later, and later still the more often it fails. */
    public void hold(String caseNumber, UUID id, String failure) {
        cases.hold(caseNumber);
        obligations.hold(id, failure);
    }
}
