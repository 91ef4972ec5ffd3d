package se.mandat.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.mandat.cases.StepOutcome;
import se.mandat.engine.EngineOnPostgres.Cost;
import se.mandat.mandate.Route;
import se.mandat.obligation.ObligationKind;
import se.mandat.shared.Outcome;

/** What the engine takes of each command's budget: a raise has 18 round trips and 26 kB of log, a step 32. */
class EngineCostTest {

    private static final int CASES = 20;

    private static EngineOnPostgres postgres;
    private static final Map<String, List<Cost>> COSTS = new LinkedHashMap<>();

    @BeforeAll
    static void takeSomeCasesAllTheWay() throws Exception {
        postgres = new EngineOnPostgres();
        allTheWay(); // so that definitions are parsed and the tables have their first pages
        COSTS.clear();
        for (int i = 0; i < CASES; i++) {
            allTheWay();
        }
    }

    @AfterAll
    static void stop() throws Exception {
        postgres.close();
    }

    @Test
    void startingACaseWithItsFirstObligationTakesFourRoundTrips() {
        assertThat(COSTS.get("start"))
                .allSatisfy(cost -> assertThat(cost.roundTrips()).hasSize(4));
    }

    @Test
    void startingACaseThatTheRaiserDecidesOrAnObligationBesideOneTakesFourRoundTripsToo() {
        for (String start : List.of("start, decided", "start beside")) {
            assertThat(COSTS.get(start)).as(start).allSatisfy(cost -> assertThat(cost.roundTrips())
                    .hasSizeLessThanOrEqualTo(4));
        }
    }

    @Test
    void startingACaseWritesLessThanTenKilobytesOfLogAndTwelveWhenTheRaiserHasDecided() {
        assertThat(averageLog("start")).isLessThan(10_000);
        assertThat(averageLog("start, decided")).isLessThan(12_000);
    }

    @Test
    void completingAStepTakesAtMostSixteenRoundTrips() {
        for (String step :
                List.of("decided", "accepted", "acted", "closed", "beside", "rejected", "accepted rejection")) {
            assertThat(COSTS.get(step)).as(step).allSatisfy(cost -> assertThat(cost.roundTrips())
                    .hasSizeLessThanOrEqualTo(16));
        }
    }

    @Test
    void askingATableTakesNoRoundTripAtAll() throws SQLException {
        var intervals = new DmnReviewIntervals();
        intervals.engine = postgres.engine;

        Cost cost = postgres.costOf(() -> intervals.after(Outcome.HARMED));

        assertThat(cost.roundTrips()).isEmpty();
    }

    private static long averageLog(String command) {
        return Math.round(COSTS.get(command).stream()
                .mapToLong(Cost::writeAheadLog)
                .average()
                .orElseThrow());
    }

    private static void allTheWay() throws SQLException {
        String number = "M-" + UUID.randomUUID();
        measure("start", () -> postgres.cases.start(number, Route.MANAGER, false));
        measure("decided", () -> done(number, new StepOutcome("APPROVED", false)));
        measure("accepted", () -> done(number, new StepOutcome("ACCEPTED", true)));
        measure("acted", () -> done(number, new StepOutcome("COMPLETED", null)));
        measure("closed", () -> done(number, new StepOutcome("EFFECTIVE", null)));

        String own = "M-" + UUID.randomUUID();
        measure("start, decided", () -> postgres.cases.start(own, Route.OWN, true));
        UUID action = postgres.waiting();
        measure("start beside", () -> postgres.cases.startBeside(own, ObligationKind.CONTRIBUTE, UUID.randomUUID()));
        measure("beside", () -> done(own, new StepOutcome("COMPLETED", null)));
        measure("overturned", () -> postgres.cases.stepDone(own, action, new StepOutcome("OVERTURNED", null)));
        measure("withdrawn", () -> done(own, new StepOutcome("WITHDRAWN", null)));

        String rejected = "M-" + UUID.randomUUID();
        postgres.cases.start(rejected, Route.MANAGER, false);
        measure("rejected", () -> done(rejected, new StepOutcome("REJECTED", false)));
        measure("accepted rejection", () -> done(rejected, new StepOutcome("ACCEPTED", null)));
    }

    private static void measure(String command, Runnable run) throws SQLException {
        COSTS.computeIfAbsent(command, key -> new ArrayList<>()).add(postgres.costOf(run));
    }

    private static void done(String number, StepOutcome outcome) {
        postgres.cases.stepDone(number, postgres.waiting(), outcome);
    }
}
