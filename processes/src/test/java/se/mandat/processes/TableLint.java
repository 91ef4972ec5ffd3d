package se.mandat.processes;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;

/** What every decision table must be like, so that whoever changes a number understands what the row says. */
final class TableLint {

    private static final Set<String> TYPES = Set.of("string", "boolean", "integer", "long");

    private static final Map<String, Function<Table, Stream<? extends DmnElement>>> RULES = new LinkedHashMap<>();

    private record Table(String file, DmnModelInstance dmn) {

        <T extends DmnElement> Stream<T> all(Class<T> type) {
            return dmn.getModelElementsByType(type).stream();
        }
    }

    static {
        RULES.put("decision-id-is-file-name", table -> table.all(Decision.class)
                .filter(decision -> !decision.getId().equals(table.file)));
        RULES.put("history-time-to-live", table -> table.all(Decision.class)
                .filter(decision -> decision.getCamundaHistoryTimeToLiveString() == null));
        RULES.put("table-named-and-described", table -> table.all(Decision.class)
                .filter(decision -> isBlank(decision.getName()) || isUndescribed(decision)));
        RULES.put(
                "column-labelled",
                table -> Stream.concat(
                        table.all(Input.class).filter(input -> isBlank(input.getLabel())),
                        table.all(Output.class).filter(output -> isBlank(output.getLabel()))));
        RULES.put(
                "column-typed",
                table -> Stream.concat(
                        table.all(Input.class)
                                .filter(input ->
                                        !isTyped(input.getInputExpression().getTypeRef())),
                        table.all(Output.class).filter(output -> !isTyped(output.getTypeRef()))));
        RULES.put("row-described", table -> table.all(Rule.class).filter(TableLint::isUndescribed));
    }

    private TableLint() {}

    static Collection<String> rules() {
        return RULES.keySet();
    }

    static List<ModelLint.Finding> lint(Path table) {
        return lint(Models.nameOf(table), Dmn.readModelFromFile(table.toFile()));
    }

    static List<ModelLint.Finding> lint(String file, DmnModelInstance dmn) {
        List<ModelLint.Finding> findings = new ArrayList<>();
        RULES.forEach((rule, check) -> check.apply(new Table(file, dmn))
                .forEach(element -> findings.add(new ModelLint.Finding(rule, element.getId()))));
        return findings;
    }

    private static boolean isTyped(String type) {
        return type != null && TYPES.contains(type);
    }

    private static boolean isUndescribed(DmnElement element) {
        return element.getDescription() == null
                || isBlank(element.getDescription().getTextContent());
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
