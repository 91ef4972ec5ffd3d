package se.mandat.web.cases;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * The model of how a case is handled, as people read it: its steps in the order in which they stand in the model, and
 * the diagram in the reader's language. The first end that stands in the model is the one that every case is meant to
 * reach; the steps on the way there are its main line. The model says its names in Swedish, and in English in the properties {@code
 * name.en} and {@code documentation.en}.
 */
final class ProcessModel {

    static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final Set<String> STEPS = Set.of("callActivity", "userTask", "task");

    /** What a case passes through in no time, and nobody remembers. */
    private static final Set<String> PASSED_THROUGH = Set.of("exclusiveGateway", "parallelGateway", "startEvent");

    private static final List<String> LANGUAGES = List.of("sv", "en");
    private static final Map<String, ProcessModel> READ = new ConcurrentHashMap<>();

    private final Set<String> ids = new LinkedHashSet<>();
    private final Map<String, List<String>> into = new HashMap<>();
    private final Map<String, List<String>> outOf = new HashMap<>();
    private final Set<String> passedThrough = new LinkedHashSet<>();
    private final String start;
    private final String firstEnd;
    private final Map<String, List<Step>> steps = new HashMap<>();
    private final Map<String, String> diagrams = new HashMap<>();
    private final Map<String, ProcessInWords> words = new HashMap<>();

    /** A step that somebody owes; {@code documentation} is null when the model says nothing. */
    record Step(String id, String name, String documentation) {}

    private ProcessModel(String bpmn) {
        Document document = parse(bpmn);
        NodeList all = document.getElementsByTagNameNS(BPMN, "*");
        List<Element> flows = new ArrayList<>();
        for (int i = 0; i < all.getLength(); i++) {
            Element element = (Element) all.item(i);
            if (element.getLocalName().equals("sequenceFlow")) {
                flows.add(element);
            } else if (element.hasAttribute("id")) {
                ids.add(element.getAttribute("id"));
                if (PASSED_THROUGH.contains(element.getLocalName())) {
                    passedThrough.add(element.getAttribute("id"));
                }
            }
        }
        Map<String, Element> subProcesses = byId(document, "subProcess");
        Set<String> interruptions = byId(document, "boundaryEvent").keySet();
        flows.stream()
                .filter(flow -> !interruptions.contains(flow.getAttribute("sourceRef")))
                .forEach(flow -> connect(flow, subProcesses));
        into.forEach((target, sources) -> sources.forEach(source ->
                outOf.computeIfAbsent(source, none -> new ArrayList<>()).add(target)));
        start = within(process(document), "startEvent").getFirst();
        firstEnd = within(process(document), "endEvent").getFirst();
        for (String language : LANGUAGES) {
            Document translated = parse(bpmn);
            steps.put(language, translate(translated, language));
            diagrams.put(language, write(translated));
            words.put(language, ProcessInWords.of(translated, language));
        }
    }

    /** The model that this BPMN describes; read once, since there are only as many as versions in use. */
    static ProcessModel of(String bpmn) {
        return READ.computeIfAbsent(bpmn, ProcessModel::new);
    }

    List<Step> steps(String language) {
        return steps.get(language);
    }

    /** The diagram with its names in this language, as BPMN. */
    String diagram(String language) {
        return diagrams.get(language);
    }

    /** The end that every case is meant to reach, and all that stands on the way there. */
    Set<String> mainLine() {
        Set<String> mainLine = new LinkedHashSet<>(before(firstEnd));
        mainLine.add(firstEnd);
        return mainLine;
    }

    /** What the whole process says, for who reads it without the diagram. */
    ProcessInWords words(String language) {
        return words.get(language);
    }

    /** The elements from which this one is reached going forward, when nothing interrupts. */
    private Set<String> before(String id) {
        Set<String> before = new LinkedHashSet<>();
        collect(id, List.copyOf(ids), before);
        return before;
    }

    /**
     * The way that a case has gone: these steps, and what stands between them, and before where it stands now.
     *
     * @param position where it stands; null when it has come to its end
     */
    Set<String> way(Set<String> steps, String position) {
        Set<String> ends = new LinkedHashSet<>(steps);
        if (position != null) {
            ends.add(position);
        }
        Set<String> between = throughFrom(union(steps, Set.of(start)), outOf);
        between.retainAll(throughFrom(ends, into));
        between.add(start);
        return union(steps, between);
    }

