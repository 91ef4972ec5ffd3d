package se.mandat.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.mandat.running.ClientTest;
import se.mandat.running.Patience;
import se.mandat.running.RunningSystem;

/** The simulated clock, over the API alone: it stands still, is moved by stewards, and nothing happens late. */
class ClockIT extends ClientTest {

    private static final String NAME = "clock";

    /** One for all tests; none needs to find its time anywhere but ahead. */
    private static RunningSystem.Simulated simulated;

    @BeforeEach
    void start() {
        if (simulated == null) {
            simulated = system.simulated(NAME);
        }
    }

    @AfterAll
    static void end() {
        simulated.close();
    }

    private Colleague on(String person) {
        return new Colleague(simulated.system(), person);
    }

    private Answer to(String local) {
        return on("stina").posts("/clock", Raising.json("to", Inside.at(local).toString()));
    }

    private Instant now() {
        return now(on("sara").gets("/clock").done());
    }

    private static Instant now(Answer answer) {
        return OffsetDateTime.parse(answer.json().path("now").asText()).toInstant();
    }

    @Test
    void whatSilenceLeadsToHappensAtItsMinuteOnTheWay() {
        moveToSomeThursday();
        String number = on("sara")
                .raises(Raising.change(20_000).outcome("HARMED"))
                .done()
                .number();
        Instant raised = now();
        Instant end = now(on("stina").posts("/clock", "{\"advance\": \"P10D\"}").done());

        assertThat(end).isEqualTo(raised.plusSeconds(10 * 24 * 3600)).isEqualTo(now());
        assertThat(happened(number, "obligation.reminded.v1", "obligation.escalated.v1", "obligation.lapsed.v1"))
                .startsWith(
                        "reminded 2027-03-11T09:30",
                        "escalated 2027-03-11T11:30",
                        "escalated 2027-03-11T12:30",
                        "reminded 2027-03-11T14:30",
                        "escalated 2027-03-11T16:30",
                        "escalated 2027-03-12T08:30",
                        "reminded 2027-03-12T10:30",
                        "lapsed 2027-03-12T12:30");
        assertThat(on("sara")
                        .gets("/cases/" + number)
                        .json()
                        .path("decision")
                        .path("lapsed")
                        .asBoolean())
                .isTrue();
    }

    /** 16.30 on a day before a working day, on the first call; later calls find the clock somewhere behind it. */
    private void moveToSomeThursday() {
        to("2027-03-10T16:30").done();
    }

    private List<String> happened(String number, String... types) {
        List<String> happened = new ArrayList<>();
        for (JsonNode entry :
                on("sara").gets("/cases/" + number + "/history").json().path("entries")) {
            if (List.of(types).contains(entry.path("type").asText())) {
                happened.add(entry.path("type").asText().replaceAll("obligation\\.|\\.v1", "") + " "
                        + OffsetDateTime.parse(entry.path("at").asText())
                                .atZoneSameInstant(Inside.STOCKHOLM)
                                .toLocalDateTime());
            }
        }
        return happened;
    }

    @Test
    void itStandsStillBetweenCallsAndStandsThereAfterARestart() {
        Instant before = now();
        Instant moved =
                now(on("sten").posts("/clock", "{\"advance\": \"PT90M\"}").done());
        assertThat(moved).isEqualTo(before.plusSeconds(90 * 60)).isEqualTo(now());

        simulated.close();
        simulated = system.simulated(NAME);

        assertThat(now()).isEqualTo(moved);
        assertThat(on("sara")
                        .raises(Raising.question())
                        .done()
                        .json()
                        .path("raisedAt")
                        .asText())
                .satisfies(
                        at -> assertThat(OffsetDateTime.parse(at).toInstant()).isEqualTo(moved));
    }

    @Test
    void aNodeFollowsWhereAnotherHasMovedIt() {
        Tables tables = new Tables(simulated.system().database());
        Instant before = now();
        tables.does("update simulated_clock set stands_at = stands_at + interval '1 hour'");
        Patience.until(Duration.ofSeconds(5), () -> !now().equals(before));
        assertThat(now()).isEqualTo(before.plusSeconds(3600));
    }

    @Test
    void sentAgainItGoesNoFurtherHoweverLongTheWayWas() {
        String month = "{\"advance\": \"P31D\"}";
        Answer first =
                on("stina").posts("/clock", month, "Idempotency-Key", "a-month").done();
        Answer second =
                on("stina").posts("/clock", month, "Idempotency-Key", "a-month").done();
        assertThat(second.json()).isEqualTo(first.json());
        assertThat(now()).isEqualTo(now(first));
        on("stina")
                .posts("/clock", "{\"advance\": \"P1D\"}", "Idempotency-Key", "a-month")
                .refused(422);
        assertThat(now()).isEqualTo(now(first));
    }

    @Test
    void onlyStewardsMoveItAndOnlyForwardAndOneAtATime() {
        Instant before = now();
        for (String person : List.of("sara", "karin", "maja", "astrid", "eva")) {
            on(person).posts("/clock", "{\"advance\": \"P1D\"}").refused(403);
        }
        on("stina")
                .posts("/clock", Raising.json("to", before.minusSeconds(1).toString()))
                .invalid("to");
        on("stina").posts("/clock", "{\"advance\": \"three days\"}").invalid("advance");
        on("stina").posts("/clock", "{}").refused(422);
        on("stina").posts("/clock", "{\"until\": \"P1D\"}").refused(400);
        assertThat(now()).isEqualTo(before);
    }

    @Test
    void whileItIsMovedNobodyElseMovesIt() throws SQLException {
        try (Connection connection = simulated.system().database().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_lock(" + 0x6D616E646174_0013L + ")");
            on("stina").posts("/clock", "{\"advance\": \"P1D\"}").refused(409);
        }
    }

    @Test
    void everyPageSaysSo() {
        assertThat(aPage("sv")).contains("Simulerad tid: ");
        assertThat(aPage("en")).contains("Simulated time: ");
    }

    private String aPage(String language) {
        return simulated
                .system()
                .send(HttpRequest.newBuilder(simulated.system().at("/problems/not-now"))
                        .header("Accept-Language", language)
                        .build())
                .body();
    }

    @Test
    void thereIsNoneInASystemThatWasNotStartedWithIt() {
        Colleague steward = new Colleague(system, "stina");
        steward.gets("/clock").refused(404);
        steward.posts("/clock", "{\"advance\": \"P1D\"}").refused(404);
        assertThat(system.send(HttpRequest.newBuilder(system.at("/problems/not-now"))
                                .build())
                        .body())
                .doesNotContain("Simulerad tid");
    }
}
