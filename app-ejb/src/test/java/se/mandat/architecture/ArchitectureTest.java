package se.mandat.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ArchitectureTest {

    private static final String DOMAIN = "se.mandat";
    private static final String FIXTURE = "violations.mandat";

    /** Whom each rule must catch in the fixture. */
    private static final Map<Rule, List<String>> OFFENDERS = Map.ofEntries(
            Map.entry(
                    Rule.PACKAGES_SEE_ONLY_WHAT_THE_TABLE_SAYS,
                    List.of(
                            "nowhere.Lost is in a package that the table lacks",
                            "obligation.impl.Deep is in a package that the table lacks",
                            "worktime.LooksUp",
                            "history.Curious")),
            Map.entry(Rule.PACKAGES_HAVE_NO_CYCLES, List.of("Slice worktime")),
            Map.entry(Rule.PACKAGES_ARE_NAMED_AFTER_CONCEPTS, List.of("obligation.impl.Deep")),
            Map.entry(Rule.ONLY_THE_ENGINE_SEES_CAMUNDA, List.of("cases.StepOutsideTheEngine")),
            Map.entry(Rule.THE_DOMAIN_KNOWS_NO_PAGES, List.of("cases.Page", "cases.Filter")),
            Map.entry(
                    Rule.ENTITIES_HAVE_NO_PUBLIC_MUTATORS,
                    List.of(
                            "Changeable.setName",
                            "Changeable.rename",
                            "Changeable.renameThroughAnother",
                            "Changeable.alsoCalled",
                            "Changeable.forget")),
            Map.entry(Rule.STATELESS_BEANS_DECLARE_THEIR_ROLES, List.of("OpenToAll.handle", "HalfOpen.forgotten")),
            Map.entry(
                    Rule.TRANSACTIONS_ARE_THE_USE_CASES_OWN,
                    List.of("cases.OwnTransaction", "cases.OwnTransactionOfAMethod")),
            Map.entry(
                    Rule.A_STEP_OF_THE_ENGINE_CALLS_EXACTLY_ONE_USE_CASE,
                    List.of("engine.StepThatCallsTwo calls", "engine.StepThatCallsNone calls []")),
            Map.entry(Rule.VARIABLES_OF_A_PROCESS_HAVE_TYPES, List.of("engine.StepThatReadsByName")),
            Map.entry(
                    Rule.TIME_COMES_FROM_THE_INJECTED_CLOCK,
                    List.of(
                            "Instant.now()",
                            "LocalDate.now(java.time.ZoneId)",
                            "System.currentTimeMillis()",
                            "Clock.systemUTC()",
                            "java.util.Date.<init>()")),
            Map.entry(Rule.EVENTS_ARE_SYNCHRONOUS, List.of("cases.FiresAsync")),
            Map.entry(
                    Rule.ONLY_THE_ENGINE_CATCHES_EVERYTHING,
                    List.of("Swallows.exception", "Swallows.runtimeException", "Swallows.throwable")),
            Map.entry(Rule.NAMES_SAY_WHAT_A_CLASS_IS, List.of("cases.CaseManager ends in Manager")));

    /** What looks alike and is allowed. */
    private static final Set<String> INNOCENT = Set.of(
            "engine.Step ",
            "Changeable.name()",
            "Changeable.names()",
            "HalfOpen.declared",
            "InTime",
            "Closes",
            "BeginsByItself",
            "engine.CatchesToRetry",
            "engine.Variable");

    private static JavaClasses domain;
    private static JavaClasses fixture;

    @BeforeAll
    static void read() {
        ClassFileImporter importer = new ClassFileImporter();
        domain = importer.withImportOption(new ImportOption.DoNotIncludeTests()).importPackages(DOMAIN);
        fixture = importer.importPackages(FIXTURE);
    }

    @ParameterizedTest
    @EnumSource
    void the_domain_keeps_the_rule(Rule rule) {
        assertThat(rule.under(DOMAIN).evaluate(domain).getFailureReport().getDetails())
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void the_rule_bites(Rule rule) {
        List<String> details =
                rule.under(FIXTURE).evaluate(fixture).getFailureReport().getDetails();

        for (String offender : OFFENDERS.get(rule)) {
            assertThat(details).anyMatch(detail -> detail.contains(offender));
        }
        for (String innocent : INNOCENT) {
            assertThat(details).noneMatch(detail -> detail.contains(innocent));
        }
    }

    @Test
    void every_rule_has_somebody_to_catch() {
        assertThat(OFFENDERS.keySet()).isEqualTo(EnumSet.allOf(Rule.class));
    }
}
