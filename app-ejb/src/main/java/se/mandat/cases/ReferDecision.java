package se.mandat.cases;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Size;
import java.util.List;
import se.mandat.mandate.MandateQuestion;
import se.mandat.mandate.Mandates;
import se.mandat.mandate.Route;
import se.mandat.obligation.DecisionConcern;
import se.mandat.obligation.ObligationEvent.Cause;
import se.mandat.obligation.ObligationKind;
import se.mandat.organisation.Directory;
import se.mandat.organisation.Person;
import se.mandat.shared.MandatException;
import se.mandat.shared.Text;

/**
 * A decider sends the decision to whom it belongs, once: because other units are touched, which the mandate answers
 * anew, or because the decider is disqualified, to the next eligible up. Whoever gets it has the full time.
 */
@Stateless
public class ReferDecision {

    @Inject
    private CaseDesk desk;

    @Inject
    private Naming naming;

    @Inject
    private Mandates mandates;

    @Inject
    private Debtors debtors;

    @Inject
    private MoveDebt moveDebt;

    @Inject
    private Directory directory;

    /** @param units the touched units, the lead unit first; null or empty means that the decider is disqualified */
    public record Command(
            String caseNumber,
            ReadVersion read,
            @Size(max = 100, message = "error.too-many") List<String> units,
            @Text(required = true) String reason) {}

    @RolesAllowed("employee")
    public void handle(Command command) {
        CaseDesk.Held held = desk.take(command.caseNumber(), command.read(), Right.REFERRAL, command);
        if (command.units() == null || command.units().isEmpty()) {
            disqualify(command, held);
        } else {
            referToUnits(command, held);
        }
    }

    private void disqualify(Command command, CaseDesk.Held held) {
        Case of = held.theCase();
        of.refer(held.person().username(), null, command.reason());
        moveDebt.moveAnew(
                of,
                held.owed(),
                debtors.after(
                        held.owed().whose(), ObligationKind.DECIDE, held.owed().concerns(), of),
                Cause.REFERRED);
    }

    private void referToUnits(Command command, CaseDesk.Held held) {
        Case of = held.theCase();
        if (held.owed().concerns() != DecisionConcern.PROPOSAL) {
            throw MandatException.invalid("units", "error.only-first-decisions-change-units");
        }
        Person raiser = directory.now().person(of.raisedBy()).orElseThrow();
        List<String> units = naming.units(command.units(), raiser, "units");
        Proposal proposal = of.proposal();
        Mandates.Answer answer = mandates.ask(new MandateQuestion(
                raiser,
                of.severity(),
                proposal != null,
                proposal == null ? null : proposal.cost(),
                proposal == null ? null : proposal.reversible(),
                units));
        if (answer.route() == Route.OWN
                || debtors.decider(answer.route(), units, of.involvement())
                        .filter(held.whose()::equals)
                        .isPresent()) {
            throw MandatException.invalid("units", "error.referral-leads-back");
        }
        of.refer(held.person().username(), units, command.reason());
        of.askedAgain(answer);
        moveDebt.moveAnew(of, held.owed(), debtors.next(MoveDebt.stepOf(of, held.owed()), of), Cause.REFERRED);
    }
}
