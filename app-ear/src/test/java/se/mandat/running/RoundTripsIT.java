package se.mandat.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.mandat.launcher.WireTransaction;

/** What each call costs the database, heard on the wire between the application and PostgreSQL. */
class RoundTripsIT extends ClientTest {

    private static final int RAISE = 18;
    private static final int STEP = 32;

    private static boolean warm;

    private enum Raise {
        DECIDED_AND_DONE_BY_ONESELF(1_000, "sara"),
        DECIDED_BY_ONESELF_AND_DONE_BY_ANOTHER(1_000, "amir"),
        DECIDED_BY_THE_MANAGER(100_000, "amir");

        private final int cost;
        private final String owner;

        Raise(int cost, String owner) {
            this.cost = cost;
            this.owner = owner;
        }

        String body() {
            return """
                    {"customerVoice": {"words": "Jag kom fram till slut.", "goal": "Få veta när det blir klart",
                      "outcome": "DETOUR", "contact": "070-000 00 00"}, "reading": "Svår att nå oss.",
                     "proposal": {"text": "Ring upp samma dag", "cost": %d, "reversible": true},
                     "decision": {"owner": "%s", "expectedEffect": "Ingen ringer två gånger"}}
                    """
                    .formatted(cost, owner);
        }
    }

    /** A case and what its latest call cost. */
    private record Step(String number, String tag, Cost cost) {}

    private record Cost(String call, List<WireTransaction> transactions) {

        /**
         * Without what is not the call's own: whether a pooled connection is still alive, and what the driver asks about
         * types and columns, once for each connection.
         */
        long roundTrips() {
            return transactions.stream()
                    .filter(WireTransaction::saysSomething)
                    .flatMap(t -> t.roundTrips().stream())
                    .filter(sent -> sent.isEmpty() || sent.stream().anyMatch(sql -> !sql.contains("pg_catalog.")))
                    .count();
        }

        long commits() {
            return transactions.stream().filter(WireTransaction::saysSomething).count();
        }

        String summary() {
            return call + ": " + roundTrips() + " round trips, " + commits() + " commits";
        }

        @Override
        public String toString() {
            return summary() + "\n"
                    + transactions.stream()
                            .flatMap(t -> t.roundTrips().stream())
                            .map(sent -> "  " + sent)
                            .collect(Collectors.joining("\n"));
        }
    }

    /** The first calls of a server read closing days, limits, signing keys and the like. */
    @BeforeEach
    void warmUp() throws SQLException {
        if (!warm) {
            for (Raise raise : Raise.values()) {
                raise(raise);
            }
            allTheWay();
            toDo();
            warm = true;
        }
    }

    @ParameterizedTest
    @EnumSource
    void raisingIsOneCommitAndAtMostEighteenRoundTrips(Raise raise) {
        Cost cost = raise(raise).cost();

        assertThat(cost.commits()).as("%s", cost).isOne();
        assertThat(cost.roundTrips()).as("%s", cost).isLessThanOrEqualTo(RAISE);
    }

    @Test
    void aBrokenPromiseCostsOneRoundTripMore() {
        String promise = RunningSystem.json(system.post(
                                "stina",
                                "/api/v1/promises",
                                "{\"text\": \"Vi ringer upp\", \"consequence\": \"Vi ber om ursäkt\"}")
                        .body())
                .path("id")
                .asText();
        String body = Raise.DECIDED_BY_THE_MANAGER.body().replaceFirst("\\{", "{\"promise\": \"" + promise + "\", ");

        Cost cost = call("sara", "/api/v1/cases", "with a broken promise", null, body)
                .cost();

        assertThat(cost.commits()).as("%s", cost).isOne();
        assertThat(cost.roundTrips()).as("%s", cost).isLessThanOrEqualTo(RAISE + 1);
    }

    @Test
    void everyStepIsOneCommitAndAtMostThirtyTwoRoundTrips() throws SQLException {
        assertThat(allTheWay()).hasSize(6).allSatisfy(cost -> {
            assertThat(cost.commits()).as("%s", cost).isOne();
            assertThat(cost.roundTrips()).as("%s", cost).isLessThanOrEqualTo(STEP);
        });
    }

    @Test
    void whatIsOwedAndTheListOfCasesNeverAskTheEngine() {
        Cost cost = toDo();

        assertThat(cost.transactions())
                .as("%s", cost)
                .anyMatch(t -> t.mentions("from obligation"))
                .anyMatch(t -> t.mentions("from case_"))
                .noneMatch(t -> t.mentions("camunda."));
    }

    private Cost toDo() {
        return listen("To do and Cases", () -> {
            List<String> addresses = List.of(
                    "/api/v1/obligations?of=me",
                    "/api/v1/obligations?of=unit:nordvik&state=OPEN",
                    "/api/v1/cases",
                    "/api/v1/cases?q=fram&stage=ACTING&sort=DUE");
            addresses.forEach(address ->
                    assertThat(system.get("karin", address).statusCode()).isEqualTo(200));
        });
    }

    private Step raise(Raise raise) {
        return call("sara", "/api/v1/cases", raise.name(), null, raise.body());
    }

    /** Decision, ownership, the change, a review that finds no effect, another round, and one that does. */
    private List<Cost> allTheWay() throws SQLException {
        List<Cost> costs = new ArrayList<>();
        Step step = raise(Raise.DECIDED_BY_THE_MANAGER);
        step = step(
                costs,
                "karin",
                step,
                "decision",
                """
                {"verdict": "APPROVED", "reason": "Det är rimligt.", "owner": "amir"}""");
        step = step(costs, "amir", step, "ownership", "{\"accept\": true}");
        step = step(costs, "amir", step, "action/completion", "{\"text\": \"Vi ringer upp.\"}");
        step = step(
                costs,
                "sara",
                step,
                "effect-review",
                """
                {"verdict": "NOT_EFFECTIVE", "evidence": {"kind": "CUSTOMER_SAID", "text": "Ingen ringde."}}""");
        step = step(costs, "amir", step, "action/completion", "{\"text\": \"Nu ringer vi upp.\"}");
        letTheReviewDateCome(step.number());
        step(
                costs,
                "sara",
                step,
                "effect-review",
                """
                {"verdict": "EFFECTIVE", "evidence": {"kind": "CUSTOMER_SAID", "text": "De ringde."}}""");
        return costs;
    }

    private Step step(List<Cost> costs, String who, Step before, String call, String body) {
        Step after = call(who, "/api/v1/cases/" + before.number() + "/" + call, call, before.tag(), body);
        costs.add(after.cost());
        return after;
    }

    private void letTheReviewDateCome(String number) throws SQLException {
        try (Connection connection = system.database().getConnection();
                PreparedStatement update = connection.prepareStatement(
                        "update mandat.obligation set opens_at = opened_at where case_number = ? and state = 'OPEN'")) {
            update.setString(1, number);
            update.executeUpdate();
        }
    }

    private Step call(String who, String path, String name, String tag, String body) {
        HttpRequest.Builder request = system.request(who, path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (tag != null) {
            request.header("If-Match", tag);
        }
        List<HttpResponse<String>> answers = new ArrayList<>();
        Cost cost = listen(name, () -> answers.add(system.send(request.build())));
        HttpResponse<String> answer = answers.getFirst();
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
        return new Step(
                RunningSystem.json(answer.body()).path("number").asText(),
                answer.headers().firstValue("ETag").orElseThrow(),
                cost);
    }

    private Cost listen(String name, Runnable calls) {
        Cost cost = new Cost(name, system.hear(calls));
        System.out.println(cost.summary());
        return cost;
    }
}
