package se.mandat.web.obligation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import se.mandat.organisation.Directory;
import se.mandat.organisation.Organisation;
import se.mandat.organisation.Unit;

/** The units whose obligations a manager follows. */
@ApplicationScoped
public class ManagedUnits {

    @Inject
    private Directory directory;

    /** The units that the person manages, without those that lie below another of them; empty for who manages none. */
    public List<TodoView.UnitTab> of(String username) {
        Organisation organisation = directory.now();
        List<Unit> managed = organisation.units().stream()
                .filter(unit -> username.equals(unit.manager()))
                .toList();
        return managed.stream()
                .filter(unit -> managed.stream()
                        .noneMatch(other -> !other.equals(unit) && organisation.contains(other.path(), unit.path())))
                .map(unit -> new TodoView.UnitTab(unit.path(), unit.name()))
                .toList();
    }
}
