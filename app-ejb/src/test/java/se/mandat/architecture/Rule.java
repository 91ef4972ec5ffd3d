package se.mandat.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Startup;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionManagement;
import jakarta.persistence.Entity;
import jakarta.transaction.Transactional;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/** What holds for every class of the domain. ArchitectureTest shows for each rule that it holds, and that it bites. */
enum Rule {
    PACKAGES_SEE_ONLY_WHAT_THE_TABLE_SAYS(
            base -> classes().that().resideInAPackage(base + "..").should(new PackageTable(base))),

    PACKAGES_HAVE_NO_CYCLES(base -> slices().matching(base + ".(*)..").should().beFreeOfCycles()),

    PACKAGES_ARE_NAMED_AFTER_CONCEPTS(base ->
            noClasses().should().resideInAnyPackage("..model..", "..service..", "..impl..", "..dto..", "..util..")),

    ONLY_THE_ENGINE_SEES_CAMUNDA(base -> noClasses()
            .that()
            .resideOutsideOfPackage(base + ".engine")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda..")),

    THE_DOMAIN_KNOWS_NO_PAGES(base -> noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.ws.rs..", "jakarta.servlet..", "gg.jte..")),

    ENTITIES_HAVE_NO_PUBLIC_MUTATORS(
            base -> classes().that().areAnnotatedWith(Entity.class).should(Conditions.haveNoPublicMutators())),

    STATELESS_BEANS_DECLARE_THEIR_ROLES(base -> classes()
            .that()
            .areAnnotatedWith(Stateless.class)
            .should(Conditions.declareOnClassOrEveryPublicMethod(RolesAllowed.class, PermitAll.class, DenyAll.class))),

    /** What begins by itself has no caller whose transaction it could be in. Decision 18 says why, also of the one named. */
    TRANSACTIONS_ARE_THE_USE_CASES_OWN(base -> noClasses()
            .that()
            .areNotAnnotatedWith(Startup.class)
            .and(Conditions.areNotNamed(Set.of(base + ".clock.MoveClock")))
            .should(Conditions.mentionOnClassOrMethod(
                    Transactional.class, TransactionAttribute.class, TransactionManagement.class))),

    A_STEP_OF_THE_ENGINE_CALLS_EXACTLY_ONE_USE_CASE(base -> classes()
            .that()
            .areAssignableTo("org.camunda.bpm.engine.delegate.JavaDelegate")
            .should(Conditions.callExactlyOneUseCase(base))
            .allowEmptyShould(true)),

    VARIABLES_OF_A_PROCESS_HAVE_TYPES(base -> noClasses()
            .that(Conditions.areNotNamed(Set.of(base + ".engine.Variable")))
            .should()
            .callMethodWhere(Conditions.readOrWriteAVariable())),

    TIME_COMES_FROM_THE_INJECTED_CLOCK(base -> noClasses()
            .that(Conditions.areNotNamed(Set.of(base + ".shared.SystemTime")))
            .should(Conditions.askTheMachineForTheTime())),

    EVENTS_ARE_SYNCHRONOUS(base ->
            noClasses().should().callMethodWhere(Conditions.isNamed("fireAsync", "jakarta.enterprise.event.Event"))),

    ONLY_THE_ENGINE_CATCHES_EVERYTHING(
            base -> noClasses().that().resideOutsideOfPackage(base + ".engine").should(Conditions.catchEverything())),

    NAMES_SAY_WHAT_A_CLASS_IS(base -> noClasses().should(Conditions.haveANameThatSaysNothing()));

    private final Function<String, ArchRule> rule;

    Rule(Function<String, ArchRule> rule) {
        this.rule = rule;
    }

    /** The rule for the classes under a base package, such as {@code se.mandat}. */
    ArchRule under(String base) {
        return rule.apply(base).as(toString().toLowerCase(Locale.ROOT).replace('_', ' '));
    }

    static boolean isOurs(JavaClass type, String base) {
        return type.getPackageName().startsWith(base + ".");
    }
}
