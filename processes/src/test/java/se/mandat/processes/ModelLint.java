package se.mandat.processes;

import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.ComplexGateway;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Escalation;
import org.camunda.bpm.model.bpmn.instance.EscalationEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.LinkEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.RootElement;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.Signal;
import org.camunda.bpm.model.bpmn.instance.SignalEventDefinition;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TerminateEventDefinition;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/**
 * What every process model must be like: all of bpmnlint's recommended rules, stricter where a construct is not wanted
 * at all, and our own conventions for ids, names, both languages and a picture that can be read.
 */
final class ModelLint {

    /** A rule that an element breaks. */
    record Finding(String rule, String element) {}

    private record Model(String file, BpmnModelInstance bpmn) {

        Process process() {
            return bpmn.getModelElementsByType(Process.class).iterator().next();
        }

        <T extends ModelElementInstance> Stream<T> all(Class<T> type) {
            return bpmn.getModelElementsByType(type).stream();
        }
    }

    private static final Map<String, Function<Model, Stream<? extends BaseElement>>> RULES = new LinkedHashMap<>();

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

    /** What may be owed: the kinds that the table of service levels knows, which {@code ObligationKind} lists in code. */
    private static final Set<String> KINDS =
            Set.of("DECIDE", "RESPOND", "APPOINT", "ACCEPT_OWNERSHIP", "ACT", "CONTRIBUTE", "REVIEW_EFFECT", "ANSWER");

    private static final String OBLIGATION = "obligation";
    private static final String BUSINESS_KEY = "#{execution.processBusinessKey}";
    private static final String OVERTURNED = "decision.overturned";
    private static final Pattern REJECTED = Pattern.compile(".*'REJECTED(_FOR_GOOD)?'.*");
    private static final Pattern ERROR_CODE = Pattern.compile("[a-z]+\\.[a-z]+");
    private static final Pattern OWED_BY = Pattern.compile("[a-z0-9/-]+");

    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{.+}");
    private static final Pattern BEAN = Pattern.compile("\\$\\{[a-z][A-Za-z]*}");

