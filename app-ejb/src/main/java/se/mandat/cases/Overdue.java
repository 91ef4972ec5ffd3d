package se.mandat.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import se.mandat.obligation.Obligation;
import se.mandat.obligation.Obligations;
import se.mandat.organisation.Directory;
import se.mandat.organisation.Person;

/** An open obligation that the clock has come to, with its case, which this transaction holds already. */
@ApplicationScoped
class Overdue {

    @Inject
    private Cases cases;

    @Inject
    private Obligations obligations;

    @Inject
    private Directory directory;

    /** @param whose the absent person, or else the debtor: by their unit's calendar it is due */
    record Held(Case theCase, Obligation obligation, Person whose) {

        Standing standing() {
            return Standing.of(obligation, theCase);
        }
    }

    Held held(String caseNumber, UUID id) {
        Obligation obligation = obligations.of(caseNumber).stream()
                .filter(o -> o.id().equals(id))
                .findFirst()
                .orElseThrow();
        return new Held(
                cases.held(caseNumber),
                obligation,
                directory.now().person(obligation.whose()).orElseThrow());
    }
}
