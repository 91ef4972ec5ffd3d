package se.mandat.web.steward;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import se.mandat.cases.ViewTables;
import se.mandat.web.platform.Spoken;

/**
 * Reads a decision table from its DMN and says it in the reader's language. What an organisation has added of its own,
 * and what has no words here, is said as it stands in the model.
 */
final class DecisionTableReader {

    private static final String DMN = "https://www.omg.org/spec/DMN/20191111/MODEL/";

    /** Which words a column's values have elsewhere in Mandat. */
    private static final Map<String, String> FAMILIES =
            Map.of("level", "level", "severity", "outcome", "route", "route", "kind", "obligation.verb");

    /** Which column says what another one's working time is counted in; people read the two as one. */
    private static final Map<String, String> COUNTED_IN = Map.of("time", "unit", "nextTime", "nextUnit");

    private static final Map<String, String> COMPARISONS =
            Map.of("<=", "at-most", ">=", "at-least", "<", "below", ">", "above");

    private static final Pattern COMPARED = Pattern.compile("(<=|>=|<|>)\\s*(.+)");
    private static final Pattern FROM_TO = Pattern.compile("\\[\\s*(\\S+)\\s*\\.\\.\\s*(\\S+)\\s*]");
    private static final Pattern WHOLE_NUMBER = Pattern.compile("\\d{1,15}");
    private static final Pattern COMMA = Pattern.compile(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");

    private final ViewTables.Deployed deployed;
    private final Spoken t;
    private final Element decision;
    private final Element table;

    DecisionTableReader(ViewTables.Deployed deployed, Spoken t) {
        this.deployed = deployed;
        this.t = t;
        decision = all(parse(deployed.dmn()).getDocumentElement(), "decision").stream()
                .filter(each -> each.getAttribute("id").equals(deployed.id()))
                .findFirst()
                .orElseThrow();
        table = all(decision, "decisionTable").getFirst();
    }

    TableInWords read() {
        List<Element> inputs = all(table, "input");
        List<Element> outputs = all(table, "output");
        List<String> asked = inputs.stream()
                .map(input -> text(all(input, "inputExpression").getFirst()))
                .toList();
        List<String> answered =
                outputs.stream().map(output -> output.getAttribute("name")).toList();
        List<Integer> said = IntStream.range(0, outputs.size())
                .filter(i -> isSaid(answered.get(i), answered))
                .boxed()
                .toList();
        return new TableInWords(
                deployed.id(),
                deployed.version(),
                deployed.newest(),
                words("tables.name." + deployed.id(), decision.getAttribute("name")),
                ownWords(decision),
                IntStream.range(0, inputs.size())
                        .mapToObj(i -> column(asked.get(i), inputs.get(i)))
                        .toList(),
                said.stream().map(i -> column(answered.get(i), outputs.get(i))).toList(),
                all(table, "rule").stream()
                        .map(rule -> rule(rule, asked, answered, said))
                        .toList());
    }

    /** The number of a rule stands first in its row, and a reason is said in one language. */
    private boolean isSaid(String name, List<String> answered) {
        boolean saidElsewhere = name.equals("rule") || name.equals(t.isSwedish() ? "en" : "sv");
        return !saidElsewhere
                && COUNTED_IN.entrySet().stream()
                        .noneMatch(pair -> pair.getValue().equals(name) && answered.contains(pair.getKey()));
    }

    private TableInWords.Rule rule(Element rule, List<String> asked, List<String> answered, List<Integer> said) {
        List<Element> when = all(rule, "inputEntry");
        List<Element> then = all(rule, "outputEntry");
        return new TableInWords.Rule(
                ownWords(rule),
                IntStream.range(0, when.size())
                        .mapToObj(i -> cell(asked.get(i), text(when.get(i))))
                        .toList(),
                said.stream().map(i -> answer(i, answered, then)).toList());
    }

    private String answer(int i, List<String> answered, List<Element> then) {
        String name = answered.get(i);
        String said = text(then.get(i));
        int unit = answered.indexOf(COUNTED_IN.get(name));
        if (unit < 0 || !WHOLE_NUMBER.matcher(said).matches()) {
            return cell(name, said);
        }
        String key = "tables.time." + text(then.get(unit)).replace("\"", "");
        return t.words().has(key)
                ? t.say(key, "count", Long.parseLong(said))
                : cell(name, said) + " " + cell(answered.get(unit), text(then.get(unit)));
    }

    /** What the model says about itself it says in Swedish. */
    private String ownWords(Element of) {
        return t.isSwedish()
                ? all(of, "description").stream()
                        .map(DecisionTableReader::text)
                        .findFirst()
                        .orElse(null)
                : null;
    }

    private String column(String name, Element column) {
        return words("tables.column." + name, column.getAttribute("label"));
    }

    private String words(String key, String otherwise) {
        return t.words().has(key) ? t.say(key) : otherwise;
    }

    /** Null for what may be anything. */
    private String cell(String column, String feel) {
        if (feel.isEmpty() || feel.equals("-") || feel.equals("null")) {
            return null;
        }
        return COMMA.splitAsStream(feel)
                .map(part -> part(column, part.strip()))
                .collect(Collectors.joining(" " + t.say("tables.or") + " "));
    }

    private String part(String column, String feel) {
        Matcher compared = COMPARED.matcher(feel);
        if (compared.matches()) {
            return t.say(
                    "tables." + COMPARISONS.get(compared.group(1)),
                    "what",
                    value(column, compared.group(2).strip()));
        }
        Matcher fromTo = FROM_TO.matcher(feel);
        return fromTo.matches()
                ? value(column, fromTo.group(1)) + "–" + value(column, fromTo.group(2))
                : value(column, feel);
    }

    private String value(String column, String feel) {
        if (feel.length() > 1 && feel.startsWith("\"") && feel.endsWith("\"")) {
            String value = feel.substring(1, feel.length() - 1);
            String family = FAMILIES.get(column) + "." + value;
            return t.together(words(family, words("tables.value." + value, value)));
        }
        if (WHOLE_NUMBER.matcher(feel).matches()) {
            return t.amount(Long.parseLong(feel));
        }
        return switch (feel) {
            case "true" -> t.say("case.yes");
            case "false" -> t.say("case.no");
            default -> words("tables.fact." + feel, feel);
        };
    }

    private static List<Element> all(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element
                    && DMN.equals(element.getNamespaceURI())
                    && name.equals(element.getLocalName())) {
                found.add(element);
            }
        }
        return found;
    }

    private static String text(Element element) {
        return element.getTextContent().strip();
    }

    private static Document parse(String dmn) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(dmn)));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalStateException("The table cannot be read", e);
        }
    }
}
