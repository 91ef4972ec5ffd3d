package se.mandat.cases;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.mandat.mandate.Ledger;
import se.mandat.mandate.MandateQuestion;
import se.mandat.mandate.Mandates;
import se.mandat.obligation.Involvement;
import se.mandat.organisation.Person;
import se.mandat.shared.Inputs;
import se.mandat.shared.Outcome;
import se.mandat.shared.Text;

/** Who may decide this? Asked while the form is filled in; nothing is kept. */
@Stateless
public class CheckMandate {

    @Inject
    private CallingPerson caller;

    @Inject
    private Inputs inputs;

    @Inject
    private Naming naming;

    @Inject
    private Mandates mandates;

    @Inject
    private Ledger ledger;

    @Inject
    private Debtors debtors;

    /**
     * What is known so far.
     *
     * @param contributors whose units are touched as well; null means nobody
     */
    public record Question(
            @NotNull(message = "error.required") Outcome outcome,
            @Valid Sketch proposal,
            @Valid @Size(max = 100, message = "error.too-many") List<ContributorSketch> contributors) {}

    /** A proposal that may lack its text still. */
    public record Sketch(
            @Text String text,
            @Min(value = 0, message = "error.too-small") @Max(value = 1_000_000_000, message = "error.too-large")
                    Long cost,
            Boolean reversible,
            @Size(max = 100, message = "error.too-many") List<String> units) {}

    /** Somebody whose help is asked for, although it may not be said yet with what. */
    public record ContributorSketch(@Text(required = true, max = 200) String to, @Text String what, LocalDate dueOn) {

        private ContributorGiven given() {
            return new ContributorGiven(to, what, dueOn);
        }
    }

    /**
     * @param decider empty when a steward must appoint somebody
     * @param units the touched units as they were understood
     */
    public record Reply(Mandates.Answer answer, Optional<Person> decider, List<String> units, Ledger.Account account) {}

    /** The caller's mandate this quarter. */
    @RolesAllowed("employee")
    public Ledger.Account account() {
        return ledger.of(caller.get());
    }

    @RolesAllowed("employee")
    public Reply handle(Question question) {
        Person raiser = caller.whoMayChange();
        inputs.check(question);
        Sketch sketch = question.proposal();
        List<String> units = naming.units(sketch == null ? null : sketch.units(), raiser, "proposal.units");
        units = Naming.touched(
                units,
                naming.named(
                        contributors(question),
                        new Involvement(raiser.username(), Set.of(), Set.of()),
                        "contributors"));
        Mandates.Answer answer = mandates.ask(new MandateQuestion(
                raiser,
                question.outcome(),
                sketch != null,
                sketch == null ? null : sketch.cost(),
                sketch == null ? null : sketch.reversible(),
                units));
        return new Reply(answer, decider(answer, raiser, units), units, ledger.of(raiser));
    }

    private static List<ContributorGiven> contributors(Question question) {
        return question.contributors() == null
                ? List.of()
                : question.contributors().stream().map(ContributorSketch::given).toList();
    }

    private Optional<Person> decider(Mandates.Answer answer, Person raiser, List<String> units) {
        return switch (answer.route()) {
            case OWN -> Optional.of(raiser);
            case MANAGER, JOINT, EXECUTIVE ->
                debtors.deciding(answer.route(), units, new Involvement(raiser.username(), Set.of(), Set.of()));
        };
    }
}
