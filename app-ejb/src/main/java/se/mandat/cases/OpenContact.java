package se.mandat.cases;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import se.mandat.obligation.Obligations;
import se.mandat.organisation.Person;
import se.mandat.shared.MandatException;
import se.mandat.shared.Problem;

/** Opens a customer's contact details. A call of its own, which leaves a trace whether it is allowed or not. */
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

    @Inject
    private TraceOfReading trace;

    /** @throws MandatException when there is no such voice or it left no contact details, or they are not for the caller */
    @RolesAllowed("employee")
    public String handle(String caseNumber, UUID voice) {
        Case of = cases.find(caseNumber).orElseThrow(() -> Cases.notFound(caseNumber));
        Person person = caller.get();
        String contact = of.voices().stream()
                .filter(v -> v.id().equals(voice))
                .findFirst()
                .flatMap(v -> contacts.of(v.id()))
                .orElseThrow(() -> new MandatException(
                        Problem.NOT_FOUND, "problem.contact-not-found", Map.of("case", caseNumber)));
        boolean allowed = new CaseRights(of, obligations.of(caseNumber), person, superiors).mayReadWhatIsProtected();
        trace.leave(voice, caseNumber, person.username(), allowed);
        if (!allowed) {
            throw new MandatException(
                    Problem.NOT_YOUR_RIGHT, "problem.not-your-right.CONTACT", Map.of("case", caseNumber));
        }
        return contact;
    }
}
