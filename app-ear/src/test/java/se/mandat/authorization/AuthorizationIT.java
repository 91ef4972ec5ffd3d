package se.mandat.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import se.mandat.authorization.AuthorizationTable.Row;
import se.mandat.running.ClientTest;
import se.mandat.running.RunningSystem;
import se.mandat.worktime.Closure;
import se.mandat.worktime.WorkingCalendar;

class AuthorizationIT extends ClientTest {

    private static final String AUDITOR = "astrid";
    /** Somebody else, who manages nobody in the table and is no party of theirs. */
    private static final String SOMEBODY_ELSE = "bodil";

    /** Whoever may, is told that there is no such mail. */
    private static final String NO_MAIL = "00000000-0000-4000-8000-000000000000";

    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete");

    private LocalDate freeDay = LocalDate.now(WorkingCalendar.ZONE).plusYears(4);

    /** An eve that nobody's time depends on. */
    private final String eve = freeDay.datesUntil(freeDay.plusYears(1))
            .filter(day -> WorkingCalendar.standard().closure(day).equals(Optional.of(Closure.EVE)))
            .findFirst()
            .orElseThrow()
            .toString();

    private final PreparedCases cases = new PreparedCases(system);

    /** What each operation is tried with: a case in the right place whose debt or draft is this person's, and a body. */
    private record Trial(Function<String, String> address, Function<String, String> body) {

        /** A case of its own, whose debt or draft is this person's. */
        Tried on(String whose) {
            return new Tried(address.apply(whose), body.apply(whose));
        }
    }

    private record Tried(String address, String body) {}

    @Test
    void everyOperationOfTheDescriptionStandsInTheTableAndNoOther() {
        assertThat(AuthorizationTable.read().stream().map(Row::operation))
                .containsExactlyInAnyOrderElementsOf(describedOperations())
                .containsExactlyInAnyOrderElementsOf(trials().keySet());
    }

    @Test
    void everyRoleGetsWhatTheTableSaysOnTheirOwnCaseAndOnSomebodyElses() {
        Map<String, Trial> trials = trials();
        SoftAssertions seen = new SoftAssertions();
        for (Row row : AuthorizationTable.read()) {
            Trial trial = trials.get(row.operation());
            Tried elsewhere = trial.on(SOMEBODY_ELSE);
            for (int i = 0; i < AuthorizationTable.PEOPLE.size(); i++) {
                String person = AuthorizationTable.PEOPLE.get(i);
                seen.assertThat(status(row, trial.on(person), person))
                        .as(row.operation() + " by " + person + " on their own")
                        .isEqualTo(row.own().get(i));
                int expected = row.other().get(i);
                // what is refused leaves the case where it was, for the next one to be refused on
                seen.assertThat(status(row, expected < 400 ? trial.on(SOMEBODY_ELSE) : elsewhere, person))
                        .as(row.operation() + " by " + person + " on somebody else's")
                        .isEqualTo(expected);
            }
            seen.assertThat(status(row, elsewhere, AUDITOR))
                    .as(row.operation() + " by an auditor")
                    .isEqualTo(row.auditor());
            seen.assertThat(status(row, elsewhere, null))
                    .as(row.operation() + " without a token")
                    .isEqualTo(row.nobody());
        }
        seen.assertAll();
    }

    private int status(Row row, Tried tried, String caller) {
        HttpRequest.Builder request = caller == null
                ? HttpRequest.newBuilder(system.at(tried.address())).timeout(Duration.ofSeconds(30))
                : system.request(caller, tried.address());
        if (tried.body() != null) {
            request.header("Content-Type", "application/json");
        }
        String method = row.operation().substring(0, row.operation().indexOf(' '));
        if (!method.equals("GET") && !row.operation().endsWith("/cases")) {
            request.header("If-Match", "*");
        }
        return system.send(request.method(
                                method,
                                tried.body() == null
                                        ? HttpRequest.BodyPublishers.noBody()
                                        : HttpRequest.BodyPublishers.ofString(body(tried.body(), tried.address())))
                        .build())
                .statusCode();
    }

