package se.mandat.organisation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import se.mandat.shared.MandatException;
import se.mandat.shared.MandatException.FieldError;

/** Somebody will be away: what they owe is for a substitute meanwhile, or for their manager. */
@Stateless
public class NameAbsence {

    @Inject
    private Absences absences;

    @Inject
    private Directory directory;

    /**
     * @param person null means the caller
     * @param substitute null or empty means the manager, from the first working day
     */
    public record Command(String person, LocalDate first, LocalDate last, String substitute) {}

    /** @return the absence's id */
    @RolesAllowed("employee")
    public UUID handle(Command command) {
        Person by = absences.whoMayChange();
        String person = blankToNull(command.person()) == null ? by.username() : command.person();
        Person away = directory
                .now()
                .person(person)
                .orElseThrow(() -> MandatException.invalid(
                        List.of(new FieldError("person", "error.unknown-person", Map.of("person", person)))));
        absences.requireRight(by, person);
        if (!away.active() || away.isAuditor()) {
            throw MandatException.invalid("person", "error.holds-nothing");
        }
        Absences.requireDays(command.first(), command.last());
        List<Absence> known = absences.held();
        Absence absence = new Absence(
                UUID.randomUUID(), person, command.first(), command.last(), blankToNull(command.substitute()));
        absences.require(absence, null, known);
        absences.write(absence);
        return absence.id();
    }

    static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