    static {
        // what the process is
        rule(
                "process-id-is-file-name",
                model -> breaking(
                        model.all(Process.class), process -> !process.getId().equals(model.file)));
        rule(
                "one-executable-process",
                model ->
                        model.all(Process.class).count() == 1 && model.process().isExecutable()
                                ? Stream.empty()
                                : Stream.of(model.process()));
        rule(
                "history-time-to-live",
                model -> breaking(
                        model.all(Process.class), process -> process.getCamundaHistoryTimeToLiveString() == null));
        rule(
                "id-by-convention",
                model -> breaking(model.all(FlowElement.class), element -> !followsConvention(element)));

        // words
        rule(
                "label-required",
                model -> breaking(
                        Stream.concat(Stream.of(model.process()), model.all(FlowElement.class)),
                        element -> speaks(element) && name(element).isBlank()));
        rule(
                "superfluous-label",
                model -> breaking(
                        model.all(FlowElement.class),
                        element -> !speaks(element) && !name(element).isBlank()));
        rule(
                "name-in-english",
                model -> breaking(
                        Stream.concat(Stream.of(model.process()), model.all(FlowElement.class)),
                        element -> !name(element).isBlank()
                                && property(element, "name.en").isEmpty()));
        rule(
                "documented-in-both-languages",
                model -> breaking(
                        Stream.concat(
                                Stream.of(model.process()),
                                model.all(FlowNode.class).filter(ModelLint::speaks)),
                        element -> element.getDocumentations().stream()
                                        .allMatch(text -> text.getTextContent().isBlank())
                                || property(element, "documentation.en").isEmpty()));
        rule(
                "gateway-asks",
                model -> breaking(
                        model.all(Gateway.class),
                        gateway -> forks(gateway) && !name(gateway).endsWith("?")));

        // beginning and end
        rule("start-event-required", model -> scopes(model)
                .filter(scope -> scope.getChildElementsByType(StartEvent.class).isEmpty()));
        rule("single-blank-start-event", model -> scopes(model).filter(scope -> blankStarts(scope) > 1));
        rule("end-event-required", model -> scopes(model)
                .filter(scope -> scope.getChildElementsByType(EndEvent.class).isEmpty()));
        rule(
                "no-implicit-start",
                model -> breaking(
                        model.all(FlowNode.class), node -> node.getIncoming().isEmpty() && !startsByItself(node)));
        rule(
                "no-implicit-end",
                model -> breaking(
                        model.all(FlowNode.class),
                        node -> node.getOutgoing().isEmpty()
                                && !(node instanceof EndEvent)
                                && !isEventSubProcess(node)));
        rule(
                "no-disconnected",
                model -> breaking(
                        model.all(FlowNode.class),
                        node -> node.getIncoming().isEmpty()
                                && node.getOutgoing().isEmpty()
                                && !isEventSubProcess(node)));

        // flow
        rule(
                "no-implicit-split",
                model -> breaking(
                        model.all(FlowNode.class),
                        node -> !(node instanceof Gateway) && node.getOutgoing().size() > 1));
        rule(
                "fake-join",
                model -> breaking(
                        model.all(FlowNode.class),
                        node -> !(node instanceof Gateway) && node.getIncoming().size() > 1));
        rule(
                "no-gateway-join-fork",
                model -> breaking(
                        model.all(Gateway.class),
                        gateway -> gateway.getIncoming().size() > 1 && forks(gateway)));
        rule(
                "superfluous-gateway",
                model -> breaking(
                        model.all(Gateway.class),
                        gateway -> gateway.getIncoming().size() == 1
                                && gateway.getOutgoing().size() == 1));
        rule("conditional-flows", model -> breaking(model.all(SequenceFlow.class), flow -> !conditionIsRight(flow)));
        rule(
                "default-flow-required",
                model -> breaking(
                        model.all(ExclusiveGateway.class), gateway -> forks(gateway) && gateway.getDefault() == null));
        rule("no-duplicate-sequence-flows", model -> {
            Set<String> seen = new HashSet<>();
            return breaking(
                    model.all(SequenceFlow.class),
                    flow -> !seen.add(
                            flow.getSource().getId() + " " + flow.getTarget().getId()));
        });
        rule("no-complex-gateway", model -> model.all(ComplexGateway.class));
        rule("no-inclusive-gateway", model -> model.all(InclusiveGateway.class));
        rule(
                "event-based-gateway",
                model -> breaking(
                        model.all(EventBasedGateway.class),
                        gateway -> gateway.getOutgoing().size() < 2
                                || gateway.getOutgoing().stream()
                                        .anyMatch(flow -> !(flow.getTarget() instanceof CatchEvent
                                                || flow.getTarget() instanceof ReceiveTask))));

        // events and sub-processes
        rule(
                "single-event-definition",
                model -> breaking(
                        model.all(Event.class),
                        event -> event.getChildElementsByType(EventDefinition.class)
                                        .size()
                                > 1));
        rule(
                "superfluous-termination",
                model -> breaking(
                        model.all(EndEvent.class),
                        end -> !end.getChildElementsByType(TerminateEventDefinition.class)
                                        .isEmpty()
                                && !splitsTokens(model)));
        rule(
                "no-link-event",
                model -> breaking(
                        model.all(Event.class), event -> !event.getChildElementsByType(LinkEventDefinition.class)
                                .isEmpty()));
        rule(
                "no-ad-hoc-sub-process",
                model -> model.bpmn
                                .getDocument()
                                .getElementsByNameNs(BpmnModelConstants.BPMN20_NS, "adHocSubProcess")
                                .isEmpty()
                        ? Stream.empty()
                        : Stream.of(model.process()));
        rule(
                "sub-process-blank-start-event",
                model -> breaking(
                        model.all(SubProcess.class),
                        sub -> !sub.triggeredByEvent() && starts(sub).anyMatch(ModelLint::isTyped)));
        rule(
                "event-sub-process-typed-start-event",
                model -> breaking(
                        model.all(SubProcess.class),
                        sub -> sub.triggeredByEvent() && !starts(sub).allMatch(ModelLint::isTyped)));
        rule(
                "boundary-event-typed",
                model -> breaking(
                        model.all(BoundaryEvent.class), event -> event.getChildElementsByType(EventDefinition.class)
                                .isEmpty()));
        rule(
                "error-has-a-code",
                model -> breaking(
                        model.all(Error.class),
                        error -> error.getErrorCode() == null
                                || !ERROR_CODE.matcher(error.getErrorCode()).matches()));
        rule(
                "error-event-names-its-error",
                model -> breaking(
                        model.all(Event.class),
                        event -> event.getChildElementsByType(ErrorEventDefinition.class).stream()
                                .anyMatch(definition -> definition.getError() == null)));
        rule("error-caught-once-in-its-scope", ModelLint::caughtTwice);
        rule("global-element-named-used-unique", ModelLint::badGlobals);

        // what the engine needs
        rule(
                "service-task-calls-a-bean",
                model -> breaking(
                        model.all(ServiceTask.class),
                        task -> task.getCamundaDelegateExpression() == null
                                || !BEAN.matcher(task.getCamundaDelegateExpression())
                                        .matches()));
        rule(
                "call-activity-names-what-it-calls",
                model -> breaking(
                        model.all(CallActivity.class),
                        call -> call.getCalledElement() == null
                                || call.getCalledElement().isBlank()
                                || call.getCamundaCalledElementBinding() == null));
        rule(
                "call-activity-passes-the-business-key",
                model -> breaking(model.all(CallActivity.class), call -> passed(call)
                        .noneMatch(in -> BUSINESS_KEY.equals(in.getCamundaBusinessKey()))));
        rule(
                "obligation-is-of-a-kind",
                model -> breaking(
                        obligations(model),
                        call -> passed(call, "kind").size() != 1 || !KINDS.containsAll(passed(call, "kind"))));
        rule(
                "obligation-is-owed-by-a-role-or-a-unit",
                model -> breaking(
                        obligations(model),
                        call -> passed(call, "owedBy").size() > 1
                                || !passed(call, "owedBy").stream().allMatch(OWED_BY.asMatchPredicate())));
        rule(
                "obligation-takes-kind-and-owed-by-only",
                model -> breaking(obligations(model), call -> passed(call)
                        .filter(in -> in.getCamundaBusinessKey() == null)
                        .anyMatch(in -> !Set.of("kind", "owedBy").contains(in.getCamundaTarget()))));

        rule(
                "overturned-decision-is-caught",
                model -> breaking(
                        obligations(model), call -> mayBeOverturned(call) && !isCaught(OVERTURNED, call, model)));

        // the picture
        rule("no-bpmndi", model -> {
            Set<Object> drawn = new HashSet<>();
            model.all(BpmnShape.class).forEach(shape -> drawn.add(shape.getBpmnElement()));
            model.all(BpmnEdge.class).forEach(edge -> drawn.add(edge.getBpmnElement()));
            return breaking(model.all(FlowElement.class), element -> !drawn.contains(element));
        });
        rule("sub-process-is-open", model -> model.all(BpmnShape.class)
                .filter(shape -> shape.getBpmnElement() instanceof SubProcess && !shape.isExpanded())
                .map(BpmnShape::getBpmnElement));
        rule("drawn-inside-its-sub-process", ModelLint::outside);
        rule("boundary-event-on-the-edge", ModelLint::beside);
        rule("no-overlapping-elements", ModelLint::overlapping);
        rule("no-overlapping-labels", ModelLint::overlappingLabels);
        rule("no-crossing-flows", ModelLint::crossing);
    }

