package se.mandat.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.mandat.obligation.Obligation;
import se.mandat.obligation.ObligationEvent.Cause;
import se.mandat.obligation.ObligationKind;
import se.mandat.obligation.Obligations;
import se.mandat.organisation.Directory;
import se.mandat.organisation.Person;
import se.mandat.shared.Inputs;
import se.mandat.shared.MandatException;
import se.mandat.shared.MandatException.FieldError;
import se.mandat.shared.Problem;

/**
 * Where every command on a case begins and ends. It refuses in one order, whatever the command: unknown case, a role
 * that never may, no version said, changed meanwhile, somebody else's right, not now, not well formed. It ends by
 * telling the process that a step is done, which opens the next obligation.
 */
@ApplicationScoped
class CaseDesk {

    @Inject
    private Cases cases;

    @Inject
    private Obligations obligations;

    @Inject
    private CallingPerson caller;

    @Inject
    private Directory directory;

    @Inject
    private Superiors superiors;

    @Inject
    private CaseProcess process;

    @Inject
    private Beside beside;

    @Inject
    private Inputs inputs;

    /**
     * A case in the hands of somebody who may do what they are about to do.
     *
     * @param whose the absent person in whose place they do it, or else the person
     * @param owed null when nothing is paid
     */
    record Held(Case theCase, Person person, Person whose, Obligation owed) {

        /** User name of the absent person in whose place it is done; null when it is the person's own to do. */
        String inPlaceOf() {
            return whose.equals(person) ? null : whose.username();
        }

        /** The same, about another obligation. */
        Held of(Obligation other) {
            return new Held(theCase, person, whose, other);
        }
    }

    /** Takes the case for a command that pays what the right's obligation owes. */
    Held take(String number, ReadVersion read, Right right, Object command) {
        Held held = take(number, read, right);
        inputs.check(command);
        return held;
    }

    /**
     * As {@link #take(String, ReadVersion, Right, Object)}, for a command that may also not be for now because of what it
     * says: whoever takes the case finds that out, and {@link #check checks} after.
     */
    Held take(String number, ReadVersion read, Right right) {
        Case held = cases.hold(number);
        Person person = caller.whoMayChange();
        requireVersion(number, held.version(), read);
        CaseRights rights = rights(held, person);
        Obligation owed = rights.require(right);
        return inPlace(new Held(held, person, whose(rights.inPlaceOf(right), person), owed));
    }

    /** Refuses a command that is not well formed, of a case that was taken without. */
    void check(Object command) {
        inputs.check(command);
    }

    /**
     * Refuses a command that is not well formed in one of these fields, so that others can be asked of what it says before
     * the rest of it is {@link #check checked}.
     */
    void check(Object command, Set<String> fields) {
        List<FieldError> errors = inputs.errorsOf(command);
        if (errors.stream().map(FieldError::field).anyMatch(fields::contains)) {
            throw MandatException.invalid(errors);
        }
    }

    /** Who stands in for somebody does so from here on, and has had a part in what they do. */
    private Held inPlace(Held held) {
        if (held.inPlaceOf() != null) {
            caller.standsInFor(held.inPlaceOf());
            if (held.owed() != null && isPartOfTheWork(held.owed())) {
                held.theCase().tookPart(held.person().username());
            }
        }
        return held;
    }

    private static boolean isPartOfTheWork(Obligation owed) {
        return owed.kind() == ObligationKind.ACT || owed.kind() == ObligationKind.DECIDE && owed.leading();
    }

    private Person whose(String absent, Person person) {
        return directory.now().person(absent).orElse(person);
    }

    /**
     * Takes the case for a command on one contribution.
     *
     * @param obligation the contribution's
     * @param read the version of that obligation, not of the case
     * @throws MandatException when there is no such contribution, or as {@link #take}
     */
    Held takeContribution(String number, UUID obligation, ReadVersion read, Right right, Object command) {
        Case held = cases.hold(number);
        Obligation owed = obligations.of(number).stream()
                .filter(o -> o.id().equals(obligation) && isConcerned(right, o))
                .findFirst()
                .orElseThrow(() -> new MandatException(Problem.NOT_FOUND, "problem.obligation-not-found"));
        Person person = caller.whoMayChange();
        requireVersion(number, owed.version(), read);
        CaseRights rights = rights(held, person);
        rights.requireContribution(right, owed);
        inputs.check(command);
        String absent = right == Right.CONTRIBUTION_CANCELLATION ? rights.inPlaceOf(right) : owed.onBehalfOf();
        return inPlace(new Held(held, person, whose(absent, person), owed));
    }

