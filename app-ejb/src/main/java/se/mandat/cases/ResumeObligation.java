package se.mandat.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import se.mandat.obligation.Obligations;

/** A pause is over: the clock goes on by itself, with the working time that was left. */
@ApplicationScoped
public class ResumeObligation {

    @Inject
    private Overdue overdue;

    @Inject
    private Obligations obligations;

    public void handle(String caseNumber, UUID obligation) {
        obligations.resume(overdue.held(caseNumber, obligation).obligation());
    }
}
