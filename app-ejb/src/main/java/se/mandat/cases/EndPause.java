package se.mandat.cases;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.UUID;
import se.mandat.obligation.Obligations;

/** What was waited for has come before its day: somebody above the debtor lets the clock go on at once. */
@Stateless
public class EndPause {

    @Inject
    private CaseDesk desk;

    @Inject
    private Obligations obligations;

    /** @param read the version of that obligation */
    public record Command(String caseNumber, UUID obligation, ReadVersion read) {}

    @RolesAllowed("employee")
    public void handle(Command command) {
        CaseDesk.Held held =
                desk.takeTimeAt(command.caseNumber(), command.obligation(), command.read(), Right.RESUMPTION);
        obligations.resumeNow(held.owed());
    }
}
