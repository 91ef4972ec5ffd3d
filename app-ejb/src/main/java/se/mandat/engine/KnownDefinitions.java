package se.mandat.engine;

import java.util.Optional;
import java.util.function.Function;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.deploy.cache.DefaultCacheFactory;
import org.camunda.bpm.engine.impl.persistence.deploy.cache.DeploymentCache;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;

/**
 * Process definitions from memory. As shipped, the engine parses a definition once but reads its row anew for every
 * instance that is started, continued or called, which is three round trips of each step. All that can change in that
 * row is whether the definition is suspended, and nobody suspends definitions here.
 */
final class KnownDefinitions extends DeploymentCache {

    private static final int CAPACITY = 1_000;

    private final Function<String, Optional<String>> newest;

    private KnownDefinitions(Function<String, Optional<String>> newest) {
        super(new DefaultCacheFactory(), CAPACITY);
        this.newest = newest;
    }

    /**
     * Lets the engine ask here from now on.
     *
     * @param newest the id of the newest version, by the definition's key; empty before anything is deployed
     */
    static void takeOver(ProcessEngine engine, Function<String, Optional<String>> newest) {
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        KnownDefinitions known = new KnownDefinitions(newest);
        known.setDeployers(configuration.getDeployers());
        configuration.setDeploymentCache(known);
    }

    @Override
    public ProcessDefinitionEntity findDeployedProcessDefinitionById(String id) {
        ProcessDefinitionEntity known = getProcessDefinitionCache().get(id);
        return known != null ? known : super.findDeployedProcessDefinitionById(id);
    }

    /** There is one tenant. */
    @Override
    public ProcessDefinitionEntity findDeployedLatestProcessDefinitionByKeyAndTenantId(String key, String tenant) {
        return newest.apply(key)
                .map(this::findDeployedProcessDefinitionById)
                .orElseGet(() -> super.findDeployedLatestProcessDefinitionByKeyAndTenantId(key, tenant));
    }
}
