package se.mandat.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.mandat.cases.StepOutcome;
import se.mandat.mandate.MandateInputs;
import se.mandat.mandate.MandateRuling;
import se.mandat.mandate.Route;
import se.mandat.obligation.ObligationKind;
import se.mandat.obligation.ServiceLevel;
import se.mandat.obligation.WhenSilent;
import se.mandat.organisation.Level;
import se.mandat.shared.Outcome;
import se.mandat.worktime.WorkingTime;

class EngineTest {

    private static final MandateInputs SMALL_CHANGE =
            new MandateInputs(Level.FRONTLINE, true, 5_000L, true, 1, Outcome.DETOUR, 25_000);

    private static EngineOnPostgres postgres;
    private static Engine engine;

    @BeforeAll
    static void start() throws Exception {
        postgres = new EngineOnPostgres();
        engine = postgres.engine;
    }

    @AfterAll
    static void stop() throws Exception {
        postgres.close();
    }

    @Test
    void theMandateAnswersWithTheRowsWordsAndTheTablesVersion() {
        assertThat(mandate().rule(SMALL_CHANGE))
                .isEqualTo(new MandateRuling(
                        Route.OWN,
                        4,
                        "Ändringen går att backa, kostar högst 5 000 kr och berör högst två enheter.",
                        "The change can be undone, costs at most SEK 5,000 and concerns at most two units.",
                        "mandate",
                        mandate().rule(SMALL_CHANGE).version()));
    }

    @Test
    void whatIsUnknownIsSaidToTheTableAsUnknown() {
        MandateRuling ruling =
                mandate().rule(new MandateInputs(Level.FRONTLINE, true, null, null, 1, Outcome.HARMED, 25_000));

        assertThat(ruling.route()).isEqualTo(Route.MANAGER);
        assertThat(ruling.rule()).isEqualTo(7);
    }

    @Test
    void anAnswerIsReproducedByTheVersionThatGaveItWhateverHasBeenDeployedSince() {
        MandateRuling before = mandate().rule(SMALL_CHANGE);
        Map<String, String> shipped = ShippedModels.read(Optional.empty());
        Map<String, String> stricter = new HashMap<>(shipped);
        stricter.computeIfPresent("mandate/mandate.dmn", (file, table) -> table.replace("&lt;= 5000", "&lt;= 4999"));
        int levels = engine.tableVersions().get("service-levels");

        postgres.deploy(stricter);

        assertThat(mandate().rule(SMALL_CHANGE).route()).isEqualTo(Route.MANAGER);
        assertThat(mandate().rule(SMALL_CHANGE).version()).isEqualTo(before.version() + 1);
        assertThat(mandate().reproduce(before.version(), SMALL_CHANGE)).isEqualTo(before);
        assertThat(engine.tableVersions())
                .as("an unchanged table keeps its version")
                .containsEntry("service-levels", levels);

        postgres.deploy(shipped);
        assertThat(mandate().rule(SMALL_CHANGE).route()).isEqualTo(Route.OWN);
    }

