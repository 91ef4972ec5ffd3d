package se.mandat.processes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives the tests of one process their engine; says how much of the process they ran through, and fails the class when
 * they left a flow node or a flow unvisited.
 */
final class EveryFlowNodeIsCovered implements BeforeAllCallback, AfterAllCallback, ParameterResolver {

    private final String process;
    private InMemoryEngine engine;

    EveryFlowNodeIsCovered(String process) {
        this.process = process;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        engine = new InMemoryEngine();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        Coverage coverage = engine.coverageOf(process);
        engine.close();
        System.out.println(coverage);
        assertThat(coverage.missed()).as(coverage.toString()).isEmpty();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == InMemoryEngine.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return engine;
    }
}
