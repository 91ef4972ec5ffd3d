package se.mandat.cases;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import se.mandat.shared.Outcome;

/** Another customer said the same: their words become a voice of the case. A worse outcome makes the case more severe and brings what is owed on it nearer, never further away. */
@Stateless
public class AddVoice {

    @Inject
    private CaseDesk desk;

    @Inject
    private Contacts contacts;

    @Inject
    private Hastening hastening;

    public record Command(String caseNumber, @NotNull(message = "error.required") @Valid VoiceGiven customerVoice) {}

    @RolesAllowed("employee")
    public void handle(Command command) {
        CaseDesk.Held held = desk.take(command.caseNumber(), ReadVersion.ANY, Right.VOICES, command);
        Case of = held.theCase();
        Outcome before = of.severity();
        of.addVoice(command.customerVoice(), held.person().username(), hastening.pressed(of));
        contacts.keep(of, command.customerVoice().contact());
        desk.keep(held);
        hastening.since(before, of);
    }
}