    @Test
    void aVersionThatNeverWasIsSaidSo() {
        assertThatThrownBy(() -> mandate().reproduce(4711, SMALL_CHANGE)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void deployingTheSameModelsAgainMakesNoNewVersion() {
        Map<String, Integer> before = engine.tableVersions();

        postgres.deploy(ShippedModels.read(Optional.empty()));

        assertThat(engine.tableVersions()).isEqualTo(before);
    }

    @Test
    void serviceLevelsAreReadInWorkingTime() {
        assertThat(levels().of(ObligationKind.DECIDE, Outcome.HARMED))
                .isEqualTo(new ServiceLevel(WorkingTime.hours(4), WorkingTime.hours(4), WhenSilent.MOVES_UP_OR_LAPSES));
        assertThat(levels().of(ObligationKind.ACT, Outcome.DETOUR))
                .isEqualTo(new ServiceLevel(
                        WorkingTime.days(30), WorkingTime.days(5), WhenSilent.MOVES_UP_WITH_OWNERSHIP));
    }

    @Test
    void aContributionHasNoTimeOfItsOwnUntilItMoves() {
        assertThat(levels().of(ObligationKind.CONTRIBUTE, Outcome.REACHED))
                .isEqualTo(new ServiceLevel(null, WorkingTime.days(2), WhenSilent.MOVES_UP));
    }

    @Test
    void everyKindAndSeverityHasAServiceLevel() {
        for (ObligationKind kind : ObligationKind.values()) {
            for (Outcome severity : Outcome.values()) {
                assertThat(levels().of(kind, severity).next())
                        .as("%s, %s", kind, severity)
                        .isNotNull();
            }
        }
    }

    @Test
    void reviewIntervalsAndLedgerLimitsComeFromTheirTables() {
        var intervals = new DmnReviewIntervals();
        intervals.engine = engine;
        var limits = new DmnLedgerLimits();
        limits.engine = engine;

        assertThat(intervals.after(Outcome.NOT_REACHED)).isEqualTo(WorkingTime.days(15));
        assertThat(limits.of(Level.FRONTLINE)).isEqualTo(25_000);
    }

    @Test
    void theCaseStandsAtTheStepWhoseObligationIsOpen() {
        String number = "M-" + UUID.randomUUID();

        postgres.cases.start(number, Route.JOINT, false);
        assertThat(postgres.cases.position(number)).contains("callActivity_Decide");
        assertThat(postgres.cases.passed(number)).isEmpty();

        done(number, new StepOutcome("APPOINTED", null));
        assertThat(postgres.cases.position(number)).contains("callActivity_Decide");

        done(number, new StepOutcome("APPROVED", true));
        assertThat(postgres.cases.position(number)).contains("callActivity_Act");

        done(number, new StepOutcome("COMPLETED", null));
        assertThat(postgres.cases.position(number)).contains("callActivity_ReviewEffect");
        assertThat(postgres.cases.passed(number)).containsExactlyInAnyOrder("callActivity_Decide", "callActivity_Act");

        done(number, new StepOutcome("PARTLY", null));
        assertThat(postgres.cases.position(number)).contains("callActivity_Act");

        done(number, new StepOutcome("COMPLETED", null));
        done(number, new StepOutcome("EFFECTIVE", null));
        assertThat(postgres.cases.position(number)).isEmpty();
        assertThat(postgres.cases.passed(number))
                .contains("callActivity_ReviewEffect", "endEvent_EffectConfirmed")
                .doesNotContain("callActivity_AcceptOwnership");
    }

    @Test
    void theCaseStandsAtRespondingWhenTheDecisionIsOverturnedAndNowhereWhenItIsWithdrawn() {
        String number = "M-" + UUID.randomUUID();
        postgres.cases.start(number, Route.OWN, true);

        done(number, new StepOutcome("OVERTURNED", null));
        assertThat(postgres.cases.position(number)).contains("callActivity_Respond");
        assertThat(postgres.cases.passed(number))
                .contains("error_DecisionOverturned")
                .doesNotContain("callActivity_Act");

        done(number, new StepOutcome("APPEALED", null));
        assertThat(postgres.cases.position(number)).contains("callActivity_DecideAppeal");

        done(number, new StepOutcome("WITHDRAWN", null));
        assertThat(postgres.cases.position(number)).isEmpty();
        assertThat(postgres.cases.passed(number))
                .contains("callActivity_Respond", "endEvent_ClosedAsWithdrawn")
                .doesNotContain("callActivity_DecideAppeal");
    }

    @Test
    void aRejectionNeedNotSayWhetherThereIsAnOwner() {
        String number = "M-" + UUID.randomUUID();
        postgres.cases.start(number, Route.MANAGER, false);

        done(number, new StepOutcome("REJECTED", null));
        done(number, new StepOutcome("APPEALED", null));
        done(number, new StepOutcome("AMENDED", true));

        assertThat(postgres.cases.position(number)).contains("callActivity_Act");
    }

    @Test
    void anObligationBesideTheCaseLeavesTheCaseWhereItStands() {
        String number = "M-" + UUID.randomUUID();
        UUID contribution = UUID.randomUUID();
        postgres.cases.start(number, Route.OWN, true);

        postgres.cases.startBeside(number, ObligationKind.CONTRIBUTE, contribution);

        assertThat(postgres.opened())
                .isEqualTo(new EngineOnPostgres.Opened(number, ObligationKind.CONTRIBUTE, contribution, null));
        assertThat(postgres.cases.position(number)).contains("callActivity_Act");

        done(number, new StepOutcome("COMPLETED", null));
        assertThat(postgres.cases.position(number)).contains("callActivity_Act");
    }

    @Test
    void anObligationBesideTheCaseOutlivesIt() {
        String number = "M-" + UUID.randomUUID();
        postgres.cases.start(number, Route.OWN, true);
        UUID action = postgres.waiting();
        postgres.cases.startBeside(number, ObligationKind.ANSWER, UUID.randomUUID());
        UUID answer = postgres.waiting();

        postgres.cases.stepDone(number, action, new StepOutcome("WITHDRAWN", null));

        assertThat(postgres.cases.position(number)).isEmpty();
        assertThat(postgres.cases.model(number)).contains("case-handling");
        postgres.cases.stepDone(number, answer, new StepOutcome("COMPLETED", null));
    }

    @Test
    void anObligationBesideTheCaseCannotEndTheCase() {
        String number = "M-" + UUID.randomUUID();
        postgres.cases.startBeside(number, ObligationKind.CONTRIBUTE, UUID.randomUUID());

        assertThatThrownBy(() -> done(number, new StepOutcome("WITHDRAWN", null)))
                .hasMessageContaining("case.withdrawn");
    }

    @Test
    void aStepThatAProcessOwnerInsertsIsOwedByWhomTheModelNames() throws IOException {
        Map<String, String> shipped = ShippedModels.read(Optional.empty());
        Map<String, String> own = new HashMap<>(shipped);
        own.put(
                "cases/case-handling.bpmn",
                Files.readString(Path.of("..", "processes/src/test/resources/inserted/case-handling.bpmn")));
        String before = "M-" + UUID.randomUUID();
        postgres.cases.start(before, Route.OWN, false);
        UUID asked = postgres.waiting();

        postgres.deploy(own);
        String after = "M-" + UUID.randomUUID();
        postgres.cases.start(after, Route.OWN, true);

        assertThat(postgres.opened()).isEqualTo(new EngineOnPostgres.Opened(after, ObligationKind.DECIDE, null, "dpo"));
        assertThat(postgres.cases.position(after)).contains("callActivity_CheckDataProtection");
        assertThat(postgres.cases.model(after)).contains("callActivity_CheckDataProtection");

        postgres.cases.stepDone(before, asked, new StepOutcome("ACCEPTED", true));
        assertThat(postgres.cases.position(before))
                .as("a running case stays on its version")
                .contains("callActivity_Act");
        assertThat(postgres.cases.model(before)).doesNotContain("callActivity_CheckDataProtection");
        postgres.deploy(shipped);
    }

    @Test
    void theDiagramThatIsShownIsTheDeployedOne() {
        var models = new DeployedModels();
        models.engine = engine;

        assertThat(models.bpmn("case-handling")).contains("callActivity_ReviewEffect_di");
        assertThatThrownBy(() -> models.bpmn("nothing")).isInstanceOf(IllegalArgumentException.class);
        assertThat(models.tableVersions())
                .containsOnlyKeys("mandate", "service-levels", "review-interval", "ledger-limits");
    }

    private static DmnMandateTable mandate() {
        var table = new DmnMandateTable();
        table.engine = engine;
        return table;
    }

    private static DmnServiceLevels levels() {
        var levels = new DmnServiceLevels();
        levels.engine = engine;
        return levels;
    }

    private static void done(String number, StepOutcome outcome) {
        postgres.cases.stepDone(number, postgres.waiting(), outcome);
    }
}
