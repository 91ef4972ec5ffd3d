package violations.mandat.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import violations.mandat.cases.UseCase;

public class StepThatReadsByName implements JavaDelegate {
    private final UseCase useCase = new UseCase();

    @Override
    public void execute(DelegateExecution execution) {
        if (execution.getVariable("obligationId") != null) {
            useCase.handle();
        }
    }
}
