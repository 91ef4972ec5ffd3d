package se.mandat.processes;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** The errors that a model ends with, and where it catches them. */
final class Errors {

    private Errors() {}

    /** Whether an error that ends the activity is caught on it, around it, or in a scope that holds it. */
    static boolean isCaught(String code, Activity activity, LintedModel model) {
        Set<String> wheres = new HashSet<>();
        model.all(CatchEvent.class)
                .filter(event -> codes(List.of(event)).contains(code))
                .map(Errors::whereCaught)
                .forEach(wheres::add);
        ModelElementInstance around = activity;
        while (around instanceof BaseElement element && !wheres.contains(element.getId())) {
            around = around.getParentElement();
        }
        return around instanceof BaseElement element && wheres.contains(element.getId());
    }

    /** The codes of the errors that a process ends with when nothing in it catches them. */
    static Set<String> codesEndedWith(Path model) {
        return codes(Bpmn.readModelFromFile(model.toFile()).getModelElementsByType(EndEvent.class));
    }

    /** The codes of the errors that something in a process catches. */
    static Set<String> codesCaught(Path model) {
        return codes(Bpmn.readModelFromFile(model.toFile()).getModelElementsByType(CatchEvent.class));
    }

    static Set<String> codes(Collection<? extends Event> events) {
        Set<String> codes = new TreeSet<>();
        events.forEach(event -> event.getChildElementsByType(ErrorEventDefinition.class).stream()
                .filter(definition -> definition.getError() != null)
                .forEach(definition ->
                        codes.add(String.valueOf(definition.getError().getErrorCode()))));
        return codes;
    }

    static String whereCaught(CatchEvent event) {
        return event instanceof BoundaryEvent boundary
                ? boundary.getAttachedTo().getId()
                : ((BaseElement) event.getParentElement().getParentElement()).getId();
    }
}