    /** What nobody may contribute yet, the owner can need no more, but nobody can complete. */
    private static boolean isConcerned(Right right, Obligation owed) {
        return right == Right.CONTRIBUTION_CANCELLATION
                ? CaseRights.isContribution(owed)
                : owed.kind() == ObligationKind.CONTRIBUTE;
    }

    /**
     * Takes the case for a command on the time of one of its obligations.
     *
     * @param obligation as the command names it; null when it does not
     * @param read the version of that obligation, not of the case
     * @throws MandatException INVALID when the case has no such obligation, or as {@link #take}
     */
    Held takeTimeOf(String number, UUID obligation, ReadVersion read, Right right, Object command) {
        Held held = takeTimeOf(number, obligation, read, right);
        inputs.check(command);
        return held;
    }

    /** As {@link #takeTimeOf(String, UUID, ReadVersion, Right, Object)}; the command is {@link #check checked} after. */
    Held takeTimeOf(String number, UUID obligation, ReadVersion read, Right right) {
        Case held = cases.hold(number);
        Person person = caller.whoMayChange();
        if (read.isMissing()) {
            requireVersion(number, 0, read);
        }
        Obligation owed = obligations.of(number).stream()
                .filter(o -> o.id().equals(obligation))
                .findFirst()
                .orElseThrow(() -> MandatException.invalid(
                        "obligation", obligation == null ? "error.required" : "error.not-of-the-case"));
        return takeTimeOf(held, owed, person, read, right);
    }

    /**
     * Takes the case for a command on the time of the obligation whose address it is; it is {@link #check checked} after.
     *
     * @throws MandatException when the case has no such obligation, or as {@link #take}
     */
    Held takeTimeAt(String number, UUID obligation, ReadVersion read, Right right) {
        Case held = cases.hold(number);
        Obligation owed = obligations.of(number).stream()
                .filter(o -> o.id().equals(obligation))
                .findFirst()
                .orElseThrow(() -> new MandatException(Problem.NOT_FOUND, "problem.obligation-not-found"));
        return takeTimeOf(held, owed, caller.whoMayChange(), read, right);
    }

    private Held takeTimeOf(Case held, Obligation owed, Person person, ReadVersion read, Right right) {
        requireVersion(held.number(), owed.version(), read);
        CaseRights rights = rights(held, person);
        rights.requireOn(right, owed);
        Held inHand = new Held(held, person, whose(rights.inPlaceOf(right, owed), person), owed);
        if (inHand.inPlaceOf() != null) {
            caller.standsInFor(inHand.inPlaceOf());
        }
        return inHand;
    }

    /** Publishes what has happened; nobody's debt is paid by it. */
    void keep(Held held) {
        cases.publish(held.theCase());
    }

    /** The case has ended: publishes why, ends all that is owed on it and, as the last act, its process. */
    void end(Held held, Cause cause, StepOutcome outcome) {
        Case ended = held.theCase();
        cases.publish(ended);
        beside.endAll(ended, cause);
        Obligation leading = leading(ended);
        obligations.cancel(leading, cause);
        process.stepDone(ended.number(), leading.processId(), outcome);
    }

    /** What leads an open case. */
    Obligation leading(Case of) {
        return obligations.of(of.number()).stream()
                .filter(obligation -> obligation.isOpen() && obligation.leading())
                .findFirst()
                .orElseThrow();
    }

    /** User names of whoever owes something on the case now, and of those in whose place they do. */
    Set<String> owing(Case of) {
        return obligations.of(of.number()).stream()
                .filter(Obligation::isOpen)
                .flatMap(owed -> Stream.of(owed.debtor(), owed.whose()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Publishes what has happened, ends the obligation and, as the last act, completes the step. */
    void complete(Held held, StepOutcome outcome) {
        cases.publish(held.theCase());
        obligations.fulfil(held.owed());
        process.stepDone(held.theCase().number(), held.owed().processId(), outcome);
    }

    private CaseRights rights(Case of, Person person) {
        return new CaseRights(of, obligations.of(of.number()), person, superiors);
    }

    private static void requireVersion(String number, long version, ReadVersion read) {
        if (read.isMissing()) {
            throw new MandatException(Problem.VERSION_MISSING, "problem.version-missing", Map.of("case", number));
        }
        if (!read.covers(version)) {
            throw new MandatException(Problem.CHANGED_MEANWHILE, "problem.changed-meanwhile", Map.of("case", number));
        }
    }
}
