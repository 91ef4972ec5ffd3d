package se.mandat.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.AccessTarget.ConstructorCallTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.domain.JavaFieldAccess.AccessType;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.TryCatchBlock;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.persistence.Entity;
import java.lang.annotation.Annotation;
import java.time.Clock;
import java.util.Arrays;
import java.util.Calendar;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The conditions that ArchUnit does not have ready made. */
final class Conditions {

    private static final List<String> FORBIDDEN_ENDINGS =
            List.of("Impl", "Manager", "Helper", "Util", "Utils", "Dto", "DTO", "Mapper", "Converter", "Facade");

    /** What changes a collection or a map. */
    private static final Set<String> CHANGING = Set.of(
            "add",
            "addAll",
            "addFirst",
            "addLast",
            "clear",
            "compute",
            "computeIfAbsent",
            "computeIfPresent",
            "merge",
            "put",
            "putAll",
            "putIfAbsent",
            "remove",
            "removeAll",
            "removeFirst",
            "removeIf",
            "removeLast",
            "replace",
            "replaceAll",
            "retainAll",
            "set",
            "sort");

    private Conditions() {}

    /**
     * A method that is called set… , or a public one that writes a field or changes a collection that a field holds, itself
     * or through another of the class. Which collection a call changes is not seen: one that reads such a field and fills
     * another collection is caught, too, and can be written as a stream.
     */
    static ArchCondition<JavaClass> haveNoPublicMutators() {
        return each("have no public mutators", (type, report) -> type.getMethods().stream()
                .filter(method -> method.getName().matches("set\\p{Upper}.*")
                        || (isPublic(method) && writesOwnField(method, new HashSet<>())))
                .forEach(method -> report.violated(method.getFullName() + " changes the entity")));
    }

    @SafeVarargs
    static ArchCondition<JavaClass> declareOnClassOrEveryPublicMethod(Class<? extends Annotation>... annotations) {
        return each("declare their roles", (type, report) -> type.getMethods().stream()
                .filter(method -> !isAnnotated(type, annotations))
                .filter(Conditions::isPublic)
                .filter(method -> !isAnnotated(method, annotations))
                .forEach(method -> report.violated(method.getFullName() + " declares no roles")));
    }

    @SafeVarargs
    static ArchCondition<JavaClass> mentionOnClassOrMethod(Class<? extends Annotation>... annotations) {
        return each("have transactions of their own", (type, report) -> {
            if (isAnnotated(type, annotations)
                    || type.getMethods().stream().anyMatch(method -> isAnnotated(method, annotations))) {
                report.satisfied(type.getName() + " has transactions of its own");
            }
        });
    }

    /** Whatever is neither a value nor an entity, and lives in a concept, is taken for a use case. */
    static ArchCondition<JavaClass> callExactlyOneUseCase(String base) {
        return each("call exactly one use case", (type, report) -> {
            Set<String> called = type.getMethodCallsFromSelf().stream()
                    .map(JavaMethodCall::getTargetOwner)
                    .filter(owner -> Rule.isOurs(owner, base))
                    .filter(owner -> !owner.getPackageName().matches(".*\\.(engine|shared)"))
                    .filter(owner -> !owner.isEnum() && !owner.isRecord() && !owner.isAnnotatedWith(Entity.class))
                    .map(JavaClass::getName)
                    .collect(Collectors.toCollection(TreeSet::new));
            if (called.size() != 1) {
                report.violated(type.getName() + " calls " + called);
            }
        });
    }

    static ArchCondition<JavaClass> askTheMachineForTheTime() {
        return each("ask the machine for the time", (type, report) -> Stream.concat(
                        type.getMethodCallsFromSelf().stream(), type.getConstructorCallsFromSelf().stream())
                .filter(Conditions::readsTheMachinesTime)
                .forEach(call -> report.satisfied(call.getDescription())));
    }

    static ArchCondition<JavaClass> catchEverything() {
        return each("catch everything", (type, report) -> type.getCodeUnits()
                .forEach(unit -> unit.getTryCatchBlocks().stream()
                        .filter(block -> catchesEverything(unit, block))
                        .forEach(block -> report.satisfied(block.toString()))));
    }

    static ArchCondition<JavaClass> haveANameThatSaysNothing() {
        return each("have a name that says nothing", (type, report) -> FORBIDDEN_ENDINGS.stream()
                .filter(ending -> type.getSimpleName().endsWith(ending))
                .forEach(ending -> report.satisfied(type.getName() + " ends in " + ending)));
    }

    static DescribedPredicate<JavaMethodCall> isNamed(String method, String owner) {
        return DescribedPredicate.describe(
                owner + "." + method,
                call -> call.getName().equals(method) && call.getTargetOwner().isAssignableTo(owner));
    }

