package se.mandat.organisation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import se.mandat.shared.Caller;
import se.mandat.shared.MandatException;
import se.mandat.shared.Problem;

/** Who is away now or will be, for everybody inside to read; nothing that is over. */
@Stateless
public class ListAbsences {

    @Inject
    private Absences absences;

    @Inject
    private Directory directory;

    @Inject
    private Caller caller;

    /**
     * One absence as its reader sees it.
     *
     * @param begun whether the first day has come
     * @param mayChange whether the reader may change or end it
     */
    public record View(Absence absence, boolean begun, boolean mayChange) {}

    /** Everybody's, the earliest first. */
    @RolesAllowed("employee")
    public List<View> all() {
        return where(absence -> true);
    }

    @RolesAllowed("employee")
    public List<View> of(String person) {
        return where(absence -> absence.person().equals(person));
    }

    /** Those of everybody who works in this unit or below it. */
    @RolesAllowed("employee")
    public List<View> inUnit(String path) {
        Organisation organisation = directory.now();
        return where(absence -> organisation
                .person(absence.person())
                .filter(person -> person.unit() != null && organisation.contains(path, person.unit()))
                .isPresent());
    }

    /** @throws MandatException when there is none, or it is over */
    @RolesAllowed("employee")
    public View one(UUID id) {
        return where(absence -> absence.id().equals(id)).stream()
                .findFirst()
                .orElseThrow(() -> new MandatException(Problem.NOT_FOUND, "problem.absence-not-found"));
    }

    /** Whether the caller may say of this person that they will be away. */
    @RolesAllowed("employee")
    public boolean mayName(String person) {
        Organisation organisation = directory.now();
        return organisation
                .person(caller.actor().username())
                .filter(by -> !by.isAuditor() && Absences.mayName(organisation, by, person))
                .isPresent();
    }

    private List<View> where(Predicate<Absence> wanted) {
        LocalDate today = absences.today();
        return directory.now().absences().stream()
                .filter(absence -> !absence.last().isBefore(today))
                .filter(wanted)
                .map(absence -> new View(absence, !absence.first().isAfter(today), mayName(absence.person())))
                .toList();
    }
}
