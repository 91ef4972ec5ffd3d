package se.mandat.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    /** Those who must know when it becomes more severe: whoever owes something, and the lead unit's manager. */
    Set<String> pressed(Case of) {
        return Stream.concat(
                        obligations.of(of.number()).stream()
                                .filter(Obligation::isOpen)
                                .map(Obligation::debtor),
                        directory.now().managersOf(List.of(of.leadUnit())).stream()
                                .map(Person::username))
                .collect(Collectors.toUnmodifiableSet());
    }

    private Person whose(Obligation obligation) {
        return directory.now().person(obligation.whose()).orElseThrow();
    }
}
