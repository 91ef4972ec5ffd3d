package se.mandat.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The packages of the domain and what each may see; who sees a package sees what that one sees. */
final class PackageTable extends ArchCondition<JavaClass> {

    private static final List<String> CONCEPTS =
            List.of("organisation", "worktime", "mandate", "obligation", "promise", "cases", "history", "notification");

    private static final Map<String, List<String>> SEES = Map.ofEntries(
            Map.entry("shared", List.of()),
            Map.entry("organisation", List.of("shared")),
            Map.entry("worktime", List.of("organisation")),
            Map.entry("mandate", List.of("organisation")),
            Map.entry("obligation", List.of("organisation", "worktime")),
            Map.entry("promise", List.of("organisation")),
            Map.entry("cases", List.of("mandate", "obligation", "promise")),
            Map.entry("history", List.of("shared")),
            Map.entry("notification", List.of("worktime")), // and the events of every concept
            Map.entry("insight", List.of("shared")),
            Map.entry("engine", CONCEPTS), // whose ports it answers and whose use cases its steps call
            Map.entry("clock", List.of("shared")),
            Map.entry("demonstration", CONCEPTS)); // plays what people do

    private final String base;
    private final String event;

    PackageTable(String base) {
        super("depend only on what the table lets their package see");
        this.base = base + ".";
        this.event = base + ".shared.DomainEvent";
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        String from = concept(type);
        if (!SEES.containsKey(from)) {
            events.add(SimpleConditionEvent.violated(type, type.getName() + " is in a package that the table lacks"));
            return;
        }
        Set<String> visible = visible(from, new HashSet<>());
        for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
            JavaClass target = dependency.getTargetClass().getBaseComponentType();
            if (target.getPackageName().startsWith(base)
                    && !visible.contains(concept(target))
                    && !(from.equals("notification") && isEvent(target))) {
                events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
            }
        }
    }

    /** Empty for the base package itself, where nothing belongs. */
    private String concept(JavaClass type) {
        return (type.getPackageName() + ".").substring(base.length()).replaceFirst("\\.$", "");
    }

    private boolean isEvent(JavaClass type) {
        return type.isAssignableTo(event)
                || type.getEnclosingClass().map(this::isEvent).orElse(false);
    }

    private static Set<String> visible(String from, Set<String> found) {
        if (found.add(from)) {
            SEES.get(from).forEach(seen -> visible(seen, found));
        }
        return found;
    }
}
