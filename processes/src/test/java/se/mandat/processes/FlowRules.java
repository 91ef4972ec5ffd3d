package se.mandat.processes;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.ComplexGateway;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;

/** How a model begins, goes on and ends. */
final class FlowRules {

    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{.+}");

    private FlowRules() {}

    static void addTo(ModelLint.Rules rules) {
        rules.add("start-event-required", model -> model.scopes()
                .filter(scope -> scope.getChildElementsByType(StartEvent.class).isEmpty()));
        rules.add("single-blank-start-event", model -> model.scopes().filter(scope -> blankStarts(scope) > 1));
        rules.add("end-event-required", model -> model.scopes()
                .filter(scope -> scope.getChildElementsByType(EndEvent.class).isEmpty()));
        rules.add(
                "no-implicit-start",
                model -> Elements.breaking(
                        model.all(FlowNode.class), node -> node.getIncoming().isEmpty() && !startsByItself(node)));
        rules.add(
                "no-implicit-end",
                model -> Elements.breaking(
                        model.all(FlowNode.class),
                        node -> node.getOutgoing().isEmpty()
                                && !(node instanceof EndEvent)
                                && !Elements.isEventSubProcess(node)));
        rules.add(
                "no-disconnected",
                model -> Elements.breaking(
                        model.all(FlowNode.class),
                        node -> node.getIncoming().isEmpty()
                                && node.getOutgoing().isEmpty()
                                && !Elements.isEventSubProcess(node)));
        rules.add(
                "no-implicit-split",
                model -> Elements.breaking(
                        model.all(FlowNode.class),
                        node -> !(node instanceof Gateway) && node.getOutgoing().size() > 1));
        rules.add(
                "fake-join",
                model -> Elements.breaking(
                        model.all(FlowNode.class),
                        node -> !(node instanceof Gateway) && node.getIncoming().size() > 1));
        rules.add(
                "no-gateway-join-fork",
                model -> Elements.breaking(
                        model.all(Gateway.class),
                        gateway -> gateway.getIncoming().size() > 1 && Elements.forks(gateway)));
        rules.add(
                "superfluous-gateway",
                model -> Elements.breaking(
                        model.all(Gateway.class),
                        gateway -> gateway.getIncoming().size() == 1
                                && gateway.getOutgoing().size() == 1));
        rules.add(
                "conditional-flows",
                model -> Elements.breaking(model.all(SequenceFlow.class), flow -> !conditionIsRight(flow)));
        rules.add(
                "default-flow-required",
                model -> Elements.breaking(
                        model.all(ExclusiveGateway.class),
                        gateway -> Elements.forks(gateway) && gateway.getDefault() == null));
        rules.add("no-duplicate-sequence-flows", model -> {
            Set<String> seen = new HashSet<>();
            return Elements.breaking(
                    model.all(SequenceFlow.class),
                    flow -> !seen.add(
                            flow.getSource().getId() + " " + flow.getTarget().getId()));
        });
        rules.add("no-complex-gateway", model -> model.all(ComplexGateway.class));
        rules.add("no-inclusive-gateway", model -> model.all(InclusiveGateway.class));
        rules.add(
                "event-based-gateway",
                model -> Elements.breaking(
                        model.all(EventBasedGateway.class),
                        gateway -> gateway.getOutgoing().size() < 2
                                || gateway.getOutgoing().stream()
                                        .anyMatch(flow -> !(flow.getTarget() instanceof CatchEvent
                                                || flow.getTarget() instanceof ReceiveTask))));
    }

    private static boolean conditionIsRight(SequenceFlow flow) {
        ConditionExpression condition = flow.getConditionExpression();
        boolean chosen = flow.getSource() instanceof ExclusiveGateway gateway
                && Elements.forks(gateway)
                && !flow.equals(gateway.getDefault());
        return chosen
                ? condition != null
                        && EXPRESSION
                                .matcher(condition.getTextContent().strip())
                                .matches()
                : condition == null;
    }

    private static boolean startsByItself(FlowNode node) {
        return node instanceof StartEvent || node instanceof BoundaryEvent || Elements.isEventSubProcess(node);
    }

    private static long blankStarts(BaseElement scope) {
        return scope.getChildElementsByType(StartEvent.class).stream()
                .filter(start -> !Elements.isTyped(start))
                .count();
    }
}