    private Map<String, Trial> trials() {
        Map<String, Function<String, String>> addresses = Map.ofEntries(
                Map.entry("PUT /api/v1/cases/{number}/draft", who -> of(cases.draftOf(who), "/draft")),
                Map.entry("DELETE /api/v1/cases/{number}/draft", who -> of(cases.draftOf(who), "/draft")),
                Map.entry("POST /api/v1/cases/{number}/submission", who -> of(cases.draftOf(who), "/submission")),
                Map.entry("GET /api/v1/cases/{number}", who -> of(cases.decidingBy(who), "")),
                Map.entry("GET /api/v1/cases/{number}/history", who -> of(cases.decidingBy(who), "/history")),
                Map.entry(
                        "GET /api/v1/cases/{number}/history/verification",
                        who -> of(cases.decidingBy(who), "/history/verification")),
                Map.entry("GET /api/v1/cases/{number}/voices/{voice}/contact", who -> {
                    String number = cases.decidingBy(who);
                    return of(number, "/voices/" + cases.voiceOf(number) + "/contact");
                }),
                Map.entry(
                        "GET /api/v1/obligations/{id}",
                        who -> "/api/v1/obligations/" + cases.obligationOf(cases.decidingBy(who))),
                Map.entry(
                        "POST /api/v1/incidents/{id}/retry",
                        who -> "/api/v1/incidents/00000000-0000-4000-8000-000000000000/retry"),
                Map.entry("POST /api/v1/cases/{number}/decision", who -> of(cases.decidingBy(who), "/decision")),
                Map.entry(
                        "POST /api/v1/cases/{number}/appointment", who -> of(cases.appointingBy(who), "/appointment")),
                Map.entry("POST /api/v1/cases/{number}/referral", who -> of(cases.decidingBy(who), "/referral")),
                Map.entry("POST /api/v1/cases/{number}/proposal", who -> of(cases.raisedBy(who), "/proposal")),
                Map.entry("POST /api/v1/cases/{number}/response", who -> of(cases.rejectedFor(who), "/response")),
                Map.entry("POST /api/v1/cases/{number}/appeal", who -> of(cases.rejectedFor(who), "/appeal")),
                Map.entry("POST /api/v1/cases/{number}/objection", who -> of(cases.toldOf(who), "/objection")),
                Map.entry("POST /api/v1/cases/{number}/outcome", who -> of(cases.decidingBy(who), "/outcome")),
                Map.entry("POST /api/v1/cases/{number}/withdrawal", who -> of(cases.raisedBy(who), "/withdrawal")),
                Map.entry("POST /api/v1/cases/{number}/merge", who -> of(cases.decidingBy(who), "/merge")),
                Map.entry("POST /api/v1/cases/{number}/handover", who -> of(cases.ownedBy(who), "/handover")),
                Map.entry("POST /api/v1/cases/{number}/voices", who -> of(cases.raisedBy(who), "/voices")),
                Map.entry("POST /api/v1/cases/{number}/messages", who -> of(cases.raisedBy(who), "/messages")),
                Map.entry("POST /api/v1/cases/{number}/answer", who -> of(cases.answeringBy(who), "/answer")),
                Map.entry("GET /api/v1/absences/{id}", who -> "/api/v1/absences/" + cases.absenceOf(who)),
                Map.entry("PUT /api/v1/absences/{id}", who -> "/api/v1/absences/" + cases.absenceOf(who)),
                Map.entry("DELETE /api/v1/absences/{id}", who -> "/api/v1/absences/" + cases.absenceOf(who)),
                Map.entry(
                        "POST /api/v1/cases/{number}/contributions/{id}/completion",
                        who -> contribution(cases.contributingBy(who), "/completion")),
                Map.entry(
                        "POST /api/v1/cases/{number}/contributions/{id}/decline",
                        who -> contribution(cases.contributingBy(who), "/decline")),
                Map.entry(
                        "POST /api/v1/cases/{number}/contributions/{id}/cancellation",
                        who -> contribution(cases.helpedFor(who), "/cancellation")),
                Map.entry("PUT /api/v1/cases/{number}/following", who -> of(cases.raisedBy(who), "/following")),
                Map.entry("DELETE /api/v1/cases/{number}/following", who -> of(cases.raisedBy(who), "/following")),
                Map.entry("POST /api/v1/dead-letters/{id}/retry", who -> "/api/v1/dead-letters/" + NO_MAIL + "/retry"),
                Map.entry(
                        "POST /api/v1/dead-letters/{id}/dismissal",
                        who -> "/api/v1/dead-letters/" + NO_MAIL + "/dismissal"),
                Map.entry("POST /api/v1/cases/{number}/ownership", who -> of(cases.assigningTo(who), "/ownership")),
                Map.entry("POST /api/v1/cases/{number}/action", who -> of(cases.actingBy(who), "/action")),
                Map.entry("POST /api/v1/cases/{number}/progress", who -> of(cases.actingBy(who), "/progress")),
                Map.entry(
                        "POST /api/v1/cases/{number}/action/completion",
                        who -> of(cases.actingBy(who), "/action/completion")),
                Map.entry(
                        "DELETE /api/v1/organisation/closing-days/{id}",
                        who -> "/api/v1/organisation/closing-days/" + cases.closedOn(nextFreeDay())),
                Map.entry("POST /api/v1/organisation/open-eves", who -> {
                    cases.closedAgain(eve);
                    return "/api/v1/organisation/open-eves";
                }),
                Map.entry(
                        "DELETE /api/v1/organisation/open-eves/{id}",
                        who -> "/api/v1/organisation/open-eves/" + cases.keptOpenOn(eve)),
                Map.entry(
                        "POST /api/v1/promises/{id}/withdrawal",
                        who -> "/api/v1/promises/" + cases.promised() + "/withdrawal"),
                Map.entry("POST /api/v1/cases/{number}/extensions", who -> of(cases.actingBy(who), "/extensions")),
                Map.entry("POST /api/v1/cases/{number}/extensions/{id}/decision", this::extension),
                Map.entry("POST /api/v1/cases/{number}/pauses", who -> of(cases.managedBy(who), "/pauses")),
                Map.entry("POST /api/v1/cases/{number}/pauses/{id}/end", this::pause),
                Map.entry(
                        "POST /api/v1/cases/{number}/effect-review",
                        who -> of(cases.reviewingBy(who), "/effect-review")),
                Map.entry(
                        "POST /api/v1/cases/{number}/acknowledgement",
                        who -> of(cases.closedFor(who), "/acknowledgement")));
        Map<String, String> bodies = Map.ofEntries(
                Map.entry("PUT /api/v1/me/settings", "{\"mail\": \"AT_ONCE\"}"),
                Map.entry("POST /api/v1/mandate-checks", "{\"outcome\": \"DETOUR\"}"),
                Map.entry("POST /api/v1/clock", "{\"advance\": \"P1D\"}"),
                Map.entry("POST /api/v1/cases/similar", "{\"words\": \"Jag fick inget svar\"}"),
                Map.entry("POST /api/v1/cases", PreparedCases.body()),
                Map.entry("PUT /api/v1/cases/{number}/draft", PreparedCases.body()),
                Map.entry("POST /api/v1/cases/{number}/submission", "{}"),
                Map.entry(
                        "POST /api/v1/cases/{number}/decision", "{\"verdict\": \"APPROVED\", \"reason\": \"Rimligt\"}"),
                Map.entry("POST /api/v1/cases/{number}/appointment", "{\"person\": \"tove\"}"),
                Map.entry("POST /api/v1/cases/{number}/referral", "{\"reason\": \"Jag är jävig\"}"),
                Map.entry(
                        "POST /api/v1/cases/{number}/proposal",
                        "{\"text\": \"Två sidor\", \"cost\": 60000, \"reversible\": true}"),
                Map.entry("POST /api/v1/cases/{number}/response", "{\"accept\": true}"),
                Map.entry("POST /api/v1/cases/{number}/appeal", "{\"reason\": \"Det behövs\"}"),
                Map.entry("POST /api/v1/cases/{number}/objection", "{\"reason\": \"Vi gör redan om\"}"),
                Map.entry(
                        "POST /api/v1/cases/{number}/outcome",
                        "{\"outcome\": \"HARMED\", \"reason\": \"Kunden föll\"}"),
                Map.entry("POST /api/v1/cases/{number}/withdrawal", "{\"reason\": \"Redan rättat\"}"),
                Map.entry("POST /api/v1/cases/{number}/handover", "{\"to\": \"tove\", \"reason\": \"Ledig\"}"),
                Map.entry("POST /api/v1/cases/{number}/contributions/{id}/completion", "{\"text\": \"Klart\"}"),
                Map.entry(
                        "POST /api/v1/cases/{number}/contributions/{id}/decline",
                        "{\"better\": \"tove\", \"reason\": \"Kan mer\"}"),
                Map.entry(
                        "POST /api/v1/cases/{number}/contributions/{id}/cancellation", "{\"reason\": \"Finns redan\"}"),
                Map.entry(
                        "POST /api/v1/cases/{number}/voices",
                        "{\"words\": \"Jag med\", \"goal\": \"Byta adress\", \"outcome\": \"DETOUR\"}"),
                Map.entry("POST /api/v1/cases/{number}/messages", "{\"text\": \"Hur går det?\"}"),
                Map.entry("POST /api/v1/cases/{number}/answer", "{\"text\": \"Under adressen\"}"),
                Map.entry(
                        "POST /api/v1/cases/{number}/merge",
                        "{\"into\": \"" + cases.goesOn() + "\", \"reason\": \"Samma sak\"}"),
                Map.entry("POST /api/v1/cases/{number}/ownership", "{\"accept\": true}"),
                Map.entry(
                        "POST /api/v1/cases/{number}/action",
                        "{\"what\": \"Bygga sidan\", \"dueOn\": \"" + PreparedCases.someWorkingDaySoon() + "\"}"),
                Map.entry("POST /api/v1/cases/{number}/progress", "{\"text\": \"Halvvägs\"}"),
                Map.entry("POST /api/v1/cases/{number}/action/completion", "{\"text\": \"Klart\"}"),
                Map.entry(
                        "POST /api/v1/organisation/closing-days",
                        "{\"unit\": \"nordvik/ekonomi\", \"day\": \"{day}\", \"reason\": \"Planering\"}"),
                Map.entry("POST /api/v1/promises", PreparedCases.promise()),
                Map.entry(
                        "POST /api/v1/organisation/open-eves",
                        "{\"unit\": \"nordvik/ekonomi\", \"day\": \"" + eve + "\", \"reason\": \"Jour\"}"),
                Map.entry(
                        "POST /api/v1/cases/{number}/extensions",
                        "{\"obligation\": \"{obligation}\", \"dueAt\": \"" + PreparedCases.laterThanAnAction()
                                + "\", \"reason\": \"Sjuk\"}"),
                Map.entry("POST /api/v1/cases/{number}/extensions/{id}/decision", "{\"approved\": true}"),
                Map.entry(
                        "POST /api/v1/cases/{number}/pauses",
                        "{\"obligation\": \"{obligation}\", \"until\": \"" + PreparedCases.someWorkingDaySoon()
                                + "\", \"cause\": \"Leverantören\"}"),
                Map.entry("POST /api/v1/cases/{number}/pauses/{id}/end", "{}"),
                Map.entry(
                        "POST /api/v1/cases/{number}/effect-review",
                        "{\"verdict\": \"NOT_EFFECTIVE\", \"evidence\": \"Ingen skillnad\"}"),
                Map.entry("POST /api/v1/cases/{number}/acknowledgement", "{\"understood\": true}"));
        return describedOperations().stream()
                .collect(Collectors.toMap(
                        operation -> operation,
                        operation -> new Trial(
                                addresses.getOrDefault(operation, who -> fixedAddress(operation)),
                                who -> switch (operation) {
                                    case "POST /api/v1/absences" -> cases.awayOnSomeDay(who);
                                    case "PUT /api/v1/absences/{id}" -> cases.onSomeDay();
                                    case "POST /api/v1/obligations/handover" -> cases.toBeHandedOverBelow(who);
                                    default -> bodies.get(operation);
                                })));
    }

