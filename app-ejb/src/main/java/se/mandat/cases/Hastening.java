package se.mandat.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import se.mandat.obligation.Obligation;
import se.mandat.obligation.Obligations;
import se.mandat.organisation.Directory;
import se.mandat.organisation.Person;
import se.mandat.shared.Outcome;

/** A case that has become more severe is more urgent: what is owed on it comes nearer, never further away. */
@ApplicationScoped
class Hastening {

    @Inject
    private Obligations obligations;

    @Inject
    private Directory directory;

    /** Brings what is owed nearer if the case is more severe than {@code before}. */
    void since(Outcome before, Case of) {
        if (of.severity() != before && of.severity().worst(before) == of.severity()) {
            Optional<Instant> actionDue = obligations.actionDue(of.number());
            obligations.of(of.number()).stream()
                    .filter(Obligation::isOpen)
                    .forEach(obligation -> obligations.hasten(obligation, whose(obligation), of.severity()));
            if (!obligations.actionDue(of.number()).equals(actionDue)) {
                obligations.keepContributionsWithinAction(of.number());
            }
        }
    }

    private Person whose(Obligation obligation) {
        return directory.now().person(obligation.whose()).orElseThrow();
    }
}
