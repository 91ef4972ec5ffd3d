package se.mandat.engine;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import se.mandat.cases.RemindObligation;

/** "Påminn den som är skyldig åtagandet" in {@code deadline.bpmn}. */
@Named("remindObligation")
@ApplicationScoped
public class RemindStep implements JavaDelegate {

    @Inject
    private RemindObligation useCase;

    @Override
    public void execute(DelegateExecution execution) {
        useCase.handle(execution.getProcessBusinessKey(), Variable.obligation(execution));
    }
}
