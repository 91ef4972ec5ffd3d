package se.mandat.engine;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import se.mandat.cases.LapseObligation;

/** "Låt rätten förfalla" in {@code deadline.bpmn}. */
@Named("lapseObligation")
@ApplicationScoped
public class LapseStep implements JavaDelegate {

    @Inject
    private LapseObligation useCase;

    @Override
    public void execute(DelegateExecution execution) {
        useCase.handle(execution.getProcessBusinessKey(), Variable.obligation(execution));
    }
}
