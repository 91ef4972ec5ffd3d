package se.mandat.engine;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import se.mandat.cases.OpenObligation;

/** "Öppna åtagandet" in {@code obligation.bpmn}. */
@Named("openObligation")
@ApplicationScoped
public class OpenObligationStep implements JavaDelegate {

    @Inject
    private OpenObligation open;

    @Override
    public void execute(DelegateExecution execution) {
        UUID obligation = open.handle(
                execution.getProcessBusinessKey(),
                Variable.kind(execution),
                Variable.matter(execution),
                Variable.owedBy(execution),
                UUID.fromString(execution.getProcessInstanceId()));
        Variable.opened(execution, obligation);
    }
}
