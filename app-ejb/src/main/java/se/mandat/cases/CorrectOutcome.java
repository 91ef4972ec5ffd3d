package se.mandat.cases;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import se.mandat.shared.MandatException;
import se.mandat.shared.Outcome;
import se.mandat.shared.Text;

/** Whoever decides, or objects, corrects how it went for a customer, with a reason; the words stay. */
@Stateless
public class CorrectOutcome {

    @Inject
    private CaseDesk desk;

    @Inject
    private Hastening hastening;

    /** @param voice whose outcome; null means the first customer's */
    public record Command(
            String caseNumber,
            ReadVersion read,
            UUID voice,
            @NotNull(message = "error.required") Outcome outcome,
            @Text(required = true) String reason) {}

    @RolesAllowed("employee")
    public void handle(Command command) {
        CaseDesk.Held held = desk.take(command.caseNumber(), command.read(), Right.OUTCOME, command);
        Case of = held.theCase();
        CustomerVoice voice = voice(of, command.voice());
        if (voice.outcome() == command.outcome()) {
            throw MandatException.invalid("outcome", "error.same-outcome");
        }
        Outcome before = of.severity();
        of.correctOutcome(voice, command.outcome(), held.person().username(), command.reason(), hastening.pressed(of));
        desk.keep(held);
        hastening.since(before, of);
    }

    private static CustomerVoice voice(Case of, UUID id) {
        return id == null
                ? of.voices().getFirst()
                : of.voices().stream()
                        .filter(voice -> voice.id().equals(id))
                        .findFirst()
                        .orElseThrow(() -> MandatException.invalid("voice", "error.unknown-voice"));
    }
}
