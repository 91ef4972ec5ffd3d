package violations.mandat.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import violations.mandat.cases.UseCase;

public class Step implements JavaDelegate {
    private final UseCase useCase = new UseCase();

    @Override
    public void execute(DelegateExecution execution) {
        useCase.handle();
    }
}
