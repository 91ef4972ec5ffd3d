package se.mandat.cases;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import se.mandat.shared.Text;

/** The owner tells how the work goes. */
@Stateless
public class NoteProgress {

    @Inject
    private CaseDesk desk;

    public record Command(String caseNumber, @Text(required = true) String text) {}

    @RolesAllowed("employee")
    public void handle(Command command) {
        CaseDesk.Held held = desk.take(command.caseNumber(), ReadVersion.ANY, Right.PROGRESS, command);
        held.theCase().noteProgress(held.person().username(), command.text());
        desk.keep(held);
    }
}