    private String contribution(String number, String rest) {
        return of(number, "/contributions/" + cases.contributionOf(number) + rest);
    }

    private static String of(String number, String rest) {
        return "/api/v1/cases/" + number + rest;
    }

    private String extension(String who) {
        String number = cases.askedOf(who, PreparedCases.laterThanAnAction());
        return of(number, "/extensions/" + cases.extensionOf(number) + "/decision");
    }

    private String pause(String who) {
        String number = cases.pausedFor(who, PreparedCases.someWorkingDaySoon().toString());
        return of(number, "/pauses/" + cases.obligationOf(number) + "/end");
    }

    /** What leads the case of this address is named in the body. */
    private String body(String body, String address) {
        return body.contains("{obligation}")
                ? body.replace("{obligation}", cases.obligationOf(address.split("/")[4]))
                : body.contains("{day}") ? body.replace("{day}", nextFreeDay()) : body;
    }

    /** A working day that nobody's time depends on, another one each time. */
    private String nextFreeDay() {
        freeDay = WorkingCalendar.standard().nextWorkingDay(freeDay);
        return freeDay.toString();
    }

    private static String fixedAddress(String operation) {
        String address = operation.substring(operation.indexOf(' ') + 1);
        assertThat(address).as("an operation that the trials lack").doesNotContain("{");
        return address;
    }

    private List<String> describedOperations() {
        JsonNode paths = RunningSystem.json(system.send(HttpRequest.newBuilder(system.at("/api/v1/openapi.json"))
                                .timeout(Duration.ofSeconds(30))
                                .build())
                        .body())
                .get("paths");
        Set<String> operations = new TreeSet<>();
        paths.fields().forEachRemaining(path -> path.getValue().fieldNames().forEachRemaining(method -> {
            if (METHODS.contains(method)) {
                operations.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey());
            }
        }));
        return new ArrayList<>(operations);
    }
}
