package se.mandat.engine;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.dmn.engine.DmnEngine;

/**
 * One deployed version of a decision table, read once. Asking it needs no database, unlike the engine's decision
 * service, which looks the version up anew each time.
 */
final class DecisionTable {

    private final DmnEngine engine;
    private final DmnDecision decision;
    private final int version;

    DecisionTable(DmnEngine engine, String id, int version, String xml) {
        this.engine = engine;
        this.version = version;
        this.decision = engine.parseDecision(id, new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    String id() {
        return decision.getKey();
    }

    int version() {
        return version;
    }

    /**
     * The one row that answers.
     *
     * @param inputs by the names in the table's input expressions; an unknown one is null, never left out
     * @throws IllegalStateException when no row matches: somebody has made a table that leaves a case without an answer
     */
    DmnDecisionRuleResult ask(Map<String, Object> inputs) {
        DmnDecisionRuleResult answer =
                engine.evaluateDecisionTable(decision, inputs).getSingleResult();
        if (answer == null) {
            throw new IllegalStateException("No row of " + id() + " version " + version + " matches " + inputs);
        }
        return answer;
    }
}
