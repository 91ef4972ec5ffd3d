package se.mandat.processes;

import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;

/** What makes the picture of a model one that can be read: nothing overlaps, crosses or lies beside where it belongs. */
final class PictureRules {

    private PictureRules() {}

    static void addTo(ModelLint.Rules rules) {
        rules.add("no-bpmndi", model -> {
            Set<Object> drawn = new HashSet<>();
            model.all(BpmnShape.class).forEach(shape -> drawn.add(shape.getBpmnElement()));
            model.all(BpmnEdge.class).forEach(edge -> drawn.add(edge.getBpmnElement()));
            return Elements.breaking(model.all(FlowElement.class), element -> !drawn.contains(element));
        });
        rules.add("sub-process-is-open", model -> model.all(BpmnShape.class)
                .filter(shape -> shape.getBpmnElement() instanceof SubProcess && !shape.isExpanded())
                .map(BpmnShape::getBpmnElement));
        rules.add("drawn-inside-its-sub-process", PictureRules::outside);
        rules.add("boundary-event-on-the-edge", PictureRules::beside);
        rules.add("no-overlapping-elements", PictureRules::overlapping);
        rules.add("no-overlapping-labels", PictureRules::overlappingLabels);
        rules.add("no-crossing-flows", PictureRules::crossing);
    }

    private static Stream<? extends BaseElement> overlapping(LintedModel model) {
        List<BpmnShape> shapes = model.all(BpmnShape.class).toList();
        return shapes.stream()
                .filter(shape -> shapes.stream()
                        .anyMatch(other -> other != shape
                                && area(shape.getBounds()).intersects(area(other.getBounds()))
                                && !belongTogether(shape.getBpmnElement(), other.getBpmnElement())))
                .map(BpmnShape::getBpmnElement);
    }

    private static Stream<? extends BaseElement> outside(LintedModel model) {
        Map<BaseElement, Rectangle2D> areas = areas(model);
        return areas.keySet().stream()
                .filter(element -> element.getParentElement() instanceof SubProcess sub
                        && areas.containsKey(sub)
                        && !areas.get(sub).contains(areas.get(element)));
    }

    private static Stream<? extends BaseElement> beside(LintedModel model) {
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

    private static Map<BaseElement, Rectangle2D> areas(LintedModel model) {
        Map<BaseElement, Rectangle2D> areas = new LinkedHashMap<>();
        model.all(BpmnShape.class).forEach(shape -> areas.put(shape.getBpmnElement(), area(shape.getBounds())));
        return areas;
    }

    private static boolean belongTogether(BaseElement one, BaseElement other) {
        return isAttached(one, other)
                || isAttached(other, one)
                || Elements.isWithin(one, other)
                || Elements.isWithin(other, one);
    }

    private static boolean isAttached(BaseElement event, BaseElement host) {
        return event instanceof BoundaryEvent boundary && host.equals(boundary.getAttachedTo());
    }

    private static Stream<? extends BaseElement> overlappingLabels(LintedModel model) {
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

    private static Stream<? extends BaseElement> crossing(LintedModel model) {
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
