package se.mandat.processes;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** What the rules of {@link ModelLint} ask of the elements of a model. */
final class Elements {

    private Elements() {}

    static <T extends BaseElement> Stream<T> breaking(Stream<T> elements, Predicate<T> breaks) {
        return elements.filter(breaks);
    }

    static String name(BaseElement element) {
        String name = element.getAttributeValue("name");
        return name == null ? "" : name.strip();
    }

    static Optional<String> property(BaseElement element, String name) {
        if (element.getExtensionElements() == null) {
            return Optional.empty();
        }
        return element.getExtensionElements().getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                .flatMap(properties -> properties.getCamundaProperties().stream())
                .filter(property -> property.getCamundaName().equals(name))
                .map(property -> property.getCamundaValue())
                .filter(value -> !value.isBlank())
                .findFirst();
    }

    /** Whether it has something to say: joining gateways, and flows where nothing is chosen, do not. */
    static boolean speaks(BaseElement element) {
        return switch (element) {
            case ParallelGateway parallel -> false;
            case Gateway gateway -> forks(gateway);
            case SequenceFlow flow ->
                flow.getConditionExpression() != null
                        || (flow.getSource() instanceof ExclusiveGateway gateway && forks(gateway));
            default -> true;
        };
    }

    static boolean forks(Gateway gateway) {
        return gateway.getOutgoing().size() > 1;
    }

    static boolean isEventSubProcess(FlowNode node) {
        return node instanceof SubProcess sub && sub.triggeredByEvent();
    }

    static Stream<StartEvent> starts(SubProcess sub) {
        return sub.getChildElementsByType(StartEvent.class).stream();
    }

    static boolean isTyped(StartEvent start) {
        return !start.getChildElementsByType(EventDefinition.class).isEmpty();
    }

    static boolean isWithin(BaseElement inner, BaseElement outer) {
        ModelElementInstance parent = inner.getParentElement();
        while (parent != null && !parent.equals(outer)) {
            parent = parent.getParentElement();
        }
        return parent != null;
    }
}
