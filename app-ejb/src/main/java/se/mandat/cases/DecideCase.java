package se.mandat.cases;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import se.mandat.obligation.DecisionConcern;
import se.mandat.organisation.Person;
import se.mandat.shared.MandatException;
import se.mandat.shared.Text;

/**
 * Decides what the caller owes a decision on: the proposal, an appeal, an objection, or whether to go on when the effect
 * has failed to come. What replaces the proposal must still be for this decider to decide; the mandate is asked again.
 */
@Stateless
public class DecideCase {

    /** Without these it is not known what is decided, and the mandate cannot be asked again. */
    private static final Set<String> ASKED_FIRST = Set.of("verdict", "contributors", "proposal.cost", "proposal.units");

    @Inject
    private CaseDesk desk;

    @Inject
    private Naming naming;

    @Inject
    private Replacing replacing;

    @Inject
    private AfterDecision afterDecision;

    /**
     * @param reason what the customer can be told
     * @param owner null means the one who owns it already, or else the lead unit's manager
     * @param contributors whose help is asked for; null means nobody's
     * @param proposal for AMENDED, and for a case without a proposal; else null
     */
    public record Command(
            String caseNumber,
            ReadVersion read,
            @NotNull(message = "error.required") Verdict verdict,
            @Text(required = true) String reason,
            @Text(max = 200) String owner,
            @Text String effectQuestion,
            @Text String expectedEffect,
            @Valid @Size(max = 100, message = "error.too-many") List<ContributorGiven> contributors,
            @Valid ProposalGiven proposal) {}

    @RolesAllowed("employee")
    public void handle(Command command) {
        CaseDesk.Held held = desk.take(command.caseNumber(), command.read(), Right.DECISION);
        desk.check(command, ASKED_FIRST);
        Case of = held.theCase();
        DecisionConcern concerns = held.owed().concerns();
        VerdictRules.require(command, concerns, of);
        List<Naming.Contributor> contributors = naming.named(command.contributors(), of.involvement(), "contributors");
        Replacing.Proposed proposed = replacing.by(command, concerns, contributors, held);
        desk.check(command);
        naming.requireDays(contributors, "contributors");
        UUID answered = answered(concerns, held);
        String owner = owner(command, concerns, proposed.units(), of);
        of.decide(new DecidingEvent.Decided(
                of.number(),
                concerns,
                answered,
                command.verdict(),
                of.route(),
                held.person().username(),
                held.inPlaceOf(),
                command.reason(),
                owner,
                RaiseCase.blankToNull(command.effectQuestion()),
                RaiseCase.blankToNull(command.expectedEffect()),
                proposed.proposal(),
                proposed.units(),
                0,
                null,
                ToldOfDecision.of(of, concerns, answered, command.verdict(), owner)));
        contributors.forEach(
                one -> of.askContribution(held.person().username(), one.person().username(), one.what(), one.dueOn()));
        afterDecision.goOn(held, concerns, command.verdict());
    }

    /** The appeal or objection that this decision answers; null for every other. */
    private static UUID answered(DecisionConcern concerns, CaseDesk.Held held) {
        return concerns == DecisionConcern.APPEAL
                ? held.theCase().openMatter(MatterKind.APPEAL).map(Matter::id).orElseThrow()
                : held.owed().matter();
    }

    /** Null when the decision changes nobody's ownership. */
    private String owner(Command command, DecisionConcern concerns, List<String> units, Case of) {
        if (command.verdict() == Verdict.REJECTED) {
            return null;
        }
        return switch (concerns) {
            case PROPOSAL -> named(command.owner(), units, of);
            case APPEAL ->
                command.owner() == null && of.ownerAccepted() ? of.owner() : named(command.owner(), units, of);
            case FAILED_REVIEWS -> command.owner() == null ? null : named(command.owner(), units, of);
            case AMENDMENT_APPEAL, OBJECTION, STEP -> {
                if (command.owner() != null && !command.owner().equals(of.owner())) {
                    throw MandatException.invalid("owner", "error.owner-changes-by-handover");
                }
                yield null;
            }
        };
    }

    private String named(String owner, List<String> units, Case of) {
        Person person = naming.owner(owner, units.getFirst(), of.involvement(), "owner");
        return person.username();
    }
}
