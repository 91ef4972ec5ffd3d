package se.mandat.engine;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import se.mandat.cases.ResumeObligation;

/** "Påminn den som är skyldig åtagandet" in {@code deadline.bpmn}. */
@Named("resumeObligation")
@ApplicationScoped
public class ResumeStep implements JavaDelegate {

    @Inject
    private ResumeObligation useCase;

    @Override
    public void execute(DelegateExecution execution) {
        useCase.handle(execution.getProcessBusinessKey(), Variable.obligation(execution));
    }
}
