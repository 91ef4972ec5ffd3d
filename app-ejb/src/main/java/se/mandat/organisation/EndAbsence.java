package se.mandat.organisation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.UUID;

/** Somebody is back, or is not going away after all. What others hold for them returns. */
@Stateless
public class EndAbsence {

    @Inject
    private Absences absences;

    /** Ends it before today; one that has not begun, or began today, has never been. */
    @RolesAllowed("employee")
    public void handle(UUID id) {
        Person by = absences.whoMayChange();
        Absence absence = absences.current(absences.held(), id);
        absences.requireRight(by, absence.person());
        LocalDate yesterday = absences.today().minusDays(1);
        if (absence.first().isAfter(yesterday)) {
            absences.cancel(absence);
        } else {
            absences.write(
                    new Absence(absence.id(), absence.person(), absence.first(), yesterday, absence.substitute()));
        }
    }
}
