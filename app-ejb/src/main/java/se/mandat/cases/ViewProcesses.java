package se.mandat.cases;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import se.mandat.shared.MandatException;
import se.mandat.shared.Problem;

/** Shows the processes that cases follow, as they are deployed, to whoever wants to know how it is meant to go. */
@Stateless
public class ViewProcesses {

    @Inject
    private ProcessModels models;

    /**
     * One process in its newest version.
     *
     * @param id the process's id, for example {@code case-handling}
     * @param bpmn the model, diagram included
     */
    public record Deployed(String id, int version, String bpmn) {}

    /** Every process, by id. */
    @RolesAllowed("employee")
    public List<Deployed> all() {
        return models.processVersions().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(process -> new Deployed(process.getKey(), process.getValue(), models.bpmn(process.getKey())))
                .toList();
    }

    /** @throws MandatException when there is no such process */
    @RolesAllowed("employee")
    public Deployed handle(String id) {
        Integer version = models.processVersions().get(id);
        if (version == null) {
            throw new MandatException(Problem.NOT_FOUND, "problem.not-found");
        }
        return new Deployed(id, version, models.bpmn(id));
    }
}
