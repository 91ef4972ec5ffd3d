package se.mandat.cases;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import se.mandat.shared.MandatException;
import se.mandat.shared.Problem;

/** Shows the decision tables as they are deployed, in every version, to whoever wants to know by what rules it goes. */
@Stateless
@RolesAllowed("employee")
public class ViewTables {

    @Inject
    private ProcessModels models;

    /**
     * One version of a table.
     *
     * @param newest the version by which new questions are answered
     * @param dmn the model
     */
    public record Deployed(String id, int version, int newest, String dmn) {}

    /** Every table in its newest version, by id. */
    public List<Deployed> all() {
        return models.tableVersions().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(table -> deployed(table.getKey(), table.getValue(), table.getValue()))
                .toList();
    }

    /**
     * One version of a table.
     *
     * @param version null for the newest
     * @throws MandatException when there is no such table or version
     */
    public Deployed handle(String id, Integer version) {
        Integer newest = models.tableVersions().get(id);
        if (newest == null || version != null && (version < 1 || version > newest)) {
            throw new MandatException(Problem.NOT_FOUND, "problem.not-found");
        }
        return deployed(id, version == null ? newest : version, newest);
    }

    private Deployed deployed(String id, int version, int newest) {
        return new Deployed(id, version, newest, models.dmn(id, version));
    }
}
