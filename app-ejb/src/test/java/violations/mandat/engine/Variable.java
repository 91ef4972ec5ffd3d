package violations.mandat.engine;

import org.camunda.bpm.engine.delegate.VariableScope;

final class Variable {
    private Variable() {}

    static String kind(VariableScope process) {
        return (String) process.getVariable("kind");
    }
}
