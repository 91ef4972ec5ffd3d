package se.mandat.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import se.mandat.obligation.Obligation;
import se.mandat.obligation.ObligationEvent.Cause;
import se.mandat.obligation.ObligationKind;
import se.mandat.obligation.Obligations;

/** What is owed beside a case's main line: contributions, a handover, what was objected to or appealed, answers. */
@ApplicationScoped
class Beside {

    @Inject
    private Cases cases;

    @Inject
    private Obligations obligations;

    @Inject
    private CaseProcess process;

    /** Somebody owes this from now on, beside what leads the case. */
    void start(Case of, ObligationKind kind, UUID matter) {
        cases.publish(of);
        process.startBeside(of.number(), kind, matter);
    }

    /** While somebody acts, everybody who was asked for a part of the work owes it, unless they do already. */
    void startContributions(Case of) {
        if (of.matters(MatterKind.CONTRIBUTION).isEmpty() || !isBeingDone(of)) {
            return;
        }
        Set<UUID> started = obligations.of(of.number()).stream()
                .map(Obligation::matter)
                .filter(matter -> matter != null)
                .collect(Collectors.toSet());
        of.matters(MatterKind.CONTRIBUTION).stream()
                .filter(Matter::isOpen)
                .map(Matter::id)
                .filter(matter -> !started.contains(matter))
                .toList()
                .forEach(matter -> start(of, ObligationKind.CONTRIBUTE, matter));
    }

    private boolean isBeingDone(Case of) {
        return obligations.of(of.number()).stream()
                .anyMatch(obligation -> obligation.isOpen() && obligation.kind() == ObligationKind.ACT);
    }

    /** Nothing beside the main line is owed any more. */
    void endAll(Case of, Cause cause) {
        obligations.of(of.number()).stream()
                .filter(obligation -> obligation.isOpen() && !obligation.leading())
                .toList()
                .forEach(obligation -> end(obligation, cause));
    }

    void end(Obligation obligation, Cause cause) {
        obligations.cancel(obligation, cause);
        process.stepDone(obligation.caseNumber(), obligation.processId(), StepOutcome.CANCELLED);
    }
}
