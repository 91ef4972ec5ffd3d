package se.mandat.cases;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import se.mandat.mandate.Route;
import se.mandat.obligation.ObligationKind;

/** The process that orders a case's steps and waits. It opens the next obligation within the caller's transaction. */
public interface CaseProcess {

    /** Starts the process of a new case; its first step opens before this returns. */
    void start(String caseNumber, Route route, boolean ownerAccepted);

    /**
     * Starts an obligation beside the case's main line: a contribution, a handover, an objection, an answer. It opens
     * before this returns. Whatever becomes of the case, such an obligation ends by itself and must be ended by whoever
     * ends the case.
     *
     * @param matter the id of what it is about
     */
    void startBeside(String caseNumber, ObligationKind kind, UUID matter);

    /** Tells the process that a step's obligation has been met; the next step opens before this returns. */
    void stepDone(String caseNumber, UUID obligationProcess, StepOutcome outcome);

    /** Starts the process of what is due of an obligation; all of it has happened before this returns. */
    void due(String caseNumber, UUID obligation, DueStep step);

    /** The id of the element in {@code case-handling} where the case stands; empty when its process has ended. */
    Optional<String> position(String caseNumber);

    /**
     * The ids of the elements in {@code case-handling} that the case has come through to their end, gateways and blank
     * starts left out; empty when that is no longer kept.
     */
    Set<String> passed(String caseNumber);

    /** The BPMN of the model that the case follows, diagram included; the newest one when its process has ended. */
    String model(String caseNumber);
}
