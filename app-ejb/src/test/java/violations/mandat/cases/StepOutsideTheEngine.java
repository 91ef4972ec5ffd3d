package violations.mandat.cases;

import org.camunda.bpm.engine.delegate.DelegateExecution;

public class StepOutsideTheEngine {
    public DelegateExecution execution;
}
