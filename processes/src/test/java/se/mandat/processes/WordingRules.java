package se.mandat.processes;

import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Process;

/** What a model is called, and what it says to people in both languages. */
final class WordingRules {

    private static final Map<String, String> ID_PREFIX = Map.ofEntries(
            Map.entry("startEvent", "startEvent"),
            Map.entry("endEvent", "endEvent"),
            Map.entry("serviceTask", "serviceTask"),
            Map.entry("receiveTask", "receiveTask"),
            Map.entry("userTask", "userTask"),
            Map.entry("callActivity", "callActivity"),
            Map.entry("subProcess", "subProcess"),
            Map.entry("exclusiveGateway", "gateway"),
            Map.entry("parallelGateway", "gateway"),
            Map.entry("eventBasedGateway", "gateway"),
            Map.entry("boundaryEvent", "timer|message|error|escalation|signal"),
            Map.entry("intermediateCatchEvent", "timer|message|signal"),
            Map.entry("sequenceFlow", "flow"));

    private WordingRules() {}

    static void addTo(ModelLint.Rules rules) {
        rules.add(
                "process-id-is-file-name",
                model -> Elements.breaking(
                        model.all(Process.class), process -> !process.getId().equals(model.file())));
        rules.add(
                "one-executable-process",
                model ->
                        model.all(Process.class).count() == 1 && model.process().isExecutable()
                                ? Stream.empty()
                                : Stream.of(model.process()));
        rules.add(
                "history-time-to-live",
                model -> Elements.breaking(
                        model.all(Process.class), process -> process.getCamundaHistoryTimeToLiveString() == null));
        rules.add(
                "id-by-convention",
                model -> Elements.breaking(model.all(FlowElement.class), element -> !followsConvention(element)));
        rules.add(
                "label-required",
                model -> Elements.breaking(
                        Stream.concat(Stream.of(model.process()), model.all(FlowElement.class)),
                        element -> Elements.speaks(element)
                                && Elements.name(element).isBlank()));
        rules.add(
                "superfluous-label",
                model -> Elements.breaking(
                        model.all(FlowElement.class),
                        element -> !Elements.speaks(element)
                                && !Elements.name(element).isBlank()));
        rules.add(
                "name-in-english",
                model -> Elements.breaking(
                        Stream.concat(Stream.of(model.process()), model.all(FlowElement.class)),
                        element -> !Elements.name(element).isBlank()
                                && Elements.property(element, "name.en").isEmpty()));
        rules.add(
                "documented-in-both-languages",
                model -> Elements.breaking(
                        Stream.concat(
                                Stream.of(model.process()),
                                model.all(FlowNode.class).filter(Elements::speaks)),
                        element -> element.getDocumentations().stream()
                                        .allMatch(text -> text.getTextContent().isBlank())
                                || Elements.property(element, "documentation.en")
                                        .isEmpty()));
        rules.add(
                "gateway-asks",
                model -> Elements.breaking(
                        model.all(Gateway.class),
                        gateway -> Elements.forks(gateway)
                                && !Elements.name(gateway).endsWith("?")));
    }

    private static boolean followsConvention(FlowElement element) {
        String prefix = ID_PREFIX.get(element.getElementType().getTypeName());
        return prefix != null && element.getId().matches("(" + prefix + ")_([A-Z][a-z]*)+");
    }
}
