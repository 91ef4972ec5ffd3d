package se.mandat.processes;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

/** Which flow nodes and sequence flows of a process have been run through, and which have not. */
record Coverage(String process, int elements, Set<String> missed) {

    /** @param visited what was visited, each as process/element */
    static Coverage of(String process, Collection<String> visited) {
        BpmnModelInstance model =
                Bpmn.readModelFromFile(Models.shipped(process + ".bpmn").toFile());
        Set<String> all = Stream.concat(
                        model.getModelElementsByType(FlowNode.class).stream(),
                        model.getModelElementsByType(SequenceFlow.class).stream())
                .map(FlowElement::getId)
                .collect(Collectors.toSet());
        Set<String> missed = new TreeSet<>(all);
        missed.removeIf(id -> visited.contains(process + "/" + id));
        return new Coverage(process, all.size(), missed);
    }

    @Override
    public String toString() {
        int covered = elements - missed.size();
        return "%s: %d of %d flow nodes and flows covered (%d %%)%s"
                .formatted(
                        process,
                        covered,
                        elements,
                        100 * covered / elements,
                        missed.isEmpty() ? "" : ", missed " + missed);
    }
}
