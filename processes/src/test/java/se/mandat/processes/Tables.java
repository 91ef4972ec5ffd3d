package se.mandat.processes;

import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Asks the shipped decision tables on an engine in memory. */
final class Tables implements BeforeAllCallback, AfterAllCallback {

    private InMemoryEngine engine;

    @Override
    public void beforeAll(ExtensionContext context) {
        engine = new InMemoryEngine();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        engine.close();
    }

    /** The one answer; null when no rule matches, an exception when several do. */
    DmnDecisionRuleResult ask(String table, Map<String, Object> inputs) {
        return engine.engine
                .getDecisionService()
                .evaluateDecisionTableByKey(table, inputs)
                .getSingleResult();
    }
}
