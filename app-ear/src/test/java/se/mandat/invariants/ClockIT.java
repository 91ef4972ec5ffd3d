package se.mandat.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.mandat.running.ClientTest;
import se.mandat.running.Patience;
import se.mandat.running.RunningSystem;

/**
 * The simulated clock, over the API alone: it stands still, is moved by stewards, and nothing happens late. That it stands
 * where it stood after a restart is seen by {@link SimulationIT}, which restarts its system anyway.
 */
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
        List<LocalDate> days = workingDays(3);
        to(days.getFirst() + "T16:30").done();
        String number = on("sara")
                .raises(Raising.change(20_000).outcome("HARMED"))
                .done()
                .number();
        Instant raised = now();
        Instant end = now(on("stina").posts("/clock", "{\"advance\": \"P10D\"}").done());

        assertThat(end).isEqualTo(raised.plusSeconds(10 * 24 * 3600)).isEqualTo(now());
        assertThat(happened(number, "obligation.reminded.v1", "obligation.escalated.v1", "obligation.lapsed.v1"))
                .startsWith(
                        "reminded " + days.get(1) + "T09:30",
                        "escalated " + days.get(1) + "T11:30",
                        "escalated " + days.get(1) + "T12:30",
                        "reminded " + days.get(1) + "T14:30",
                        "escalated " + days.get(1) + "T16:30",
                        "escalated " + days.get(2) + "T08:30",
                        "reminded " + days.get(2) + "T10:30",
                        "lapsed " + days.get(2) + "T12:30");
        assertThat(on("sara")
                        .gets("/cases/" + number)
                        .json()
                        .path("decision")
                        .path("lapsed")
                        .asBoolean())
                .isTrue();
    }

    /** The next ones, from tomorrow on. */
    private List<LocalDate> workingDays(int howMany) {
        return Stream.iterate(now().atZone(Inside.STOCKHOLM).toLocalDate().plusDays(1), day -> day.plusDays(1))
                .filter(new Workdays()::works)
                .limit(howMany)
                .toList();
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
    void aClosingDayThatComesAndGoesCountsHoweverSoonTheClockIsMoved() {
        List<LocalDate> days = workingDays(6);
        to(days.getFirst() + "T09:00").done();
        String before = decidedByKarin();
        assertThat(dueAt(before)).isEqualTo(days.get(3) + "T09:00");

        close(days.get(2));
        String after = decidedByKarin();
        to(days.get(3) + "T10:00").done();

        assertThat(dueAt(before)).isEqualTo(days.get(4) + "T09:00").isEqualTo(dueAt(after));
        assertThat(happened(before, "obligation.recomputed.v1", "obligation.escalated.v1"))
                .containsExactly("recomputed " + days.getFirst() + "T09:00");
        assertThat(happened(after, "obligation.recomputed.v1", "obligation.escalated.v1"))
                .isEmpty();

        String last = close(days.get(4));
        on("stina").posts("/clock", "{\"advance\": \"PT1S\"}").done();
        // no due time is set before the end of the next working day
        assertThat(dueAt(before)).isEqualTo(days.get(5) + "T17:00");
        assertThat(on("sten")
                        .sends("DELETE", "/organisation/closing-days/" + last, null)
                        .status())
                .isEqualTo(204);
        to(days.get(5) + "T16:00").done();

        assertThat(happened(before, "obligation.escalated.v1").getFirst())
                .isEqualTo("escalated " + days.get(4) + "T17:00");
    }

    private String decidedByKarin() {
        return on("sara").raises(Raising.change(30_000)).done().number();
    }

    /** When what leads the case is due, in Stockholm. */
    private String dueAt(String number) {
        return OffsetDateTime.parse(leading(number).path("dueAt").asText())
                .atZoneSameInstant(Inside.STOCKHOLM)
                .toLocalDateTime()
                .toString();
    }

    private JsonNode leading(String number) {
        return on("astrid").reads(number).json().path("obligations").get(0);
    }

    private String close(LocalDate day) {
        return on("stina")
                .posts(
                        "/organisation/closing-days",
                        Raising.json("unit", "nordvik/medborgarservice", "day", day.toString(), "reason", "Planering"))
                .done()
                .json()
                .path("id")
                .asText();
    }

    @Test
    void whatIsMailedAtNoonIsMailedAtNoonOnTheWay() {
        List<LocalDate> days = workingDays(4);
        to(days.getFirst() + "T09:00").done();
        on("karin").sends("PUT", "/me/settings", "{\"mail\": \"DIGEST\"}").done();
        try {
            String number = decidedByKarin();
            to(days.getFirst() + "T11:59").done();
            assertThat(mailedAt(number)).isEmpty();

            to(days.getFirst() + "T15:00").done();
            assertThat(mailedAt(number)).containsExactly("SENT " + days.getFirst() + "T12:00");
        } finally {
            on("karin").sends("PUT", "/me/settings", "{\"mail\": \"AT_ONCE\"}").done();
        }
    }

    /** The mails to karin about this case: how they stand, and since when. */
    private List<String> mailedAt(String number) {
        return new Tables(simulated.system().database())
                .all(
                        "select m.state || ' ' || to_char(m.ended_at at time zone 'Europe/Stockholm', 'YYYY-MM-DD\"T\"HH24:MI')"
                                + " from mail m where m.recipient = 'karin' and exists"
                                + " (select from outbox_message o where o.mail = m.id and o.case_number = ?)",
                        number);
    }

    @Test
    void whoeverIsAwayIsStoodInForFromTheFirstMomentToTheLastOnTheWay() {
        List<LocalDate> days = workingDays(4);
        to(days.getFirst() + "T09:00").done();
        String number = decidedByKarin();
        isAway("karin", days.get(1), days.get(2));

        to(days.get(3) + "T08:30").done();

        assertThat(happened(number, "obligation.transferred.v1"))
                .containsExactly(
                        "transferred " + days.get(1) + "T00:00",
                        "transferred " + days.get(2).plusDays(1) + "T00:00");
    }

    private void isAway(String person, LocalDate first, LocalDate last) {
        on(person)
                .posts(
                        "/absences",
                        Raising.json("first", first.toString(), "last", last.toString(), "substitute", "bodil"))
                .done();
    }

    @Test
    void whatFailsWhenSomebodyGoesAwayIsTriedAgainSoonOnTheWay() {
        List<LocalDate> days = workingDays(4);
        to(days.getFirst() + "T09:00").done();
        String number = decidedByKarin();
        isAway("karin", days.get(1), days.get(1));
        Tables tables = new Tables(simulated.system().database());
        tables.does(
                "create sequence failing_transfers",
                """
                create function fail_to_transfer() returns trigger language plpgsql security definer as $$ begin
                    if new.type = 'obligation.transferred.v1' and nextval('mandat.failing_transfers') <= 4 then
                        raise exception 'made to fail';
                    end if;
                    return new; end $$
                """,
                "create trigger failing_transfers before insert on history_entry"
                        + " for each row execute function fail_to_transfer()");
        try {
            to(days.get(1) + "T12:00").done();
        } finally {
            tables.does(
                    "drop trigger failing_transfers on history_entry",
                    "drop function fail_to_transfer()",
                    "drop sequence failing_transfers");
        }

        assertThat(happened(number, "obligation.transferred.v1"))
                .singleElement()
                .asString()
                .startsWith("transferred " + days.get(1) + "T00:");
    }

    @Test
    void aPauseEndsOnItsDayOnTheWay() {
        List<LocalDate> days = workingDays(4);
        to(days.getFirst() + "T09:00").done();
        String number =
                on("hugo").raises(Raising.change(0).ownedBy("hugo")).done().number();
        on("gun")
                .does(
                        number,
                        "pauses",
                        "obligation",
                        leading(number).path("id").asText(),
                        "until",
                        days.get(2).toString(),
                        "cause",
                        "Länsstyrelsen")
                .done();

        to(days.get(3) + "T08:30").done();

        assertThat(happened(number, "obligation.resumed.v1")).containsExactly("resumed " + days.get(2) + "T17:00");
    }

    @Test
    void itStandsStillBetweenCalls() {
        Instant before = now();
        Instant moved =
                now(on("sten").posts("/clock", "{\"advance\": \"PT90M\"}").done());
        assertThat(moved).isEqualTo(before.plusSeconds(90 * 60)).isEqualTo(now());
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
