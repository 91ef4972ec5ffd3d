package violations.mandat.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

public class StepThatCallsNone implements JavaDelegate {
    @Override
    public void execute(DelegateExecution execution) {}
}
