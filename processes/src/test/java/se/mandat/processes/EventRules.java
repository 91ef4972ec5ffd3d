package se.mandat.processes;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Escalation;
import org.camunda.bpm.model.bpmn.instance.EscalationEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.LinkEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.RootElement;
import org.camunda.bpm.model.bpmn.instance.Signal;
import org.camunda.bpm.model.bpmn.instance.SignalEventDefinition;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TerminateEventDefinition;

/** What happens in a model, what it throws and catches, and its sub-processes. */
final class EventRules {

    private static final Pattern ERROR_CODE = Pattern.compile("[a-z]+\\.[a-z]+");

    private EventRules() {}

    static void addTo(ModelLint.Rules rules) {
        rules.add(
                "single-event-definition",
                model -> Elements.breaking(
                        model.all(Event.class),
                        event -> event.getChildElementsByType(EventDefinition.class)
                                        .size()
                                > 1));
        rules.add(
                "superfluous-termination",
                model -> Elements.breaking(
                        model.all(EndEvent.class),
                        end -> !end.getChildElementsByType(TerminateEventDefinition.class)
                                        .isEmpty()
                                && !splitsTokens(model)));
        rules.add(
                "no-link-event",
                model -> Elements.breaking(
                        model.all(Event.class), event -> !event.getChildElementsByType(LinkEventDefinition.class)
                                .isEmpty()));
        rules.add(
                "no-ad-hoc-sub-process",
                model -> model.bpmn()
                                .getDocument()
                                .getElementsByNameNs(BpmnModelConstants.BPMN20_NS, "adHocSubProcess")
                                .isEmpty()
                        ? Stream.empty()
                        : Stream.of(model.process()));
        rules.add(
                "sub-process-blank-start-event",
                model -> Elements.breaking(
                        model.all(SubProcess.class),
                        sub -> !sub.triggeredByEvent() && Elements.starts(sub).anyMatch(Elements::isTyped)));
        rules.add(
                "event-sub-process-typed-start-event",
                model -> Elements.breaking(
                        model.all(SubProcess.class),
                        sub -> sub.triggeredByEvent() && !Elements.starts(sub).allMatch(Elements::isTyped)));
        rules.add(
                "boundary-event-typed",
                model -> Elements.breaking(
                        model.all(BoundaryEvent.class), event -> event.getChildElementsByType(EventDefinition.class)
                                .isEmpty()));
        rules.add(
                "error-has-a-code",
                model -> Elements.breaking(
                        model.all(Error.class),
                        error -> error.getErrorCode() == null
                                || !ERROR_CODE.matcher(error.getErrorCode()).matches()));
        rules.add(
                "error-event-names-its-error",
                model -> Elements.breaking(
                        model.all(Event.class),
                        event -> event.getChildElementsByType(ErrorEventDefinition.class).stream()
                                .anyMatch(definition -> definition.getError() == null)));
        rules.add("error-caught-once-in-its-scope", EventRules::caughtTwice);
        rules.add("global-element-named-used-unique", EventRules::badGlobals);
    }

    /** Of two that catch the same error on the same activity, or in the same scope, the engine would ask one. */
    private static Stream<? extends BaseElement> caughtTwice(LintedModel model) {
        Set<String> seen = new HashSet<>();
        return Elements.breaking(
                model.all(CatchEvent.class), event -> event.getChildElementsByType(ErrorEventDefinition.class).stream()
                        .filter(definition -> definition.getError() != null)
                        .anyMatch(definition -> !seen.add(Errors.whereCaught(event) + " "
                                + definition.getError().getErrorCode())));
    }

    private static boolean splitsTokens(LintedModel model) {
        return model.all(ParallelGateway.class).findAny().isPresent()
                || model.all(BoundaryEvent.class).anyMatch(event -> !event.cancelActivity())
                || model.all(StartEvent.class).anyMatch(start -> !start.isInterrupting())
                || model.all(Activity.class).anyMatch(activity -> activity.getLoopCharacteristics() != null);
    }

    private static Stream<? extends BaseElement> badGlobals(LintedModel model) {
        Set<Object> used = new HashSet<>();
        model.all(MessageEventDefinition.class).forEach(definition -> used.add(definition.getMessage()));
        model.all(ReceiveTask.class).forEach(task -> used.add(task.getMessage()));
        model.all(ErrorEventDefinition.class).forEach(definition -> used.add(definition.getError()));
        model.all(EscalationEventDefinition.class).forEach(definition -> used.add(definition.getEscalation()));
        model.all(SignalEventDefinition.class).forEach(definition -> used.add(definition.getSignal()));
        Set<String> names = new HashSet<>();
        return Elements.breaking(
                model.all(RootElement.class)
                        .filter(element -> element instanceof Message
                                || element instanceof Error
                                || element instanceof Escalation
                                || element instanceof Signal),
                element -> Elements.name(element).isBlank()
                        || !used.contains(element)
                        || !names.add(element.getElementType().getTypeName() + " " + Elements.name(element)));
    }
}
