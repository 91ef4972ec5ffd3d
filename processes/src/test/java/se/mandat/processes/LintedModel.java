package se.mandat.processes;

import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** A process model with the name of the file that it stands in. */
record LintedModel(String file, BpmnModelInstance bpmn) {

    Process process() {
        return bpmn.getModelElementsByType(Process.class).iterator().next();
    }

    <T extends ModelElementInstance> Stream<T> all(Class<T> type) {
        return bpmn.getModelElementsByType(type).stream();
    }

    /** The process and every sub-process in it: what has a beginning and an end of its own. */
    Stream<BaseElement> scopes() {
        return Stream.concat(Stream.of(process()), all(SubProcess.class));
    }
}