    private Set<String> throughFrom(Set<String> from, Map<String, List<String>> along) {
        Set<String> through = new LinkedHashSet<>();
        Deque<String> left = new ArrayDeque<>(from);
        while (!left.isEmpty()) {
            along.getOrDefault(left.pop(), List.of()).stream()
                    .filter(next -> passedThrough.contains(next) && through.add(next))
                    .forEach(left::push);
        }
        return through;
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> both = new LinkedHashSet<>(one);
        both.addAll(other);
        return both;
    }

    private void collect(String here, List<String> order, Set<String> before) {
        for (String source : into.getOrDefault(here, List.of())) {
            // A way back to an earlier step is drawn against the order of the model.
            if (order.indexOf(source) < order.indexOf(here) && before.add(source)) {
                collect(source, order, before);
            }
        }
    }

    /** A way into a sub-process goes on where that begins, and a way out of it comes from where that ends. */
    private void connect(Element flow, Map<String, Element> subProcesses) {
        String source = flow.getAttribute("sourceRef");
        String target = flow.getAttribute("targetRef");
        List<String> sources = new ArrayList<>(List.of(source));
        List<String> targets = new ArrayList<>(List.of(target));
        if (subProcesses.containsKey(source)) {
            sources.addAll(within(subProcesses.get(source), "endEvent"));
        }
        if (subProcesses.containsKey(target)) {
            targets.addAll(within(subProcesses.get(target), "startEvent"));
        }
        targets.forEach(
                id -> into.computeIfAbsent(id, none -> new ArrayList<>()).addAll(sources));
    }

    private static Map<String, Element> byId(Document document, String name) {
        Map<String, Element> found = new HashMap<>();
        NodeList all = document.getElementsByTagNameNS(BPMN, name);
        for (int i = 0; i < all.getLength(); i++) {
            Element element = (Element) all.item(i);
            found.put(element.getAttribute("id"), element);
        }
        return found;
    }

    private static Element process(Document document) {
        return (Element) document.getElementsByTagNameNS(BPMN, "process").item(0);
    }

    private static List<String> within(Element scope, String name) {
        List<String> found = new ArrayList<>();
        for (Node node = scope.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element
                    && BPMN.equals(element.getNamespaceURI())
                    && name.equals(element.getLocalName())) {
                found.add(element.getAttribute("id"));
            }
        }
        return found;
    }

    private static List<Step> translate(Document document, String language) {
        List<Step> steps = new ArrayList<>();
        NodeList all = document.getElementsByTagNameNS(BPMN, "*");
        for (int i = 0; i < all.getLength(); i++) {
            Element element = (Element) all.item(i);
            String name = said(element, "name", element.getAttribute("name"), language);
            if (element.hasAttribute("name")) {
                element.setAttribute("name", name);
            }
            if (STEPS.contains(element.getLocalName())) {
                steps.add(new Step(
                        element.getAttribute("id"),
                        name,
                        said(element, "documentation", documentation(element), language)));
            }
        }
        return List.copyOf(steps);
    }

    private static Document parse(String bpmn) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(bpmn)));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalStateException("The model cannot be read", e);
        }
    }

    private static String write(Document document) {
        StringWriter out = new StringWriter();
        try {
            TransformerFactory.newInstance().newTransformer().transform(new DOMSource(document), new StreamResult(out));
        } catch (TransformerException e) {
            throw new IllegalStateException("The model cannot be written", e);
        }
        return out.toString();
    }

    static String said(Element element, String what, String swedish, String language) {
        Element extensions = child(element, BPMN, "extensionElements");
        Element properties = extensions == null ? null : child(extensions, CAMUNDA, "properties");
        for (Node node = properties == null ? null : properties.getFirstChild();
                node != null;
                node = node.getNextSibling()) {
            if (node instanceof Element property
                    && property.getAttribute("name").equals(what + "." + language)) {
                return property.getAttribute("value");
            }
        }
        return swedish;
    }

    static String documentation(Element element) {
        Element documentation = child(element, BPMN, "documentation");
        return documentation == null ? null : documentation.getTextContent().strip();
    }

    static Element child(Element parent, String namespace, String name) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element
                    && namespace.equals(element.getNamespaceURI())
                    && name.equals(element.getLocalName())) {
                return element;
            }
        }
        return null;
    }
}
