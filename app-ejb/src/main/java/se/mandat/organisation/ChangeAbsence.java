package se.mandat.organisation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Somebody is away from or to another day than was said, or somebody else stands in for them. */
@Stateless
public class ChangeAbsence {

    @Inject
    private Absences absences;

    /** @param substitute null or empty means the manager, from the first working day */
    public record Command(UUID id, LocalDate first, LocalDate last, String substitute) {}

    @RolesAllowed("employee")
    public void handle(Command command) {
        Person by = absences.whoMayChange();
        List<Absence> known = absences.held();
        Absence before = absences.current(known, command.id());
        absences.requireRight(by, before.person());
        Absences.requireDays(command.first(), command.last());
        Absence changed = new Absence(
                before.id(),
                before.person(),
                command.first(),
                command.last(),
                NameAbsence.blankToNull(command.substitute()));
        absences.require(changed, before, known);
        absences.write(changed);
    }
}
