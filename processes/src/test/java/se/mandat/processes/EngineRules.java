package se.mandat.processes;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;

/** What the engine and the obligations need of a model. */
final class EngineRules {

    /** What may be owed: the kinds that the table of service levels knows, which {@code ObligationKind} lists in code. */
    private static final Set<String> KINDS =
            Set.of("DECIDE", "RESPOND", "APPOINT", "ACCEPT_OWNERSHIP", "ACT", "CONTRIBUTE", "REVIEW_EFFECT", "ANSWER");

    private static final String OBLIGATION = "obligation";
    private static final String BUSINESS_KEY = "#{execution.processBusinessKey}";
    private static final String OVERTURNED = "decision.overturned";
    private static final Pattern REJECTED = Pattern.compile(".*'REJECTED(_FOR_GOOD)?'.*");
    private static final Pattern OWED_BY = Pattern.compile("[a-z0-9/-]+");
    private static final Pattern BEAN = Pattern.compile("\\$\\{[a-z][A-Za-z]*}");

    private EngineRules() {}

    static void addTo(ModelLint.Rules rules) {
        rules.add(
                "service-task-calls-a-bean",
                model -> Elements.breaking(
                        model.all(ServiceTask.class),
                        task -> task.getCamundaDelegateExpression() == null
                                || !BEAN.matcher(task.getCamundaDelegateExpression())
                                        .matches()));
        rules.add(
                "call-activity-names-what-it-calls",
                model -> Elements.breaking(
                        model.all(CallActivity.class),
                        call -> call.getCalledElement() == null
                                || call.getCalledElement().isBlank()
                                || call.getCamundaCalledElementBinding() == null));
        rules.add(
                "call-activity-passes-the-business-key",
                model -> Elements.breaking(model.all(CallActivity.class), call -> passed(call)
                        .noneMatch(in -> BUSINESS_KEY.equals(in.getCamundaBusinessKey()))));
        rules.add(
                "obligation-is-of-a-kind",
                model -> Elements.breaking(
                        obligations(model),
                        call -> passed(call, "kind").size() != 1 || !KINDS.containsAll(passed(call, "kind"))));
        rules.add(
                "obligation-is-owed-by-a-role-or-a-unit",
                model -> Elements.breaking(
                        obligations(model),
                        call -> passed(call, "owedBy").size() > 1
                                || !passed(call, "owedBy").stream().allMatch(OWED_BY.asMatchPredicate())));
        rules.add(
                "obligation-takes-kind-and-owed-by-only",
                model -> Elements.breaking(obligations(model), call -> passed(call)
                        .filter(in -> in.getCamundaBusinessKey() == null)
                        .anyMatch(in -> !Set.of("kind", "owedBy").contains(in.getCamundaTarget()))));

        rules.add(
                "overturned-decision-is-caught",
                model -> Elements.breaking(
                        obligations(model),
                        call -> mayBeOverturned(call) && !Errors.isCaught(OVERTURNED, call, model)));
    }

    private static Stream<CallActivity> obligations(LintedModel model) {
        return Elements.breaking(model.all(CallActivity.class), call -> OBLIGATION.equals(call.getCalledElement()));
    }

    private static Stream<CamundaIn> passed(CallActivity call) {
        return call.getExtensionElements() == null
                ? Stream.empty()
                : call.getExtensionElements().getElementsQuery().filterByType(CamundaIn.class).list().stream();
    }

    /** What is passed as this variable, said in the model itself. */
    private static List<String> passed(CallActivity call, String variable) {
        return passed(call)
                .filter(in -> variable.equals(in.getCamundaTarget()))
                .map(in -> in.getCamundaSourceExpression() == null ? "" : in.getCamundaSourceExpression())
                .toList();
    }

    /**
     * Whether what was decided can be overturned while it is owed: by whoever decides NO in the step, or by an objection
     * that is upheld meanwhile. Not where the step is the decision itself, or its appeal, and a gateway right behind it
     * asks whether it was rejected; and not where somebody responds to a rejection.
     */
    private static boolean mayBeOverturned(CallActivity call) {
        if (passed(call, "kind").contains("RESPOND")) {
            return false;
        }
        boolean decidesItself = passed(call, "kind").contains("DECIDE")
                && passed(call, "owedBy").isEmpty()
                && call.getOutgoing().stream()
                        .flatMap(flow -> flow.getTarget().getOutgoing().stream())
                        .map(SequenceFlow::getConditionExpression)
                        .anyMatch(condition -> condition != null
                                && REJECTED.matcher(condition.getTextContent().strip())
                                        .matches());
        return !decidesItself;
    }
}
