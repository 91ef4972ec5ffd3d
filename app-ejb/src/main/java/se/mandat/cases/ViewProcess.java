package se.mandat.cases;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

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
}
