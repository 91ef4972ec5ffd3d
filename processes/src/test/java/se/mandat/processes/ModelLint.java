package se.mandat.processes;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;

/**
 * What every process model must be like: all of bpmnlint's recommended rules, stricter where a construct is not wanted
 * at all, and our own conventions for ids, names, both languages and a picture that can be read.
 */
final class ModelLint {

    /** A rule that an element breaks. */
    record Finding(String rule, String element) {}

    /** Takes the rules of one family. */
    interface Rules {

        /** @param elementsThatBreakIt of a model */
        void add(String name, Function<LintedModel, Stream<? extends BaseElement>> elementsThatBreakIt);
    }

    private static final Map<String, Function<LintedModel, Stream<? extends BaseElement>>> RULES =
            new LinkedHashMap<>();

    static {
        WordingRules.addTo(RULES::put);
        FlowRules.addTo(RULES::put);
        EventRules.addTo(RULES::put);
        EngineRules.addTo(RULES::put);
        PictureRules.addTo(RULES::put);
    }

    private ModelLint() {}

    static Collection<String> rules() {
        return RULES.keySet();
    }

    static List<Finding> lint(Path model) {
        return lint(Models.nameOf(model), Bpmn.readModelFromFile(model.toFile()));
    }

    static List<Finding> lint(String file, BpmnModelInstance bpmn) {
        LintedModel model = new LintedModel(file, bpmn);
        List<Finding> findings = new ArrayList<>();
        RULES.forEach((rule, check) ->
                check.apply(model).forEach(element -> findings.add(new Finding(rule, element.getId()))));
        return findings;
    }
}
