package se.mandat.cases;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import se.mandat.shared.MandatException;
import se.mandat.shared.MandatException.FieldError;
import se.mandat.shared.Text;

/** Those concerned write to each other on the case, where everybody who may read it can follow. */
@Stateless
public class SendMessage {

    @Inject
    private CaseDesk desk;

    /** @param to the user name of whoever it is meant for; null means everybody concerned */
    public record Command(String caseNumber, @Text(required = true) String text, @Text(max = 200) String to) {}

    @RolesAllowed("employee")
    public void handle(Command command) {
        CaseDesk.Held held = desk.take(command.caseNumber(), ReadVersion.ANY, Right.MESSAGES, command);
        Case of = held.theCase();
        String to = RaiseCase.blankToNull(command.to());
        if (to != null && !of.concerns(to)) {
            throw MandatException.invalid(List.of(new FieldError("to", "error.not-concerned", Map.of("person", to))));
        }
        of.send(held.person().username(), to, command.text());
        desk.keep(held);
    }
}
