package se.mandat.web.cases;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * A process as it reads without its diagram: what begins it, its steps, its questions with what each answer leads to, and
 * how it ends. What the model gives no name only joins lines, and is left out.
 *
 * @param documentation null when the model says nothing
 * @param parts in the order in which they stand in the model
 */
public record ProcessInWords(String name, String documentation, List<Part> parts) {

    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("startEvent", "START"),
            Map.entry("endEvent", "END"),
            Map.entry("boundaryEvent", "EVENT"),
            Map.entry("intermediateCatchEvent", "EVENT"),
            Map.entry("intermediateThrowEvent", "EVENT"),
            Map.entry("exclusiveGateway", "QUESTION"),
            Map.entry("inclusiveGateway", "QUESTION"),
            Map.entry("eventBasedGateway", "QUESTION"),
            Map.entry("parallelGateway", "QUESTION"),
            Map.entry("callActivity", "STEP"),
            Map.entry("userTask", "STEP"),
            Map.entry("task", "STEP"),
            Map.entry("manualTask", "STEP"),
            Map.entry("serviceTask", "STEP"),
            Map.entry("sendTask", "STEP"),
            Map.entry("receiveTask", "STEP"),
            Map.entry("businessRuleTask", "STEP"),
            Map.entry("scriptTask", "STEP"),
            Map.entry("subProcess", "PART"));

    /**
     * Something in the process that has a name.
     *
     * @param kind START, STEP, QUESTION, EVENT, END, PART for one that has parts of its own, or INTERRUPTION for one that
     *     can begin at any time and ends everything else
     * @param answers what each answer to a question, or an event, leads to
     */
    public record Part(
            String id, String kind, String name, String documentation, List<Answer> answers, List<Part> parts) {}

    /**
     * A way from a part to what comes next.
     *
     * @param name the answer to the question; empty on the way from an event, which asks none
     * @param leadsTo the name of what comes next; null when there is none
     */
    public record Answer(String name, String leadsTo) {}

    /** @param model with its names already in this language */
    static ProcessInWords of(Document model, String language) {
        Element process = (Element)
                model.getElementsByTagNameNS(ProcessModel.BPMN, "process").item(0);
        return new ProcessInWords(
                process.getAttribute("name"),
                documentation(process, language),
                parts(process, new Flows(model), language));
    }

    private static List<Part> parts(Element scope, Flows flows, String language) {
        List<Part> parts = new ArrayList<>();
        for (Node node = scope.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element
                    && KINDS.containsKey(element.getLocalName())
                    && !element.getAttribute("name").isBlank()) {
                parts.add(new Part(
                        element.getAttribute("id"),
                        kind(element),
                        element.getAttribute("name"),
                        documentation(element, language),
                        flows.answers(
                                element.getAttribute("id"),
                                element.getLocalName().equals("boundaryEvent")),
                        parts(element, flows, language)));
            }
        }
        return List.copyOf(parts);
    }

    private static String kind(Element element) {
        return element.getAttribute("triggeredByEvent").equals("true")
                ? "INTERRUPTION"
                : KINDS.get(element.getLocalName());
    }

    private static String documentation(Element element, String language) {
        return ProcessModel.said(element, "documentation", ProcessModel.documentation(element), language);
    }

    /** What leads where. */
    private static final class Flows {

        private final Map<String, String> names = new HashMap<>();
        private final Map<String, List<Element>> from = new HashMap<>();

        Flows(Document model) {
            var all = model.getElementsByTagNameNS(ProcessModel.BPMN, "*");
            for (int i = 0; i < all.getLength(); i++) {
                Element element = (Element) all.item(i);
                if (element.getLocalName().equals("sequenceFlow")) {
                    from.computeIfAbsent(element.getAttribute("sourceRef"), id -> new ArrayList<>())
                            .add(element);
                } else if (element.hasAttribute("id")) {
                    names.put(element.getAttribute("id"), element.getAttribute("name"));
                }
            }
        }

        List<Answer> answers(String id, boolean alsoNameless) {
            return from.getOrDefault(id, List.of()).stream()
                    .filter(flow -> alsoNameless || !flow.getAttribute("name").isBlank())
                    .map(flow -> new Answer(
                            flow.getAttribute("name"), leadsTo(flow.getAttribute("targetRef"), new HashSet<>())))
                    .toList();
        }

        /** The first thing with a name on the way from here; null when there is none. */
        private String leadsTo(String id, Set<String> seen) {
            String name = names.getOrDefault(id, "");
            if (!name.isBlank()) {
                return name;
            }
            List<Element> on = from.getOrDefault(id, List.of());
            return on.size() == 1 && seen.add(id) ? leadsTo(on.getFirst().getAttribute("targetRef"), seen) : null;
        }
    }
}
