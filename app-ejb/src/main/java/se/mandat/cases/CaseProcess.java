package se.mandat.cases;

import java.util.Optional;
import java.util.UUID;
import se.mandat.mandate.Route;

/** The process that orders a case's steps and waits. It opens the next obligation within the caller's transaction. */
public interface CaseProcess {

    /** Starts the process of a new case; its first step opens before this returns. */
    void start(String caseNumber, Route route, boolean ownerAccepted);

    /** Tells the process that a step's obligation has been met; the next step opens before this returns. */
    void stepDone(String caseNumber, UUID obligationProcess, StepOutcome outcome);

    /** The id of the element in {@code case-handling} where the case stands; empty when its process has ended. */
    Optional<String> position(String caseNumber);

    /** The BPMN of the model that the case follows, diagram included; the newest one when its process has ended. */
    String model(String caseNumber);
}
