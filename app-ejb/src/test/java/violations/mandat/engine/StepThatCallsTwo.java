package violations.mandat.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import violations.mandat.cases.OtherUseCase;
import violations.mandat.cases.UseCase;

public class StepThatCallsTwo implements JavaDelegate {
    @Override
    public void execute(DelegateExecution execution) {
        new UseCase().handle();
        new OtherUseCase().handle();
    }
}
