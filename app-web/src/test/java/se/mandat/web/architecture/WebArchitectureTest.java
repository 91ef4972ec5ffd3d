package se.mandat.web.architecture;

import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateful;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionManagement;
import jakarta.persistence.Entity;
import jakarta.transaction.Transactional;
import java.lang.annotation.Annotation;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for every page and call; each rule is seen to bite. */
class WebArchitectureTest {

    private static final String PAGES = "se.mandat.web";
    private static final String FIXTURE = "violations.mandat.web";

    /** The packages of the domain that have pages or calls, and the platform under them all. */
    private static final List<String> CONCEPTS = List.of(
            "platform",
            "organisation",
            "worktime",
            "mandate",
            "obligation",
            "promise",
            "cases",
            "history",
            "notification",
            "insight",
            "clock",
            "steward",
            "absence");

    private static JavaClasses pages;
    private static JavaClasses fixture;

    enum Rule {
        PACKAGES_MIRROR_THE_CONCEPTS(
                base -> classes()
                        .should()
                        .resideInAnyPackage(
                                CONCEPTS.stream().map(name -> base + "." + name).toArray(String[]::new)),
                "nowhere.Lost"),

        PACKAGES_HAVE_NO_CYCLES(
                base -> slices().matching(base + ".(*)..").should().beFreeOfCycles(), "Slice platform"),

        THE_PLATFORM_KNOWS_NO_PAGE(
                base -> noClasses()
                        .that()
                        .resideInAPackage(base + ".platform")
                        .should()
                        .dependOnClassesThat(DescribedPredicate.describe(
                                "are pages",
                                type -> type.getPackageName().startsWith(base + ".")
                                        && !type.getPackageName().equals(base + ".platform"))),
                "platform.KnowsTooMuch"),

        PAGES_SEE_NO_ENTITY(
                base -> noClasses()
                        .should()
                        .dependOnClassesThat(CanBeAnnotated.Predicates.annotatedWith(Entity.class)
                                .forSubtype()),
                "cases.ShowsAnEntity"),

        PAGES_SEE_NO_ENGINE(
                base -> noClasses()
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("org.camunda..", "se.mandat.engine", base + ".engine"),
                "cases.AsksTheEngine"),

        ONLY_THE_PLATFORM_SEES_THE_DATABASE(
                base -> noClasses()
                        .that()
                        .resideOutsideOfPackage(base + ".platform")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("jakarta.persistence", "javax.sql", "java.sql"),
                "cases.Queries"),

        /** Pages and calls are none: the use case that they call begins the transaction and asks for the role. */
        ONLY_THE_PLATFORM_HAS_ENTERPRISE_BEANS(
                base -> noClasses()
                        .that()
                        .resideOutsideOfPackage(base + ".platform")
                        .should(mention(Stateless.class, Stateful.class, Singleton.class)),
                "cases.AlsoAUseCase"),

        ENTERPRISE_BEANS_DECLARE_THEIR_ROLES(
                base -> noClasses()
                        .that(mentioning(Stateless.class, Stateful.class, Singleton.class))
                        .should(mentionNone(RolesAllowed.class, PermitAll.class, DenyAll.class)),
                "platform.OpenToAll"),

        NOBODY_HAS_TRANSACTIONS_OF_THEIR_OWN(
                base -> noClasses()
                        .should(mention(Transactional.class, TransactionAttribute.class, TransactionManagement.class)),
                "cases.OwnTransactionOfAMethod"),

        ONLY_THE_PLATFORM_CATCHES_EVERYTHING(
                base -> noClasses()
                        .that()
                        .resideOutsideOfPackage(base + ".platform")
                        .should(catchEverything()),
                "Swallows.exception"),

        TIME_COMES_FROM_THE_INJECTED_CLOCK(
                base -> noClasses()
                        .should()
                        .callMethodWhere(
                                DescribedPredicate.describe("asks the machine for the time", Rule::asksTheMachine)),
                "Instant.now()"),

        NAMES_SAY_WHAT_A_CLASS_IS(
                base -> noClasses()
                        .that()
                        .doNotHaveSimpleName("ProblemMapper")
                        .should()
                        .haveNameMatching(".*(Impl|Manager|Helper|Utils?|Dto|DTO|Mapper|Converter|Facade)"),
                "cases.CaseMapper");

        private final Function<String, ArchRule> rule;
        private final String offender;

        Rule(Function<String, ArchRule> rule, String offender) {
            this.rule = rule;
            this.offender = offender;
        }

        List<String> broken(String base, JavaClasses classes) {
            return rule.apply(base).evaluate(classes).getFailureReport().getDetails();
        }

        private static boolean asksTheMachine(JavaMethodCall call) {
            return call.getTargetOwner().isEquivalentTo(System.class)
                            && call.getName().equals("currentTimeMillis")
                    || call.getTargetOwner().isEquivalentTo(Clock.class)
                            && call.getName().startsWith("system")
                    || call.getTargetOwner().getPackageName().startsWith("java.time")
                            && call.getName().equals("now")
                            && call.getTarget().getRawParameterTypes().stream()
                                    .noneMatch(type -> type.isEquivalentTo(Clock.class));
        }

        @SafeVarargs
        private static DescribedPredicate<JavaClass> mentioning(Class<? extends Annotation>... annotations) {
            return DescribedPredicate.describe("mention " + Arrays.toString(annotations), type -> Arrays.stream(
                            annotations)
                    .anyMatch(annotation -> type.isAnnotatedWith(annotation)
                            || type.getMethods().stream().anyMatch(method -> method.isAnnotatedWith(annotation))));
        }

        @SafeVarargs
        private static ArchCondition<JavaClass> mention(Class<? extends Annotation>... annotations) {
            return be(mentioning(annotations));
        }

        @SafeVarargs
        private static ArchCondition<JavaClass> mentionNone(Class<? extends Annotation>... annotations) {
            return be(DescribedPredicate.not(mentioning(annotations)));
        }

        /** The compiler itself catches Throwable, for try-with-resources; nobody should write it. */
        private static ArchCondition<JavaClass> catchEverything() {
            return new ArchCondition<>("catch everything") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    type.getCodeUnits().stream()
                            .flatMap(unit -> unit.getTryCatchBlocks().stream())
                            .filter(block -> block.getCaughtThrowables().stream()
                                    .anyMatch(caught -> caught.isEquivalentTo(Exception.class)
                                            || caught.isEquivalentTo(RuntimeException.class)))
                            .forEach(block -> events.add(SimpleConditionEvent.satisfied(type, block.toString())));
                }
            };
        }
    }

    @BeforeAll
    static void read() {
        pages = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(PAGES);
        fixture = new ClassFileImporter().importPackages(FIXTURE);
    }

    @ParameterizedTest
    @EnumSource
    void the_pages_keep_the_rule(Rule rule) {
        assertThat(pages).isNotEmpty();
        assertThat(rule.broken(PAGES, pages)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void the_rule_bites(Rule rule) {
        assertThat(rule.broken(FIXTURE, fixture)).anyMatch(detail -> detail.contains(rule.offender));
        assertThat(rule.broken(FIXTURE, fixture)).noneMatch(detail -> detail.contains("Innocent"));
    }
}
