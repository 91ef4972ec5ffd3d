package se.mandat.cases;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Map;
import java.util.UUID;
import se.mandat.obligation.Obligations;
import se.mandat.organisation.Person;
import se.mandat.shared.MandatException;
import se.mandat.shared.Problem;

/**
 * Opens a customer's contact details: for those who have to do with the case, the managers above them, auditors, and
 * whoever brought that customer's voice. A call of its own, which leaves a trace whether it is allowed or not.
 */
@Stateless
public class OpenContact {

    @Inject
    private Cases cases;

    @Inject
    private Obligations obligations;

    @Inject
    private Contacts contacts;

    @Inject
    private CallingPerson caller;

    @Inject
    private Superiors superiors;

    @PersistenceContext(unitName = "mandat")
    private EntityManager entityManager;

    /** @throws MandatException when there is no such voice or it left no contact details, or they are not for the caller */
    @RolesAllowed("employee")
    public String handle(String caseNumber, UUID voice) {
        Case of = cases.find(caseNumber).orElseThrow(() -> Cases.notFound(caseNumber));
        Person person = caller.get();
        CustomerVoice said = of.voices().stream()
                .filter(v -> v.id().equals(voice))
                .findFirst()
                .orElseThrow(() -> notFound(caseNumber));
        String contact = contacts.of(said.id()).orElseThrow(() -> notFound(caseNumber));
        boolean allowed = person.username().equals(said.addedBy())
                || new CaseRights(of, obligations.of(caseNumber), person, superiors).mayReadWhatIsProtected();
        entityManager.persist(new ContactReading(voice, caseNumber, person.username(), cases.now(), allowed));
        if (!allowed) {
            throw new ContactRefused(caseNumber, of.raisedBy());
        }
        return contact;
    }

    private static MandatException notFound(String caseNumber) {
        return new MandatException(Problem.NOT_FOUND, "problem.contact-not-found", Map.of("case", caseNumber));
    }
}
