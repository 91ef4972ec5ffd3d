package se.mandat.engine;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import se.mandat.mandate.MandateInputs;
import se.mandat.mandate.MandateRuling;
import se.mandat.mandate.MandateTable;
import se.mandat.mandate.Route;

/** {@code mandate.dmn}. */
@ApplicationScoped
public class DmnMandateTable implements MandateTable {

    private static final String ID = "mandate";

    @Inject
    Engine engine;

    @Override
    public MandateRuling rule(MandateInputs inputs) {
        return ask(engine.table(ID), inputs);
    }

    /** @throws IllegalArgumentException when there never was such a version */
    @Override
    public MandateRuling reproduce(int version, MandateInputs inputs) {
        return ask(engine.table(ID, version), inputs);
    }

    private static MandateRuling ask(DecisionTable table, MandateInputs inputs) {
        // no Map.of: what is unknown is said as null
        Map<String, Object> said = new HashMap<>();
        said.put("level", inputs.level().name());
        said.put("hasProposal", inputs.hasProposal());
        said.put("cost", inputs.cost());
        said.put("reversible", inputs.reversible());
        said.put("unitCount", inputs.unitCount());
        said.put("severity", inputs.severity().name());
        said.put("ledgerLeft", inputs.ledgerLeft());
        DmnDecisionRuleResult answer = table.ask(said);
        return new MandateRuling(
                Route.valueOf(answer.getEntry("route")),
                answer.<Integer>getEntry("rule"),
                answer.getEntry("sv"),
                answer.getEntry("en"),
                table.id(),
                table.version());
    }
}
