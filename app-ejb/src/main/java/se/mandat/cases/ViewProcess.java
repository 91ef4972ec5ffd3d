package se.mandat.cases;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Set;

/** Shows the model that a case follows, as it is deployed. */
@Stateless
public class ViewProcess {

    @Inject
    private CaseProcess process;

    /** @return BPMN, diagram included */
    @RolesAllowed("employee")
    public String handle(String caseNumber) {
        return process.model(caseNumber);
    }

    /** The ids of the steps, ends and the like that the case has come through; empty when that is no longer kept. */
    @RolesAllowed("employee")
    public Set<String> passed(String caseNumber) {
        return process.passed(caseNumber);
    }
}
