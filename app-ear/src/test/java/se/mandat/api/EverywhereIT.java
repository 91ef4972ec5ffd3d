package se.mandat.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.mandat.running.ClientTest;
import se.mandat.running.RunningSystem;

/** What holds for every call: how it is refused, in which order, and in which language. */
class EverywhereIT extends ClientTest {

    private static final String RAISE =
            """
            {"customerVoice": {"words": "Jag fick vänta i fyrtio minuter.", "goal": "få svar på en fråga",
             "outcome": "DETOUR"}, "proposal": {"text": "Ring upp i stället.", "cost": 0, "reversible": true},
             "decision": {"owner": "sara"}}
            """;
    private static final String TOO_LARGE = "{\"reading\": \"" + "a".repeat(70_000) + "\"}";

    @Test
    void ofSeveralReasonsTheFirstInTheOrderOfTheDescriptionIsTold() {
        String decided = raise();
        String path = "/api/v1/cases/" + decided + "/decision";

        // each row repairs exactly the reason that the row before was refused for
        assertRefused(401, "not-logged-in", anonymous(path, "text/plain", TOO_LARGE));
        assertRefused(413, "too-large", post("astrid", "/api/v1/cases/M-1999-0001/decision", "text/plain", TOO_LARGE));
        assertRefused(415, "not-json", post("astrid", "/api/v1/cases/M-1999-0001/decision", "text/plain", "{"));
        assertRefused(400, "malformed", post("astrid", "/api/v1/cases/M-1999-0001/decision", "application/json", "{"));
        assertRefused(404, "not-found", post("astrid", "/api/v1/cases/M-1999-0001/decision", "application/json", "{}"));
        assertRefused(403, "role-forbidden", post("astrid", path, "application/json", "{}"));
        assertRefused(428, "version-missing", post("karin", path, "application/json", "{}"));
        assertRefused(412, "changed-meanwhile", post("karin", path, "application/json", "{}", "If-Match", "\"0\""));
        assertRefused(409, "not-now", post("karin", path, "application/json", "{}", "If-Match", "*"));

        String acting = "/api/v1/cases/" + decided + "/action";
        JsonNode notYours =
                assertRefused(403, "not-your-right", post("karin", acting, "application/json", "{}", "If-Match", "*"));
        assertThat(notYours.path("detail").asText()).contains("Sara Nyberg");
        assertThat(notYours.path("whose").asText()).isEqualTo("sara");
        assertRefused(422, "invalid", post("sara", acting, "application/json", "{}", "If-Match", "*"));
    }