    private ModelLint() {}

    static Collection<String> rules() {
        return RULES.keySet();
    }

    static List<Finding> lint(Path model) {
        return lint(Models.nameOf(model), Bpmn.readModelFromFile(model.toFile()));
    }

    static List<Finding> lint(String file, BpmnModelInstance bpmn) {
        Model model = new Model(file, bpmn);
        List<Finding> findings = new ArrayList<>();
        RULES.forEach((rule, check) ->
                check.apply(model).forEach(element -> findings.add(new Finding(rule, element.getId()))));
        return findings;
    }

    private static void rule(String name, Function<Model, Stream<? extends BaseElement>> elementsThatBreakIt) {
        RULES.put(name, elementsThatBreakIt);
    }

    private static <T extends BaseElement> Stream<T> breaking(Stream<T> elements, Predicate<T> breaks) {
        return elements.filter(breaks);
    }

    private static boolean followsConvention(FlowElement element) {
        String prefix = ID_PREFIX.get(element.getElementType().getTypeName());
        return prefix != null && element.getId().matches("(" + prefix + ")_([A-Z][a-z]*)+");
    }

    private static String name(BaseElement element) {
        String name = element.getAttributeValue("name");
        return name == null ? "" : name.strip();
    }

    private static Optional<String> property(BaseElement element, String name) {
        if (element.getExtensionElements() == null) {
            return Optional.empty();
        }
        return element.getExtensionElements().getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                .flatMap(properties -> properties.getCamundaProperties().stream())
                .filter(property -> property.getCamundaName().equals(name))
                .map(property -> property.getCamundaValue())
                .filter(value -> !value.isBlank())
                .findFirst();
    }

