package se.mandat.cases;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import se.mandat.obligation.Obligation;
import se.mandat.obligation.Obligations;
import se.mandat.shared.MandatException;
import se.mandat.shared.Problem;

/** A steward lets something that has failed be tried again at once. What fails again stays on the list. */
@Stateless
@RolesAllowed("steward")
public class RetryIncident {

    @Inject
    private Obligations obligations;

    @Inject
    private KeepDeadlines deadlines;

    @Inject
    private KeepDueTimes dueTimes;

    @Inject
    private FailedSteps steps;

    /** @throws MandatException NOT_FOUND when there is nothing of this id that could be tried */
    public void handle(String id) {
        Optional<Obligation> obligation = id(id).flatMap(obligations::find).filter(Obligation::isOpen);
        if (obligation.isPresent()) {
            deadlines.run(obligation.get().caseNumber(), obligation.get().id());
        } else if (!id(id).map(dueTimes::retry).orElse(false) && !steps.retry(id)) {
            throw new MandatException(Problem.NOT_FOUND, "problem.not-found");
        }
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
