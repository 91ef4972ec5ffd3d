package se.mandat.engine;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import se.mandat.cases.ProcessModels;

/** The models as the engine has them. */
@ApplicationScoped
public class DeployedModels implements ProcessModels {

    @Inject
    Engine engine;

    @Override
    public String bpmn(String process) {
        return engine.bpmn(process);
    }

    @Override
    public String dmn(String table, int version) {
        return engine.dmn(table, version);
    }

    @Override
    public Map<String, Integer> processVersions() {
        return engine.processVersions();
    }

    @Override
    public Map<String, Integer> tableVersions() {
        return engine.tableVersions();
    }
}