    /** Whether it has something to say: joining gateways, and flows where nothing is chosen, do not. */
    private static boolean speaks(BaseElement element) {
        return switch (element) {
            case ParallelGateway parallel -> false;
            case Gateway gateway -> forks(gateway);
            case SequenceFlow flow ->
                flow.getConditionExpression() != null
                        || (flow.getSource() instanceof ExclusiveGateway gateway && forks(gateway));
            default -> true;
        };
    }

    private static boolean forks(Gateway gateway) {
        return gateway.getOutgoing().size() > 1;
    }

    private static boolean conditionIsRight(SequenceFlow flow) {
        ConditionExpression condition = flow.getConditionExpression();
        boolean chosen = flow.getSource() instanceof ExclusiveGateway gateway
                && forks(gateway)
                && !flow.equals(gateway.getDefault());
        return chosen
                ? condition != null
                        && EXPRESSION
                                .matcher(condition.getTextContent().strip())
                                .matches()
                : condition == null;
    }

    private static boolean startsByItself(FlowNode node) {
        return node instanceof StartEvent || node instanceof BoundaryEvent || isEventSubProcess(node);
    }

    private static boolean isEventSubProcess(FlowNode node) {
        return node instanceof SubProcess sub && sub.triggeredByEvent();
    }

    private static Stream<StartEvent> starts(SubProcess sub) {
        return sub.getChildElementsByType(StartEvent.class).stream();
    }

    private static boolean isTyped(StartEvent start) {
        return !start.getChildElementsByType(EventDefinition.class).isEmpty();
    }

    /** The process and every sub-process in it: what has a beginning and an end of its own. */
    private static Stream<BaseElement> scopes(Model model) {
        return Stream.concat(Stream.of(model.process()), model.all(SubProcess.class));
    }

    private static Stream<CallActivity> obligations(Model model) {
        return breaking(model.all(CallActivity.class), call -> OBLIGATION.equals(call.getCalledElement()));
    }

    private static Stream<CamundaIn> passed(CallActivity call) {
        return call.getExtensionElements() == null
                ? Stream.empty()
                : call.getExtensionElements().getElementsQuery().filterByType(CamundaIn.class).list().stream();
    }

    /** What is passed as this variable, said in the model itself. */
    private static List<String> passed(CallActivity call, String variable) {
        return passed(call)
                .filter(in -> variable.equals(in.getCamundaTarget()))
                .map(in -> in.getCamundaSourceExpression() == null ? "" : in.getCamundaSourceExpression())
                .toList();
    }

    /**
     * Whether what was decided can be overturned while it is owed: by whoever decides NO in the step, or by an objection
     * that is upheld meanwhile. Not where the step is the decision itself, or its appeal, and a gateway right behind it
     * asks whether it was rejected; and not where somebody responds to a rejection.
     */
    private static boolean mayBeOverturned(CallActivity call) {
        if (passed(call, "kind").contains("RESPOND")) {
            return false;
        }
        boolean decidesItself = passed(call, "kind").contains("DECIDE")
                && passed(call, "owedBy").isEmpty()
                && call.getOutgoing().stream()
                        .flatMap(flow -> flow.getTarget().getOutgoing().stream())
                        .map(SequenceFlow::getConditionExpression)
                        .anyMatch(condition -> condition != null
                                && REJECTED.matcher(condition.getTextContent().strip())
                                        .matches());
        return !decidesItself;
    }

