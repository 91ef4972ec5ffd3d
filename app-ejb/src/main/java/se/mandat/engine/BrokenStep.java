package se.mandat.engine;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import se.mandat.cases.TellOfBrokenObligation;

/** "Säg till om det brutna åtagandet" in {@code deadline.bpmn}. */
@Named("tellOfBrokenObligation")
@ApplicationScoped
public class BrokenStep implements JavaDelegate {

    @Inject
    private TellOfBrokenObligation useCase;

    @Override
    public void execute(DelegateExecution execution) {
        useCase.handle(execution.getProcessBusinessKey(), Variable.obligation(execution));
    }
}
