package se.mandat.engine;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.dmn.engine.DmnEngine;

/**
 * One deployed version of a decision table, read once. Asking it needs no database, unlike the engine's decision
 * service, which looks the version up anew each time.
 *
 * <p>A version never changes its mind, so the latest answers are remembered: the engine parses each cell anew whenever it
 * is asked, which takes longer than writing a case.
 */
final class DecisionTable {

    private static final int REMEMBERED = 1_000;

    private final DmnEngine engine;
    private final DmnDecision decision;
    private final int version;
    private final Map<Map<String, Object>, DmnDecisionRuleResult> answers =
            Collections.synchronizedMap(new LatestUsed<>(REMEMBERED));

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
        DmnDecisionRuleResult known = answers.get(inputs);
        if (known != null) {
            return known;
        }
        DmnDecisionRuleResult answer =
                engine.evaluateDecisionTable(decision, inputs).getSingleResult();
        if (answer == null) {
            throw new IllegalStateException("No row of " + id() + " version " + version + " matches " + inputs);
        }
        answers.put(new HashMap<>(inputs), answer);
        return answer;
    }

    private static final class LatestUsed<K, V> extends LinkedHashMap<K, V> {

        private static final long serialVersionUID = 1;

        private final int most;

        LatestUsed(int most) {
            super(16, 0.75f, true);
            this.most = most;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > most;
        }
    }
}