    @Test
    void aBodyIsNeverLargerThanSixtyFourKilobytesHoweverItIsSent() {
        HttpRequest chunked = system.request("sara", "/api/v1/cases")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(TOO_LARGE.getBytes(StandardCharsets.UTF_8))))
                .build();

        assertRefused(413, "too-large", system.send(chunked));
        assertRefused(413, "too-large", post("sara", "/api/v1/cases", "application/json", TOO_LARGE));
    }

    @Test
    void whatIsNotExactlyWhatWasAskedForIsRefusedWithTheNameOfTheField() {
        Map<String, String> fields = Map.of(
                "{\"customerVoice\": {\"word\": \"x\"}}", "customerVoice.word",
                "{\"customerVoice\": {\"words\": 5}}", "customerVoice.words",
                "{\"customerVoice\": {\"words\": \"a\\u0000b\"}}", "customerVoice.words",
                "{\"customerVoice\": {\"sensitive\": \"yes\"}}", "customerVoice.sensitive",
                "{\"proposal\": {\"cost\": \"5\"}}", "proposal.cost",
                "{\"proposal\": {\"cost\": 1.5}}", "proposal.cost",
                "{\"proposal\": {\"units\": \"nordvik\"}}", "proposal.units",
                "{\"decision\": {\"contributors\": {}}}", "decision.contributors",
                "{\"colour\": \"x\"}", "colour",
                "{\"reading\": \"a\", \"reading\": \"b\"}", "reading");

        fields.forEach((json, field) -> {
            JsonNode problem = assertRefused(400, "malformed", post("sara", "/api/v1/cases", "application/json", json));
            assertThat(problem.at("/errors/0/field").asText()).as(json).isEqualTo(field);
            assertThat(problem.at("/errors/0/message").asText()).isNotBlank();
        });
    }

    @Test
    void everyFieldThatIsWrongIsNamedAtOnce() {
        String long501 = "x".repeat(501);
        JsonNode problem = assertRefused(
                422,
                "invalid",
                post(
                        "sara",
                        "/api/v1/cases",
                        "application/json",
                        """
                        {"customerVoice": {"goal": "%s", "outcome": "DETOUR"}, "proposal": {"text": "x", "cost": -1}}
                        """
                                .formatted(long501)));

        List<String> fields = new ArrayList<>();
        problem.path("errors").forEach(error -> fields.add(error.path("field").asText()));
        assertThat(fields).contains("customerVoice.words", "customerVoice.goal", "proposal.cost");
    }

    @Test
    void textInAnyScriptComesBackAsItWasSent() {
        String words = "Åäö 👩‍👧 שלום \u202eabc <script>alert(1)</script> =1+1 {0}\ttabb\noch rad";
        HttpResponse<String> answer = system.post(
                "sara",
                "/api/v1/cases",
                RunningSystem.json(RAISE).toString().replace("Jag fick vänta i fyrtio minuter.", escaped(words)));

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(RunningSystem.json(answer.body()).at("/customerVoice/words").asText())
                .isEqualTo(words);
    }

    @Test
    void refusalsAreSaidInTheReadersLanguage() {
        assertThat(title("sv")).isEqualTo("Det finns inte");
        assertThat(title("en-GB,en;q=0.8")).isEqualTo("It does not exist");
        assertThat(title("de")).isEqualTo("Det finns inte");
    }

    @Test
    void aListIsReadToItsEndPartByPartAndEachOnce() {
        raise();
        raise();
        raise();
        Set<String> found = new LinkedHashSet<>();
        String cursor = "";
        do {
            JsonNode part = RunningSystem.json(
                    system.get("amir", "/api/v1/cases?limit=2" + cursor).body());
            part.path("items")
                    .forEach(item ->
                            assertThat(found.add(item.path("number").asText())).isTrue());
            cursor = part.path("next").isNull()
                    ? null
                    : "&cursor=" + part.path("next").asText();
        } while (cursor != null);
        assertThat(found).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void aCursorOfAnotherQuestionAnUnknownParameterAndALimitOutOfRangeAreRefused() {
        String next = RunningSystem.json(system.get("amir", "/api/v1/organisation/people?limit=1")
                        .body())
                .path("next")
                .asText();

        assertThat(system.get("amir", "/api/v1/organisation/people?limit=1&cursor=" + next)
                        .statusCode())
                .isEqualTo(200);
        assertRefused(400, "malformed", system.get("amir", "/api/v1/cases?cursor=" + next));
        assertRefused(400, "malformed", system.get("amir", "/api/v1/cases?staeg=ACTING"));
        assertRefused(400, "malformed", system.get("amir", "/api/v1/cases?q=%00"));
        assertRefused(400, "malformed", system.get("amir", "/api/v1/cases?limit=many"));
        assertRefused(422, "invalid", system.get("amir", "/api/v1/cases?limit=0"));
        assertRefused(422, "invalid", system.get("amir", "/api/v1/cases?limit=201"));
        assertRefused(422, "invalid", system.get("amir", "/api/v1/obligations?of=nobody"));
        assertRefused(422, "invalid", system.get("amir", "/api/v1/cases?unit=nordvik/nowhere"));
    }

    @Test
    void aDraftIsItsAuthorsOwnAndItsAddressLeadsToTheCaseThatItBecomes() {
        HttpResponse<String> begun =
                post("amir", "/api/v1/cases", "application/json", "{\"draft\": true, \"reading\": \"Oklart.\"}");
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(201);
        String draft = "/api/v1/cases/"
                + RunningSystem.json(begun.body()).path("number").asText();
        assertRefused(404, "not-found", system.get("karin", draft));

        HttpResponse<String> written = system.send(system.request("amir", draft + "/draft")
                .header("Content-Type", "application/json")
                .header("If-Match", begun.headers().firstValue("ETag").orElseThrow())
                .PUT(BodyPublishers.ofString(RAISE))
                .build());
        assertThat(written.statusCode()).as(written.body()).isEqualTo(200);
        assertThat(RunningSystem.json(written.body()).path("stage").asText()).isEqualTo("DRAFT");

        HttpResponse<String> submitted = system.send(system.request("amir", draft + "/submission")
                .header("If-Match", written.headers().firstValue("ETag").orElseThrow())
                .POST(BodyPublishers.noBody())
                .build());
        assertThat(submitted.statusCode()).as(submitted.body()).isEqualTo(201);

        HttpResponse<String> old = system.get("amir", draft);
        assertThat(old.statusCode()).isEqualTo(303);
        assertThat(old.headers().firstValue("Location"))
                .isEqualTo(submitted.headers().firstValue("Location"));
    }

    @Test
    void aDraftIsWrittenAnewWithTheBodyThatBeganIt() {
        String body =
                """
                {"draft": true, "expectedRoute": "EXECUTIVE", "reading": "Oklart.",
                 "customerVoice": {"words": "Jag fick vänta i fyrtio minuter.", "goal": "få svar på en fråga",
                 "outcome": "DETOUR"}, "proposal": {"text": "Ring upp.", "cost": 0, "reversible": true}}
                """;
        HttpResponse<String> begun = post("amir", "/api/v1/cases", "application/json", body);
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(201);
        String draft = "/api/v1/cases/"
                + RunningSystem.json(begun.body()).path("number").asText();

        HttpResponse<String> written = write(draft, body, "*");
        assertThat(written.statusCode()).as(written.body()).isEqualTo(200);
        assertThat(RunningSystem.json(written.body()).path("reading").asText()).isEqualTo("Oklart.");

        String noDraft = body.replace("\"draft\": true", "\"draft\": false");
        assertRefused(412, "changed-meanwhile", write(draft, noDraft, "\"77\""));
        JsonNode problem = assertRefused(422, "invalid", write(draft, noDraft, "*"));
        assertThat(problem.at("/errors/0/field").asText()).isEqualTo("draft");

        HttpResponse<String> submitted = post("amir", draft + "/submission", "application/json", "{}", "If-Match", "*");
        assertThat(submitted.statusCode()).as(submitted.body()).isEqualTo(201);
    }

    private HttpResponse<String> write(String draft, String body, String read) {
        return system.send(system.request("amir", draft + "/draft")
                .header("Content-Type", "application/json")
                .header("If-Match", read)
                .PUT(BodyPublishers.ofString(body))
                .build());
    }

    @Test
    void whatIsNotThereAndWhatCannotBeDoneAreProblemsToo() {
        assertRefused(404, "not-found", system.get("amir", "/api/v1/nothing"));
        assertRefused(404, "not-found", system.get("amir", "/api/v1/cases/M-1999-0001"));
        assertRefused(404, "not-found", system.get("amir", "/api/v1/obligations/x"));
        assertRefused(
                405,
                "method-not-allowed",
                system.send(system.request("amir", "/api/v1/me").DELETE().build()));
    }

    @Test
    void aTokenThatIsNoneIsRefused() {
        assertRefused(
                401,
                "not-logged-in",
                system.send(HttpRequest.newBuilder(system.at("/api/v1/me"))
                        .header("Authorization", "Bearer a.b.c")
                        .GET()
                        .build()));
    }

    @Test
    void nobodyMayKeepTellOrFrameWhatIsAnswered() {
        HttpResponse<String> answer = system.get("sara", "/api/v1/me");

        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(answer.headers().firstValue("Referrer-Policy")).hasValue("same-origin");
        assertThat(answer.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .contains("default-src 'none'", "frame-ancestors 'none'")
                        .doesNotContain("unsafe"));
    }

    @Test
    void theDescriptionIsForEverybodyAndItsAddressesAreThere() {
        HttpResponse<String> description = system.send(
                HttpRequest.newBuilder(system.at("/api/v1/openapi.json")).build());
        assertThat(description.statusCode()).isEqualTo(200);
        JsonNode document = RunningSystem.json(description.body());
        assertThat(document.path("openapi").asText()).startsWith("3.1");

        HttpResponse<String> page = system.send(HttpRequest.newBuilder(system.at("/api/v1/"))
                .header("Accept", "text/html")
                .build());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("/api/v1/cases/{number}/effect-review");
    }

    @Test
    void theSystemSaysThatItIsAliveAndReady() {
        assertThat(system.send(HttpRequest.newBuilder(system.at("/health/live")).build())
                        .statusCode())
                .isEqualTo(200);
        HttpResponse<String> ready =
                system.send(HttpRequest.newBuilder(system.at("/health/ready")).build());
        assertThat(ready.statusCode()).isEqualTo(200);
        assertThat(RunningSystem.json(ready.body()).path("status").asText()).isEqualTo("UP");
    }

    @Test
    void anAssetMayBeKeptForEverUnderTheHashOfItsContent() {
        HttpResponse<String> plain = system.send(
                HttpRequest.newBuilder(system.at("/assets/mandat.css")).build());
        assertThat(plain.statusCode()).isEqualTo(200);
        String hash = plain.headers().firstValue("ETag").orElseThrow().replace("\"", "");

        HttpResponse<String> kept = system.send(HttpRequest.newBuilder(system.at("/assets/" + hash + "/mandat.css"))
                .build());

        assertThat(kept.body()).isEqualTo(plain.body());
        assertThat(kept.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("immutable"));
        assertThat(system.send(HttpRequest.newBuilder(URI.create(system.at("/assets/") + "..%2fWEB-INF%2fweb.xml"))
                                .build())
                        .statusCode())
                .isIn(400, 404);
    }

    private String raise() {
        HttpResponse<String> answer = system.post("sara", "/api/v1/cases", RAISE);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return RunningSystem.json(answer.body()).path("number").asText();
    }

    private String title(String language) {
        HttpResponse<String> answer = system.send(system.request("sara", "/api/v1/cases/M-1999-0001")
                .header("Accept-Language", language)
                .GET()
                .build());
        return RunningSystem.json(answer.body()).path("title").asText();
    }

    private HttpResponse<String> anonymous(String path, String type, String body) {
        return system.send(HttpRequest.newBuilder(system.at(path))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    private HttpResponse<String> post(String username, String path, String type, String body, String... headers) {
        HttpRequest.Builder request = system.request(username, path).header("Content-Type", type);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return system.send(request.POST(BodyPublishers.ofString(body)).build());
    }

    private static JsonNode assertRefused(int status, String kind, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        JsonNode problem = RunningSystem.json(answer.body());
        assertThat(problem.path("type").asText()).isEqualTo("/problems/" + kind);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("title").asText()).isNotBlank();
        assertThat(problem.path("detail").asText()).isNotBlank().doesNotContain("Exception");
        return problem;
    }

    private static String escaped(String text) {
        return text.replace("\t", "\\t").replace("\n", "\\n");
    }
}
