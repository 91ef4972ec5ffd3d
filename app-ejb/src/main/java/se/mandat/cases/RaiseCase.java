package se.mandat.cases;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.mandat.mandate.MandateQuestion;
import se.mandat.mandate.Mandates;
import se.mandat.mandate.Route;
import se.mandat.obligation.Involvement;
import se.mandat.obligation.Obligations;
import se.mandat.organisation.Person;
import se.mandat.promise.Breach;
import se.mandat.shared.Inputs;
import se.mandat.shared.MandatException;
import se.mandat.shared.MandatException.FieldError;
import se.mandat.shared.Problem;
import se.mandat.shared.Text;

/**
 * Raises a case in the customer's words. The mandate says who decides; within the mandate submitting is the decision,
 * the ledger is charged and the work begins at once.
 */
@Stateless
public class RaiseCase {

    /** What the mandate's answer is made of: without these it cannot be asked. */
    private static final Set<String> ASKED_BY_THE_MANDATE =
            Set.of("customerVoice", "customerVoice.outcome", "proposal.cost", "proposal.units");

    static final String CONTRIBUTORS = "decision.contributors";

    @Inject
    private CallingPerson caller;

    @Inject
    private Inputs inputs;

    @Inject
    private Naming naming;

    @Inject
    private Mandates mandates;

    @Inject
    private OwnDecision ownDecision;

    @Inject
    private Cases cases;

    @Inject
    private Contacts contacts;

    @Inject
    private Obligations obligations;

    @Inject
    private CaseProcess process;

    /**
     * @param decision used only when the route is OWN; null means the default one
     * @param expectedRoute the route that the raiser was shown; null when none was
     * @param recurrenceOf the number of the closed case whose matter has come back; null when it is new
     * @param promise the id of the promise to customers that was broken; null when none was
     */
    public record Command(
            @NotNull(message = "error.required") @Valid VoiceGiven customerVoice,
            @Text String reading,
            @Valid ProposalGiven proposal,
            @Valid DecisionGiven decision,
            Route expectedRoute,
            @Text(max = 40) String recurrenceOf,
            @Text(max = 40) String promise) {}

    /** @return the new case's number */
    @RolesAllowed("employee")
    public String handle(Command command) {
        return raise(command, false);
    }

    /** As {@link #handle}, for a case that only shows how the system works; its history says so first. */
    @RolesAllowed("employee")
    public String handleDemonstration(Command command) {
        return raise(command, true);
    }

    private String raise(Command command, boolean demonstration) {
        Person raiser = caller.whoMayChange();
        List<FieldError> errors = inputs.errorsOf(command);
        if (errors.stream().map(FieldError::field).anyMatch(ASKED_BY_THE_MANDATE::contains)) {
            throw MandatException.invalid(errors);
        }
        List<String> units = naming.units(
                command.proposal() == null ? null : command.proposal().units(), raiser, "proposal.units");
        List<Naming.Contributor> contributors = contributors(command.decision(), raiser);
        List<String> touched = Naming.touched(units, contributors);
        Mandates.Answer answer = mandates.ask(question(command, raiser, touched));
        requireShown(command.expectedRoute(), answer);
        if (!errors.isEmpty()) {
            throw MandatException.invalid(errors);
        }
        naming.requireDays(contributors, CONTRIBUTORS);
        Breach breach = naming.breach(command.promise());
        Case raised = Case.raise(
                cases.nextNumber("M"),
                raiser.username(),
                command.customerVoice(),
                command.reading(),
                command.proposal() == null ? null : command.proposal().proposal(),
                touched,
                closed(command.recurrenceOf()),
                breach,
                answer,
                demonstration,
                cases.now());
        if (answer.route() == Route.OWN) {
            ownDecision.decide(raised, raiser, command.decision(), contributors);
        }
        cases.add(raised);
        contacts.keep(raised, command.customerVoice().contact());
        obligations.begin(raised.number());
        process.start(raised.number(), raised.route(), raised.ownerAccepted());
        return raised.number();
    }

    private static MandateQuestion question(Command command, Person raiser, List<String> units) {
        ProposalGiven proposal = command.proposal();
        return new MandateQuestion(
                raiser,
                command.customerVoice().outcome(),
                proposal != null,
                proposal == null ? null : proposal.cost(),
                proposal == null ? null : proposal.reversible(),
                units);
    }

    static void requireShown(Route expected, Mandates.Answer answer) {
        if (expected != null && expected != answer.route()) {
            throw new MandatException(
                    Problem.NOT_NOW,
                    "problem.mandate-changed",
                    Map.of("shown", expected.name(), "now", answer.route().name()));
        }
    }

    private List<Naming.Contributor> contributors(DecisionGiven decision, Person raiser) {
        return naming.named(
                decision == null ? null : decision.contributors(),
                new Involvement(raiser.username(), Set.of(), Set.of()),
                CONTRIBUTORS);
    }

    /** The closed case that has come back; an open one, also as what another goes on, takes another voice instead. */
    private String closed(String recurrenceOf) {
        String number = blankToNull(recurrenceOf);
        if (number == null) {
            return null;
        }
        Case ended = cases.find(number)
                .filter(of -> !of.isOpen())
                .orElseThrow(() -> noRecurrence("error.no-closed-case", Map.of("case", number)));
        Case now = whatGoesOn(ended);
        if (now.isOpen()) {
            throw noRecurrence("error.goes-on-as", Map.of("case", number, "open", now.number()));
        }
        return number;
    }

    private Case whatGoesOn(Case ended) {
        Case at = ended;
        while (at.mergedInto() != null) {
            at = cases.find(at.mergedInto()).orElseThrow();
        }
        return at;
    }

    private static MandatException noRecurrence(String key, Map<String, Object> facts) {
        return MandatException.invalid(List.of(new FieldError("recurrenceOf", key, facts)));
    }

    static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
