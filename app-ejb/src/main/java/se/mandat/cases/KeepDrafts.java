package se.mandat.cases;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import se.mandat.mandate.Route;
import se.mandat.organisation.Person;
import se.mandat.shared.Inputs;
import se.mandat.shared.MandatException;
import se.mandat.shared.MandatException.FieldError;
import se.mandat.shared.Problem;

/** Keeps what somebody has begun to write until it is submitted or thrown away. Nobody else ever sees it. */
@Stateless
public class KeepDrafts {

    @PersistenceContext(unitName = "mandat")
    private EntityManager entityManager;

    @Inject
    private Cases cases;

    @Inject
    private CallingPerson caller;

    @Inject
    private Inputs inputs;

    @Inject
    private Naming naming;

    @Inject
    private RaiseCase raiseCase;

    /** A draft as its author reads it; {@code submittedAs} is the case it became, else null. */
    public record View(
            String number,
            String author,
            Instant createdAt,
            Instant changedAt,
            RaiseCase.Command content,
            String submittedAs,
            long version) {

        /** The refusal of what can no longer be done, since it has become a case. */
        public MandatException submitted() {
            return new MandatException(
                    Problem.NOT_NOW, "problem.draft-submitted", Map.of("draft", number, "case", submittedAs));
        }
    }

    /** @return the new draft's number */
    @RolesAllowed("employee")
    public String begin(RaiseCase.Command content) {
        Person author = caller.whoMayChange();
        check(content);
        Draft draft = new Draft(cases.nextNumber("U"), author.username(), content, cases.now());
        entityManager.persist(draft);
        return draft.number();
    }

    /** @param stays false is refused: a draft becomes a case by being submitted */
    @RolesAllowed("employee")
    public void write(String number, ReadVersion read, RaiseCase.Command content, boolean stays) {
        Draft draft = hold(number, read);
        if (!stays) {
            throw MandatException.invalid("draft", "error.draft.submitted-to-become-case");
        }
        check(content);
        draft.write(content, cases.now());
    }

    @RolesAllowed("employee")
    public void discard(String number, ReadVersion read) {
        entityManager.remove(hold(number, read));
    }

    /**
     * Makes it a case, with all that a case requires.
     *
     * @param expectedRoute the route that the author was shown; null when none was
     * @return the case's number
     */
    @RolesAllowed("employee")
    public String submit(String number, ReadVersion read, Route expectedRoute) {
        Draft draft = hold(number, read);
        RaiseCase.Command content = draft.content();
        String caseNumber = raiseCase.handle(new RaiseCase.Command(
                content.customerVoice(),
                content.reading(),
                content.proposal(),
                content.decision(),
                expectedRoute,
                content.recurrenceOf(),
                content.promise()));
        draft.submittedAs(caseNumber, cases.now());
        return caseNumber;
    }

    /** @throws MandatException when there is no such draft of the caller's */
    @RolesAllowed("employee")
    public View read(String number) {
        return view(own(number, LockModeType.NONE));
    }

    /** The caller's drafts, the last changed first. */
    @RolesAllowed("employee")
    public List<View> mine() {
        return entityManager
                .createQuery(
                        "select d from Draft d where d.author = :author and d.submittedAs is null"
                                + " order by d.changedAt desc, d.number",
                        Draft.class)
                .setParameter("author", caller.get().username())
                .getResultStream()
                .map(KeepDrafts::view)
                .toList();
    }

    private Draft hold(String number, ReadVersion read) {
        Draft draft = own(number, LockModeType.PESSIMISTIC_WRITE);
        caller.whoMayChange();
        if (read.isMissing()) {
            throw new MandatException(Problem.VERSION_MISSING, "problem.version-missing", Map.of("case", number));
        }
        if (!read.covers(draft.version())) {
            throw new MandatException(Problem.CHANGED_MEANWHILE, "problem.changed-meanwhile", Map.of("case", number));
        }
        if (draft.submittedAs() != null) {
            throw view(draft).submitted();
        }
        return draft;
    }

    private Draft own(String number, LockModeType lock) {
        Draft draft = entityManager.find(Draft.class, number, lock);
        if (draft == null || !draft.author().equals(caller.get().username())) {
            throw new MandatException(Problem.NOT_FOUND, "problem.draft-not-found", Map.of("case", number));
        }
        return draft;
    }

    /** A draft may lack everything, but nothing in it may be too long or out of range, and a promise must be in force. */
    private void check(RaiseCase.Command content) {
        List<FieldError> errors = inputs.errorsOf(content).stream()
                .filter(error -> !error.key().equals("error.required"))
                .toList();
        if (!errors.isEmpty()) {
            throw MandatException.invalid(errors);
        }
        naming.breach(content.promise());
    }

    static View view(Draft draft) {
        return new View(
                draft.number(),
                draft.author(),
                draft.createdAt(),
                draft.changedAt(),
                draft.content(),
                draft.submittedAs(),
                draft.version());
    }
}