    /** Whether an error that ends the activity is caught on it, around it, or in a scope that holds it. */
    private static boolean isCaught(String code, Activity activity, Model model) {
        Set<String> wheres = new HashSet<>();
        model.all(CatchEvent.class)
                .filter(event -> codes(List.of(event)).contains(code))
                .map(ModelLint::whereCaught)
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

    private static Set<String> codes(Collection<? extends Event> events) {
        Set<String> codes = new TreeSet<>();
        events.forEach(event -> event.getChildElementsByType(ErrorEventDefinition.class).stream()
                .filter(definition -> definition.getError() != null)
                .forEach(definition ->
                        codes.add(String.valueOf(definition.getError().getErrorCode()))));
        return codes;
    }

    /** Of two that catch the same error on the same activity, or in the same scope, the engine would ask one. */
    private static Stream<? extends BaseElement> caughtTwice(Model model) {
        Set<String> seen = new HashSet<>();
        return breaking(
                model.all(CatchEvent.class), event -> event.getChildElementsByType(ErrorEventDefinition.class).stream()
                        .filter(definition -> definition.getError() != null)
                        .anyMatch(definition -> !seen.add(
                                whereCaught(event) + " " + definition.getError().getErrorCode())));
    }

    private static String whereCaught(CatchEvent event) {
        return event instanceof BoundaryEvent boundary
                ? boundary.getAttachedTo().getId()
                : ((BaseElement) event.getParentElement().getParentElement()).getId();
    }

    private static long blankStarts(BaseElement scope) {
        return scope.getChildElementsByType(StartEvent.class).stream()
                .filter(start -> !isTyped(start))
                .count();
    }

    private static boolean splitsTokens(Model model) {
        return model.all(ParallelGateway.class).findAny().isPresent()
                || model.all(BoundaryEvent.class).anyMatch(event -> !event.cancelActivity())
                || model.all(StartEvent.class).anyMatch(start -> !start.isInterrupting())
                || model.all(Activity.class).anyMatch(activity -> activity.getLoopCharacteristics() != null);
    }

    private static Stream<? extends BaseElement> badGlobals(Model model) {
        Set<Object> used = new HashSet<>();
        model.all(MessageEventDefinition.class).forEach(definition -> used.add(definition.getMessage()));
        model.all(ReceiveTask.class).forEach(task -> used.add(task.getMessage()));
        model.all(ErrorEventDefinition.class).forEach(definition -> used.add(definition.getError()));
        model.all(EscalationEventDefinition.class).forEach(definition -> used.add(definition.getEscalation()));
        model.all(SignalEventDefinition.class).forEach(definition -> used.add(definition.getSignal()));
        Set<String> names = new HashSet<>();
        return breaking(
                model.all(RootElement.class)
                        .filter(element -> element instanceof Message
                                || element instanceof Error
                                || element instanceof Escalation
                                || element instanceof Signal),
                element -> name(element).isBlank()
                        || !used.contains(element)
                        || !names.add(element.getElementType().getTypeName() + " " + name(element)));
    }

    private static Stream<? extends BaseElement> overlapping(Model model) {
        List<BpmnShape> shapes = model.all(BpmnShape.class).toList();
        return shapes.stream()
                .filter(shape -> shapes.stream()
                        .anyMatch(other -> other != shape
                                && area(shape.getBounds()).intersects(area(other.getBounds()))
                                && !belongTogether(shape.getBpmnElement(), other.getBpmnElement())))
                .map(BpmnShape::getBpmnElement);
    }

    private static Stream<? extends BaseElement> outside(Model model) {
        Map<BaseElement, Rectangle2D> areas = areas(model);
        return areas.keySet().stream()
                .filter(element -> element.getParentElement() instanceof SubProcess sub
                        && areas.containsKey(sub)
                        && !areas.get(sub).contains(areas.get(element)));
    }

    private static Stream<? extends BaseElement> beside(Model model) {
        Map<BaseElement, Rectangle2D> areas = areas(model);
        return model.all(BoundaryEvent.class)
                .filter(event -> areas.containsKey(event) && areas.containsKey(event.getAttachedTo()))
                .filter(event -> !isOnTheEdge(areas.get(event), areas.get(event.getAttachedTo())));
    }

    private static boolean isOnTheEdge(Rectangle2D event, Rectangle2D host) {
        return Stream.of(
                        new Line2D.Double(host.getMinX(), host.getMinY(), host.getMaxX(), host.getMinY()),
                        new Line2D.Double(host.getMinX(), host.getMaxY(), host.getMaxX(), host.getMaxY()),
                        new Line2D.Double(host.getMinX(), host.getMinY(), host.getMinX(), host.getMaxY()),
                        new Line2D.Double(host.getMaxX(), host.getMinY(), host.getMaxX(), host.getMaxY()))
                .anyMatch(edge -> edge.ptSegDist(event.getCenterX(), event.getCenterY()) < 1);
    }

    private static Map<BaseElement, Rectangle2D> areas(Model model) {
        Map<BaseElement, Rectangle2D> areas = new LinkedHashMap<>();
        model.all(BpmnShape.class).forEach(shape -> areas.put(shape.getBpmnElement(), area(shape.getBounds())));
        return areas;
    }

    private static boolean belongTogether(BaseElement one, BaseElement other) {
        return isAttached(one, other) || isAttached(other, one) || isWithin(one, other) || isWithin(other, one);
    }

    private static boolean isAttached(BaseElement event, BaseElement host) {
        return event instanceof BoundaryEvent boundary && host.equals(boundary.getAttachedTo());
    }

    private static boolean isWithin(BaseElement inner, BaseElement outer) {
        ModelElementInstance parent = inner.getParentElement();
        while (parent != null && !parent.equals(outer)) {
            parent = parent.getParentElement();
        }
        return parent != null;
    }

    private static Stream<? extends BaseElement> overlappingLabels(Model model) {
        Map<BaseElement, Rectangle2D> labels = new LinkedHashMap<>();
        model.all(BpmnShape.class)
                .filter(shape ->
                        shape.getBpmnLabel() != null && shape.getBpmnLabel().getBounds() != null)
                .forEach(shape -> labels.put(
                        shape.getBpmnElement(), area(shape.getBpmnLabel().getBounds())));
        model.all(BpmnEdge.class)
                .filter(edge ->
                        edge.getBpmnLabel() != null && edge.getBpmnLabel().getBounds() != null)
                .forEach(edge -> labels.put(
                        edge.getBpmnElement(), area(edge.getBpmnLabel().getBounds())));
        List<Rectangle2D> shapes = model.all(BpmnShape.class)
                .filter(shape -> !(shape.getBpmnElement() instanceof SubProcess))
                .map(shape -> area(shape.getBounds()))
                .toList();
        List<Line2D> lines = model.all(BpmnEdge.class)
                .flatMap(edge -> segments(edge).stream())
                .toList();
        return labels.entrySet().stream()
                .filter(label -> shapes.stream().anyMatch(label.getValue()::intersects)
                        || lines.stream().anyMatch(line -> line.intersects(label.getValue()))
                        || labels.entrySet().stream()
                                .anyMatch(other -> other.getKey() != label.getKey()
                                        && other.getValue().intersects(label.getValue())))
                .map(Map.Entry::getKey);
    }

    private static Stream<? extends BaseElement> crossing(Model model) {
        List<BpmnEdge> edges = model.all(BpmnEdge.class).toList();
        List<BpmnShape> shapes = model.all(BpmnShape.class).toList();
        return edges.stream()
                .filter(edge -> edges.stream().anyMatch(other -> other != edge && cross(edge, other))
                        || shapes.stream().anyMatch(shape -> runsThrough(edge, shape)))
                .map(BpmnEdge::getBpmnElement);
    }

    private static boolean cross(BpmnEdge one, BpmnEdge other) {
        return segments(one).stream().anyMatch(segment -> segments(other).stream()
                .anyMatch(against -> segment.intersectsLine(against) && !meetAtAnEnd(one, other)));
    }

    /** Two flows may touch where both leave, or both reach, the same element. */
    private static boolean meetAtAnEnd(BpmnEdge one, BpmnEdge other) {
        return Stream.of(first(one), last(one)).anyMatch(end -> end.equals(first(other)) || end.equals(last(other)));
    }

    private static boolean runsThrough(BpmnEdge edge, BpmnShape shape) {
        if (shape.getBpmnElement() instanceof SubProcess) {
            return false;
        }
        Rectangle2D inside = area(shape.getBounds());
        inside.setFrame(inside.getX() + 1, inside.getY() + 1, inside.getWidth() - 2, inside.getHeight() - 2);
        return segments(edge).stream().anyMatch(segment -> segment.intersects(inside));
    }

    private static List<Line2D> segments(BpmnEdge edge) {
        List<Line2D> segments = new ArrayList<>();
        Point2D from = null;
        for (Waypoint waypoint : edge.getWaypoints()) {
            Point2D to = new Point2D.Double(waypoint.getX(), waypoint.getY());
            if (from != null) {
                segments.add(new Line2D.Double(from, to));
            }
            from = to;
        }
        return segments;
    }

    private static Point2D first(BpmnEdge edge) {
        return segments(edge).getFirst().getP1();
    }

    private static Point2D last(BpmnEdge edge) {
        return segments(edge).getLast().getP2();
    }

    private static Rectangle2D area(Bounds bounds) {
        return new Rectangle2D.Double(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight());
    }
}