    static DescribedPredicate<JavaClass> areNotNamed(Set<String> names) {
        return DescribedPredicate.describe("are not among " + names, type -> !names.contains(type.getName()));
    }

    /** A variable by its name, which has no type. */
    static DescribedPredicate<JavaMethodCall> readOrWriteAVariable() {
        return DescribedPredicate.describe(
                "reads or writes a variable by its name",
                call -> call.getName().contains("Variable")
                        && call.getTargetOwner().isAssignableTo("org.camunda.bpm.engine.delegate.VariableScope"));
    }

    private static boolean readsTheMachinesTime(JavaAccess<?> call) {
        JavaClass owner = call.getTargetOwner();
        boolean takesClock = call.getTarget() instanceof CodeUnitCallTarget target
                && target.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Clock.class));
        return switch (call.getName()) {
            case "now" -> owner.getPackageName().startsWith("java.time") && !takesClock;
            case "systemUTC", "systemDefaultZone", "system", "tickMinutes", "tickSeconds", "tickMillis" ->
                owner.isEquivalentTo(Clock.class);
            case "currentTimeMillis" -> owner.isEquivalentTo(System.class);
            case "getInstance" -> owner.isAssignableTo(Calendar.class);
            case "<init>" ->
                owner.isEquivalentTo(Date.class)
                        && call.getTarget() instanceof ConstructorCallTarget target
                        && target.getRawParameterTypes().isEmpty();
            default -> false;
        };
    }

    /** The compiler itself catches Throwable for try-with-resources, where it calls addSuppressed. */
    private static boolean catchesEverything(JavaCodeUnit unit, TryCatchBlock block) {
        boolean closes = unit.getMethodCallsFromSelf().stream()
                .anyMatch(call -> call.getName().equals("addSuppressed"));
        return block.getCaughtThrowables().stream()
                .anyMatch(caught -> caught.isEquivalentTo(Exception.class)
                        || caught.isEquivalentTo(RuntimeException.class)
                        || (caught.isEquivalentTo(Throwable.class) && !closes));
    }

    private static boolean writesOwnField(JavaCodeUnit unit, Set<JavaCodeUnit> seen) {
        if (!seen.add(unit)) {
            return false;
        }
        return unit.getFieldAccesses().stream().anyMatch(access -> isWriteOf(access, unit.getOwner()))
                || changesOwnCollection(unit)
                || unit.getMethodCallsFromSelf().stream()
                        .filter(call -> call.getTargetOwner().equals(unit.getOwner()))
                        .flatMap(call -> call.getTarget().resolveMember().stream())
                        .anyMatch(called -> writesOwnField(called, seen));
    }

    private static boolean changesOwnCollection(JavaCodeUnit unit) {
        return unit.getFieldAccesses().stream()
                        .anyMatch(access -> access.getTargetOwner().equals(unit.getOwner())
                                && isCollection(access.getTarget().getRawType()))
                && unit.getMethodCallsFromSelf().stream()
                        .anyMatch(call -> CHANGING.contains(call.getName()) && isCollection(call.getTargetOwner()));
    }

    private static boolean isCollection(JavaClass type) {
        return type.isAssignableTo(Collection.class) || type.isAssignableTo(Map.class);
    }

    private static boolean isWriteOf(JavaFieldAccess access, JavaClass owner) {
        return access.getAccessType() == AccessType.SET
                && access.getTargetOwner().equals(owner);
    }

    private static boolean isPublic(JavaMethod method) {
        return method.getModifiers().contains(JavaModifier.PUBLIC);
    }

    @SafeVarargs
    private static boolean isAnnotated(JavaClass type, Class<? extends Annotation>... annotations) {
        return Arrays.stream(annotations).anyMatch(type::isAnnotatedWith);
    }

    @SafeVarargs
    private static boolean isAnnotated(JavaMember member, Class<? extends Annotation>... annotations) {
        return Arrays.stream(annotations).anyMatch(member::isAnnotatedWith);
    }

    private static ArchCondition<JavaClass> each(String description, BiConsumer<JavaClass, Report> check) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                check.accept(
                        type,
                        new Report(
                                message -> events.add(SimpleConditionEvent.violated(type, message)),
                                message -> events.add(SimpleConditionEvent.satisfied(type, message))));
            }
        };
    }

    /** Where a condition says what it saw. */
    private record Report(Consumer<String> bad, Consumer<String> good) {

        void violated(String message) {
            bad.accept(message);
        }

        /** For a condition that no class should meet. */
        void satisfied(String message) {
            good.accept(message);
        }
    }
}
