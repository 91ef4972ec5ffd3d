package se.mandat.cases;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.UUID;
import se.mandat.obligation.ObligationEvent.Cause;
import se.mandat.obligation.ObligationKind;
import se.mandat.organisation.Person;
import se.mandat.shared.MandatException;
import se.mandat.shared.Text;

/** Somebody who was asked for a part of the work names a better one, who owes it from then on by the same time. */
@Stateless
public class DeclineContribution {

    @Inject
    private CaseDesk desk;

    @Inject
    private Naming naming;

    @Inject
    private Debtors debtors;

    @Inject
    private MoveDebt moveDebt;

    /** @param read the version of the contribution's obligation */
    public record Command(
            String caseNumber,
            UUID obligation,
            ReadVersion read,
            @Text(required = true, max = 200) String better,
            @Text(required = true) String reason) {}

    @RolesAllowed("employee")
    public void handle(Command command) {
        CaseDesk.Held held = desk.takeContribution(
                command.caseNumber(), command.obligation(), command.read(), Right.CONTRIBUTION_DECLINE, command);
        Case of = held.theCase();
        Matter contribution = of.matter(held.owed().matter());
        Person better = naming.holder(command.better(), ObligationKind.CONTRIBUTE, of.involvement(), "better");
        if (better.equals(held.whose()) || contribution.declinedBy().contains(better.username())) {
            throw MandatException.invalid("better", "error.has-declined");
        }
        of.declineContribution(contribution.id(), held.whose().username(), better.username(), command.reason());
        moveDebt.move(of, held.owed(), debtors.of(better, ObligationKind.CONTRIBUTE, null, of), Cause.DECLINED);
    }
}
