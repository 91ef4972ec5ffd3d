package se.mandat.engine;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import se.mandat.cases.MoveObligation;

/** "Flytta till chefen" in {@code deadline.bpmn}. */
@Named("moveObligation")
@ApplicationScoped
public class MoveStep implements JavaDelegate {

    @Inject
    private MoveObligation useCase;

    @Override
    public void execute(DelegateExecution execution) {
        useCase.handle(execution.getProcessBusinessKey(), Variable.obligation(execution));
    }
}
