package se.mandat.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import se.mandat.obligation.Obligation;
import se.mandat.obligation.Obligations;
import se.mandat.organisation.Directory;
import se.mandat.organisation.Person;
import se.mandat.shared.Inputs;
import se.mandat.shared.MandatException;
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
    private CaseProcess process;

    @Inject
    private Inputs inputs;

    /** A case in the hands of somebody who may do what they are about to do; {@code owed} is null when nothing is paid. */
    record Held(Case theCase, Person person, Obligation owed) {}

    /** Takes the case for a command that pays what the right's obligation owes. */
    Held take(String number, ReadVersion read, Right right, Object command) {
        Case held = cases.hold(number);
        Person person = caller.whoMayChange();
        requireVersion(held, read);
        Obligation owed = rights(held, person).require(right);
        inputs.check(command);
        return new Held(held, person, owed);
    }

    /** Takes the case for the raiser's acknowledgement of how it ended. */
    Held takeForAcknowledgement(String number, Object command) {
        Case held = cases.hold(number);
        Person person = caller.whoMayChange();
        rights(held, person).requireAcknowledgement();
        inputs.check(command);
        return new Held(held, person, null);
    }

    /** Publishes what has happened; nobody's debt is paid by it. */
    void keep(Held held) {
        cases.publish(held.theCase());
    }

    /** Publishes what has happened, ends the obligation and, as the last act, completes the step. */
    void complete(Held held, StepOutcome outcome) {
        cases.publish(held.theCase());
        obligations.fulfil(held.owed());
        process.stepDone(held.theCase().number(), held.owed().processId(), outcome);
    }

    private CaseRights rights(Case of, Person person) {
        return new CaseRights(of, obligations.of(of.number()), person, directory.now());
    }

    private static void requireVersion(Case held, ReadVersion read) {
        if (read.isMissing()) {
            throw new MandatException(
                    Problem.VERSION_MISSING, "problem.version-missing", Map.of("case", held.number()));
        }
        if (!read.covers(held.version())) {
            throw new MandatException(
                    Problem.CHANGED_MEANWHILE, "problem.changed-meanwhile", Map.of("case", held.number()));
        }
    }
}
