package se.mandat.running;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.mandat.worktime.WorkingCalendar;

/** What the API says to input that it cannot take, and that it changes nothing then. */
class BadInputIT extends ClientTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CASES = "/api/v1/cases";

    @Test
    void whoeverIsNotLoggedInIsToldSoBeforeAnythingElse() {
        HttpResponse<String> answer = system.send(HttpRequest.newBuilder(system.at(CASES))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("x".repeat(70_000)))
                .build());

        isProblem(answer, 401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).isPresent();
    }

    @Test
    void anInventedTokenIsNoToken() {
        HttpResponse<String> answer = system.send(HttpRequest.newBuilder(system.at(CASES))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer abc.def.ghi")
                .build());

        assertThat(answer.statusCode()).isEqualTo(401);
    }

    @Test
    void aBodyOverTheLimitIsRefusedWhetherItsLengthIsSaidOrNot() {
        String large = raise().put("reading", "x".repeat(70_000)).toString();

        isProblem(post("sara", CASES, large), 413);
        isProblem(
                system.send(json("sara", CASES)
                        .POST(BodyPublishers.fromPublisher(BodyPublishers.ofString(large)))
                        .build()),
                413);
    }

    @Test
    void anotherContentTypeIsRefusedBeforeTheBodyIsRead() {
        isProblem(
                system.send(system.request("sara", CASES)
                        .header("Content-Type", "application/xml")
                        .POST(BodyPublishers.ofString("<case/>"))
                        .build()),
                415);
    }

    @Test
    void whatIsNoJsonOrNotOfTheRightShapeCannotBeUnderstood() {
        assertThat(Stream.of(
                        "{",
                        "",
                        "[]",
                        "null",
                        "{} {}",
                        "{\"customerVoice\": \"text\"}",
                        raise().put("colour", "red").toString(),
                        with("customerVoice", "sensitive", JSON.getNodeFactory().textNode("true")),
                        with("customerVoice", "outcome", JSON.getNodeFactory().numberNode(1)),
                        with("proposal", "cost", JSON.getNodeFactory().textNode("4000")),
                        with("proposal", "cost", JSON.getNodeFactory().numberNode(1.5)),
                        with("proposal", "reversible", JSON.getNodeFactory().textNode("true")),
                        with("customerVoice", "words", JSON.getNodeFactory().textNode("a\u0000b")),
                        with("customerVoice", "words", JSON.getNodeFactory().textNode("a\u001bb")),
                        "{\"customerVoice\": {}, \"customerVoice\": {}}"))
                .allSatisfy(body -> isProblem(post("sara", CASES, body), 400));
    }

    @Test
    void whatIsMissingTooLongOrOutOfRangeIsNamedFieldByField() {
        ObjectNode body = raise();
        body.putObject("customerVoice").put("words", " ").put("goal", "x".repeat(501));
        body.putObject("proposal").put("text", "x".repeat(4001)).put("cost", -1);

        HttpResponse<String> answer = post("sara", CASES, body.toString());

        isProblem(answer, 422);
        assertThat(RunningSystem.json(answer.body()).get("errors"))
                .extracting(error -> error.get("field").asText())
                .contains("customerVoice.outcome", "customerVoice.words", "customerVoice.goal", "proposal.cost");
        assertThat(RunningSystem.json(answer.body()).get("errors"))
                .allSatisfy(error -> assertThat(error.get("message").asText()).isNotBlank());
    }

    @Test
    void similarCasesAreAskedForWithWordsAndMaybeAGoalAndNothingElse() {
        String similar = CASES + "/similar";
        assertThat(Stream.of("{}", "{\"words\": \" \"}", "{\"words\": \"" + "x".repeat(4001) + "\"}"))
                .allSatisfy(body -> isProblem(post("sara", similar, body), 422));
        isProblem(post("sara", similar, "{\"words\": \"Hej\", \"goal\": \"" + "x".repeat(501) + "\"}"), 422);
        assertThat(Stream.of("[]", "{\"words\": 1}", "{\"words\": \"Hej\", \"limit\": 3}"))
                .allSatisfy(body -> isProblem(post("sara", similar, body), 400));

        ObjectNode body = raise();
        ((ObjectNode) body.get("customerVoice")).put("words", "Bryggan vid Sandudden har ruttna plankor");
        String number = RunningSystem.json(post("sara", CASES, body.toString()).body())
                .get("number")
                .asText();
        system.takeGists();
        JsonNode found = RunningSystem.json(post("astrid", similar, "{\"words\": \"Ruttna plankor på bryggan!\"}")
                .body());
        assertThat(found.get("next").isNull()).isTrue();
        assertThat(found.get("items"))
                .hasSizeLessThanOrEqualTo(5)
                .extracting(item -> item.get("number").asText())
                .contains(number);
    }

    @Test
    void sumsBelowZeroAndBeyondReasonAreOutOfRange() {
        assertThat(Stream.of(-1L, 1_000_000_001L, Long.MAX_VALUE))
                .allSatisfy(cost -> isProblem(
                        post(
                                "sara",
                                CASES,
                                with("proposal", "cost", JSON.getNodeFactory().numberNode(cost))),
                        422));
    }

    @Test
    void unknownUnitsAndPeopleAreNamed() {
        ObjectNode body = raise();
        ((ObjectNode) body.get("proposal")).putArray("units").add("nordvik/ingenstans");
        ObjectNode owner = raise();
        owner.putObject("decision").put("owner", "ingen");

        assertThat(post("sara", CASES, body.toString()).body()).contains("proposal.units[0]", "ingenstans");
        assertThat(post("hugo", CASES, owner.toString()).body()).contains("decision.owner", "ingen");
    }

    @Test
    void anAuditorMayOwnNothing() {
        ObjectNode body = raise();
        body.putObject("decision").put("owner", "astrid");

        isProblem(post("hugo", CASES, body.toString()), 422);
    }

    @Test
    void wordsAreKeptToTheLetterWhateverIsInThem() {
        String words = "<script>alert('x')</script> =HYPERLINK(\"http://x\") 'quote\" \u202Eright\u202C "
                + "\uD83D\uDE80 مرحبا\n\tradbryt ${jndi:ldap://x} %s {0}";
        ObjectNode body = raise();
        ((ObjectNode) body.get("customerVoice")).put("words", words);

        JsonNode raised =
                RunningSystem.json(post("amir", CASES, body.toString()).body());
        JsonNode read = RunningSystem.json(
                system.get("amir", CASES + "/" + raised.get("number").asText()).body());

        assertThat(read.get("customerVoice").get("words").asText()).isEqualTo(words);
    }

    @Test
    void everyOtherTextIsAsLongAsTheWordsMayBe() {
        ObjectNode longest = raise().put("reading", "å".repeat(4_000));
        ((ObjectNode) longest.get("customerVoice")).put("channel", "ä".repeat(4_000));
        longest.putObject("decision").put("effectQuestion", "ö".repeat(4_000)).put("expectedEffect", "å".repeat(4_000));
        assertThat(post("hugo", CASES, longest.toString()).statusCode()).isEqualTo(201);

        ObjectNode longer = raise().put("reading", " ".repeat(4_001));
        ((ObjectNode) longer.get("customerVoice")).put("channel", "ä".repeat(4_001));
        longer.putObject("decision").put("effectQuestion", "ö".repeat(4_001));
        HttpResponse<String> refused = post("hugo", CASES, longer.toString());
        isProblem(refused, 422);
        assertThat(RunningSystem.json(refused.body()).get("errors"))
                .extracting(error -> error.get("field").asText())
                .contains("reading", "customerVoice.channel", "decision.effectQuestion");
    }

    @Test
    void anEmojiIsOneCharacter() {
        ObjectNode body = raise();
        ((ObjectNode) body.get("customerVoice")).put("goal", "\uD83D\uDE80".repeat(500));

        assertThat(post("amir", CASES, body.toString()).statusCode()).isEqualTo(201);
    }

    @Test
    void aRouteThatIsNoLongerTheAnswerRaisesNothingAndSaysWhatItIsNow() {
        int before = cases();
        ObjectNode body = raise().put("expectedRoute", "OWN");
        ((ObjectNode) body.get("proposal")).put("cost", 20_000);

        isProblem(post("sara", CASES, body.toString()), 409);
        assertThat(cases()).isEqualTo(before);
    }

    @Test
    void theRefusalsComeInOneOrder() {
        String number = deciding();
        String decision = CASES + "/" + number + "/decision";
        String stale = "\"0\"";

        isProblem(send("karin", CASES + "/M-2026-9999/decision", "{\"colour\": 1}", null), 400);
        isProblem(send("astrid", CASES + "/M-2026-9999/decision", "{}", null), 404);
        isProblem(send("astrid", decision, "{}", null), 403);
        isProblem(send("karin", decision, "{}", null), 428);
        isProblem(send("sara", decision, "{}", stale), 412);
        isProblem(send("noor", decision, "{}", "*"), 403);
        isProblem(send("karin", CASES + "/" + number + "/ownership", "{}", "*"), 409);
        isProblem(send("karin", decision, "{}", "*"), 422);
    }

    @Test
    void whatIsNotForNowIsSaidBeforeWhatIsNotWellFormed() {
        String deciding = CASES + "/" + deciding();
        String acting = CASES + "/" + acting();
        assertThat(send("karin", acting + "/action/completion", "{\"text\": \"Klart\"}", "*")
                        .statusCode())
                .isEqualTo(200);
        String reviewer = RunningSystem.json(system.get("karin", acting).body())
                .at("/obligations/0/debtor")
                .asText();
        String larger = "\"proposal\": {\"text\": \"Allt\", \"cost\": 300000, \"reversible\": true}";

        isProblem(send("karin", deciding + "/decision", "{\"verdict\": \"AMENDED\", " + larger + "}", "*"), 409);
        isProblem(send("karin", deciding + "/decision", "{" + larger + "}", "*"), 422);
        isProblem(
                send(
                        "sara",
                        deciding + "/proposal",
                        "{\"text\": \" \", \"cost\": 0, \"expectedRoute\": \"EXECUTIVE\"}",
                        "*"),
                409);
        isProblem(
                send(
                        "sara",
                        deciding + "/proposal",
                        "{\"text\": \" \", \"cost\": -1, \"expectedRoute\": \"EXECUTIVE\"}",
                        "*"),
                422);
        isProblem(send(reviewer, acting + "/effect-review", "{\"verdict\": \"EFFECTIVE\"}", "*"), 409);
        isProblem(send(reviewer, acting + "/effect-review", "{}", "*"), 422);
        isProblem(send(reviewer, acting + "/effect-review", "{\"verdict\": \"NOT_EFFECTIVE\"}", "*"), 422);
    }

    @Test
    void whatTheMandateAnswersNowIsSaidBeforeADayThatHasGoneBy() {
        String late = "\"contributors\": [{\"to\": \"amir\", \"what\": \"Mät\", \"dueOn\": \""
                + LocalDate.now(WorkingCalendar.ZONE).minusDays(1) + "\"}]";
        ObjectNode body = raise();
        body.set("decision", RunningSystem.json("{" + late + "}"));
        String completed = "{\"text\": \"Mindre\", \"cost\": 0, \"decision\": {" + late + "}";
        String decided = "{\"verdict\": \"AMENDED\", \"reason\": \"Så\", " + late;
        String larger = ", \"proposal\": {\"text\": \"Allt\", \"cost\": 300000, \"reversible\": true}}";
        String smaller = ", \"proposal\": {\"text\": \"Lite\", \"cost\": 10, \"reversible\": true}}";
        String deciding = CASES + "/" + deciding();

        isProblem(
                post(
                        "sara",
                        CASES,
                        body.deepCopy().put("expectedRoute", "EXECUTIVE").toString()),
                409);
        isProblem(send("sara", deciding + "/proposal", completed + ", \"expectedRoute\": \"EXECUTIVE\"}", "*"), 409);
        isProblem(send("karin", deciding + "/decision", decided + larger, "*"), 409);
        assertThat(Stream.of(
                        post("sara", CASES, body.toString()),
                        send("sara", deciding + "/proposal", completed + "}", "*"),
                        send("karin", deciding + "/decision", decided + smaller, "*")))
                .allSatisfy(answer -> {
                    isProblem(answer, 422);
                    assertThat(answer.body()).contains("contributors[0].dueOn");
                });
    }

    @Test
    void whatComesLaterIsAnUnknownField() {
        String number = deciding();
        String decision = CASES + "/" + number + "/decision";

        isProblem(
                send("karin", decision, "{\"verdict\": \"APPROVED\", \"reason\": \"Ja\", \"promise\": \"P-1\"}", "*"),
                400);
    }

    @Test
    void anAmendmentBeyondTheDecidersRouteIsRefused() {
        String number = deciding();

        HttpResponse<String> answer = send(
                "karin",
                CASES + "/" + number + "/decision",
                "{\"verdict\": \"AMENDED\", \"reason\": \"Större\", \"proposal\": {\"text\": \"Allt\","
                        + " \"cost\": 300000, \"reversible\": true}}",
                "*");

        isProblem(answer, 409);
        assertThat(system.get("karin", CASES + "/" + number).body()).contains("\"stage\":\"DECIDING\"");
    }

    @Test
    void daysThatCannotBeAreRefusedWithTheNextThatCan() {
        String number = acting();
        LocalDate today = LocalDate.now(WorkingCalendar.ZONE);
        LocalDate saturday = today.plusDays(13 - today.getDayOfWeek().getValue());

        assertThat(Stream.of(today.minusDays(1), today.plusYears(1), saturday)).allSatisfy(day -> {
            HttpResponse<String> answer = send(
                    "karin",
                    CASES + "/" + number + "/action",
                    "{\"what\": \"Bygga\", \"dueOn\": \"" + day + "\"}",
                    "*");
            isProblem(answer, 422);
            assertThat(answer.body()).contains("dueOn");
        });
        isProblem(send("karin", CASES + "/" + number + "/action", "{\"what\": \"B\", \"dueOn\": \"snart\"}", "*"), 400);
    }

    @Test
    void daysOfYearsThatNobodyMeansCannotBeUnderstood() {
        String beyond = "+999999999-12-31";
        assertThat(Stream.of(
                        "from=%2B999999999-12-31", "to=%2B999999999-12-31", "from=%2B294277-01-01", "to=0000-01-01"))
                .allSatisfy(query -> isProblem(system.get("sara", CASES + "?" + query), 400));
        assertThat(system.get("sara", CASES + "?from=0001-01-01&to=9999-12-31").statusCode())
                .isEqualTo(200);
        isProblem(
                post(
                        "sara",
                        CASES,
                        with(
                                "customerVoice",
                                "occurredOn",
                                JSON.getNodeFactory().textNode(beyond))),
                400);
        String action = CASES + "/" + acting() + "/action";
        isProblem(send("karin", action, "{\"what\": \"Bygga\", \"dueOn\": \"" + beyond + "\"}", "*"), 400);
        isProblem(send("karin", action, "{\"what\": \"Bygga\", \"dueOn\": \"9999-12-31\"}", "*"), 422);
        isProblem(send("karin", action, "{\"what\": \"Bygga\", \"dueOn\": \"0001-01-01\"}", "*"), 422);
    }

    @Test
    void whatACustomerTellsOfHasHappened() {
        LocalDate today = LocalDate.now(WorkingCalendar.ZONE);
        HttpResponse<String> refused = post("sara", CASES, happened(today.plusDays(2)));

        isProblem(refused, 422);
        assertThat(refused.body()).contains("customerVoice.occurredOn");
        String number = RunningSystem.json(
                        post("sara", CASES, happened(today.minusDays(1))).body())
                .get("number")
                .asText();
        JsonNode voice = RunningSystem.json(happened(today.plusDays(2))).get("customerVoice");
        isProblem(post("amir", CASES + "/" + number + "/voices", voice.toString()), 422);
    }

    private static String happened(LocalDate day) {
        return with("customerVoice", "occurredOn", JSON.getNodeFactory().textNode(day.toString()));
    }

    @Test
    void listsRefuseWhatTheyCannotUnderstand() {
        assertThat(Stream.of(
                        "limit=many",
                        "limit=1.5",
                        "cursor=abc",
                        "stage=SLEEPING",
                        "outcome=GREAT",
                        "sort=BEST",
                        "overdue=maybe",
                        "from=nyss",
                        "colour=red"))
                .allSatisfy(query -> isProblem(system.get("sara", CASES + "?" + query), 400));
        assertThat(Stream.of(
                        "limit=0",
                        "limit=-1",
                        "limit=201",
                        "limit=99999999999",
                        "owner=ingen",
                        "unit=nordvik/ingenstans",
                        "q=" + "x".repeat(201)))
                .allSatisfy(query -> isProblem(system.get("sara", CASES + "?" + query), 422));
        assertThat(Stream.of("state=SLEEPING", "kind=NAP", "overdue=maybe"))
                .allSatisfy(query -> isProblem(system.get("sara", "/api/v1/obligations?" + query), 400));
    }

    @Test
    void thePagesOfAListMakeUpTheWhole() {
        Stream.of(1, 2, 3).forEach(i -> deciding());

        JsonNode first =
                RunningSystem.json(system.get("sara", CASES + "?limit=2").body());
        JsonNode second = RunningSystem.json(system.get(
                        "sara", CASES + "?limit=2&cursor=" + first.get("next").asText())
                .body());

        assertThat(first.get("items")).hasSize(2);
        assertThat(second.get("items").get(0).get("number").asText())
                .isLessThan(first.get("items").get(1).get("number").asText());
    }

    @Test
    void thePagesOfOnesDraftsMakeUpTheWholeToo() {
        Stream.of(1, 2, 3).forEach(i -> assertThat(
                        post("lina", CASES, raise().put("draft", true).toString())
                                .statusCode())
                .isEqualTo(201));
        List<String> all = drafts("limit=200").findValuesAsText("number");

        List<String> read = new ArrayList<>();
        String next = "";
        while (next != null) {
            JsonNode page = drafts("limit=2" + next);
            assertThat(page.get("items")).isNotEmpty().hasSizeLessThanOrEqualTo(2);
            read.addAll(page.findValuesAsText("number"));
            next = page.get("next").isNull()
                    ? null
                    : "&cursor=" + page.get("next").asText();
        }
        assertThat(read).hasSizeGreaterThanOrEqualTo(3).isEqualTo(all);
    }

    @Test
    void draftsAreFoundByWhatCasesAreFoundBy() {
        ObjectNode body = raise().put("draft", true);
        ((ObjectNode) body.get("customerVoice")).put("goal", "Se kvastfeningen").put("outcome", "HARMED");
        String number = RunningSystem.json(post("lina", CASES, body.toString()).body())
                .get("number")
                .asText();

        assertThat(Stream.of(
                        "q=kvastfeningen",
                        "q=" + number,
                        "q=kvastfeningen&outcome=HARMED&raisedBy=me&overdue=false&from=0001-01-01&to=9999-12-31"))
                .allSatisfy(query ->
                        assertThat(drafts(query).findValuesAsText("number")).containsExactly(number));
        assertThat(Stream.of(
                        "q=kvastfeningen&outcome=DETOUR",
                        "q=kvastfeningen&raisedBy=sara",
                        "q=kvastfeningen&owner=lina",
                        "q=kvastfeningen&unit=nordvik",
                        "q=kvastfeningen&overdue=true",
                        "q=kvastfeningen&from=9999-12-31",
                        "q=kvastfeningen&to=0001-01-01",
                        "q=brontosaurus"))
                .allSatisfy(query -> assertThat(drafts(query).get("items")).isEmpty());
    }

    private JsonNode drafts(String query) {
        return RunningSystem.json(
                system.get("lina", CASES + "?stage=DRAFT&" + query).body());
    }

    @Test
    void messagesFollowTheReadersLanguage() {
        assertThat(title("sv")).isNotEqualTo(title("en"));
        assertThat(title("de")).isEqualTo(title("sv"));
    }

    @Test
    void aKeyUsedTwiceGivesTheFirstAnswerAndWithAnotherBodyIsRefused() {
        String key = UUID.randomUUID().toString();
        int before = cases();

        HttpResponse<String> first = withKey(key, raise().toString());
        HttpResponse<String> again = withKey(key, raise().toString());

        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"));
        assertThat(cases()).isEqualTo(before + 1);
        isProblem(withKey(key, raise().put("reading", "Annat").toString()), 422);
    }

    private String title(String language) {
        HttpResponse<String> answer = system.send(system.request("sara", CASES + "/M-2026-9999")
                .header("Accept-Language", language)
                .build());
        return RunningSystem.json(answer.body()).get("title").asText();
    }

    private HttpResponse<String> withKey(String key, String body) {
        return system.send(json("amir", CASES)
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    private String deciding() {
        ObjectNode body = raise();
        ((ObjectNode) body.get("proposal")).put("cost", 20_000);
        HttpResponse<String> answer = post("sara", CASES, body.toString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return RunningSystem.json(answer.body()).get("number").asText();
    }

    private String acting() {
        String number = deciding();
        HttpResponse<String> answer = send(
                "karin", CASES + "/" + number + "/decision", "{\"verdict\": \"APPROVED\", \"reason\": \"Ja\"}", "*");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return number;
    }

    private int cases() {
        try (var connection = system.database().getConnection();
                var statement = connection.createStatement();
                var count = statement.executeQuery("select count(*) from mandat.case_")) {
            count.next();
            return count.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ObjectNode raise() {
        ObjectNode body = JSON.createObjectNode();
        body.putObject("customerVoice")
                .put("words", "Jag gav upp")
                .put("goal", "Byta adress")
                .put("outcome", "DETOUR");
        body.putObject("proposal").put("text", "En enda sida").put("cost", 0).put("reversible", true);
        return body;
    }

    private static String with(String object, String field, JsonNode value) {
        ObjectNode body = raise();
        ((ObjectNode) body.get(object)).set(field, value);
        return body.toString();
    }

    private HttpRequest.Builder json(String username, String path) {
        return system.request(username, path).header("Content-Type", "application/json");
    }

    private HttpResponse<String> post(String username, String path, String body) {
        return send(username, path, body, null);
    }

    private HttpResponse<String> send(String username, String path, String body, String read) {
        HttpRequest.Builder request = json(username, path);
        if (read != null) {
            request.header("If-Match", read);
        }
        return system.send(request.POST(BodyPublishers.ofString(body)).build());
    }

    private static void isProblem(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        JsonNode problem = RunningSystem.json(answer.body());
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("type").asText()).isNotBlank();
        assertThat(problem.get("title").asText()).isNotBlank();
        assertThat(problem.get("detail").asText()).isNotBlank().doesNotContain("Exception", "problem.", "{");
        assertThat(problem.path("errors"))
                .allSatisfy(error -> assertThat(error.path("message").asText()).doesNotContain("{"));
    }
}
