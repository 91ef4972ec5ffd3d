package se.mandat.engine;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import se.mandat.cases.DueStep;
import se.mandat.cases.StepOutcome;
import se.mandat.mandate.Route;
import se.mandat.obligation.ObligationKind;

/** The process variables, each with its type. All are primitive, and there are no others. */
final class Variable {

    private static final String ROUTE = "route";
    private static final String OWNER_ACCEPTED = "ownerAccepted";
    private static final String OUTCOME = "outcome";
    private static final String KIND = "kind";
    private static final String MATTER = "matter";
    private static final String OWED_BY = "owedBy";
    private static final String OBLIGATION = "obligationId";
    private static final String NEXT = "next";

    private Variable() {}

    static VariableMap ofNewCase(Route route, boolean ownerAccepted) {
        return Variables.createVariables()
                .putValueTyped(ROUTE, Variables.stringValue(route.name()))
                .putValueTyped(OWNER_ACCEPTED, Variables.booleanValue(ownerAccepted));
    }

    static VariableMap ofObligationBeside(ObligationKind kind, UUID matter) {
        return Variables.createVariables()
                .putValueTyped(KIND, Variables.stringValue(kind.name()))
                .putValueTyped(MATTER, Variables.stringValue(matter.toString()));
    }

    /** Transient: the process ends in the same command. */
    static VariableMap ofWhatIsDue(UUID obligation, DueStep step) {
        return Variables.createVariables()
                .putValueTyped(OBLIGATION, Variables.stringValue(obligation.toString(), true))
                .putValueTyped(NEXT, Variables.stringValue(step.name(), true));
    }

    /**
     * Transient: an outcome is read by the gateways that follow within the same command and then means nothing. What the
     * case must remember of it, the call activity keeps, also that the step says nothing of the owner.
     */
    static VariableMap of(StepOutcome step) {
        return Variables.createVariables()
                .putValueTyped(OUTCOME, Variables.stringValue(step.outcome(), true))
                .putValueTyped(OWNER_ACCEPTED, Variables.booleanValue(step.ownerAccepted(), true));
    }

    static ObligationKind kind(VariableScope process) {
        return ObligationKind.valueOf((String) process.getVariable(KIND));
    }

    /** Null on the main line. */
    static UUID matter(VariableScope process) {
        String matter = (String) process.getVariable(MATTER);
        return matter == null ? null : UUID.fromString(matter);
    }

    /** Null unless the model names somebody. */
    static String owedBy(VariableScope process) {
        return (String) process.getVariable(OWED_BY);
    }

    static UUID obligation(VariableScope process) {
        return UUID.fromString((String) process.getVariable(OBLIGATION));
    }

    static void opened(VariableScope process, UUID obligation) {
        process.setVariable(OBLIGATION, obligation.toString());
    }
}
