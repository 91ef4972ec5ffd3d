package se.mandat.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.mandat.running.ClientTest;
import se.mandat.running.Outage;
import se.mandat.running.Patience;
import se.mandat.running.RunningSystem;

/** The identity provider or the database is away for a while: what people and programs are told, and what is left of it. */
class OutageIT extends ClientTest {

    @Test
    void whileNobodyCanLogInThoseWhoAreGoOn() {
        Visitor sara = new Visitor(system);
        sara.logIn("sara");
        system.token("amir");

        try (Outage outage = system.withoutIdentityProvider()) {
            assertThat(system.get("amir", "/api/v1/me").statusCode()).isEqualTo(200);
            assertThat(system.post("amir", "/api/v1/mandate-checks", "{\"outcome\": \"DETOUR\"}")
                            .statusCode())
                    .isEqualTo(200);
            Visitor.Seen todo = sara.get("/");
            assertThat(todo.status()).isEqualTo(200);
            assertThat(todo.body()).contains("Sara Nyberg");

            assertThat(alive()).isEqualTo(200);
            HttpResponse<String> degraded = readiness(outage, "DEGRADED");
            assertThat(degraded.statusCode()).isEqualTo(200);
            JsonNode readiness = RunningSystem.json(degraded.body());
            assertThat(readiness.path("identityProvider").asText()).isEqualTo("DOWN");
            assertThat(readiness.path("database").asText()).isEqualTo("UP");
        }

        assertThat(new Visitor(system).logIn("hugo").body()).contains("Hugo Sjögren");
    }

    @Test
    void whoCannotLogInIsToldWhatToDoInTheirLanguage() {
        Visitor halfway = new Visitor(system);
        URI back = halfway.wayBack(halfway.get("/about"), "hugo");

        try (Outage outage = system.withoutIdentityProvider()) {
            Visitor.Seen swedish = new Visitor(system).get("/cases");
            assertThat(swedish.status()).isEqualTo(503);
            assertThat(swedish.retryAfter()).isEqualTo("5");
            assertThat(swedish.body())
                    .contains(
                            "<html lang=\"sv\"", "Det går inte att logga in just nu", "Försök igen", "href=\"/cases\"");
            assertSaysNothingOfTheInside(swedish.body());

            Visitor.Seen english = new Visitor(system, "en").get("/");
            assertThat(english.status()).isEqualTo(503);
            assertThat(english.body())
                    .contains("<html lang=\"en\"", "It is not possible to log in right now", "Try again");

            Visitor.Seen comesBack = halfway.get(back);
            assertThat(comesBack.status()).isEqualTo(503);
            assertThat(comesBack.body()).contains("Det går inte att logga in just nu", "href=\"/about\"");
            assertSaysNothingOfTheInside(comesBack.body());
        }

        assertThat(new Visitor(system).logIn("hugo").body()).contains("Hugo Sjögren");
    }

    @Test
    void whatWasTypedOnASessionThatHasEndedIsKeptUntilOneCanLogIn() {
        String words = "Jag väntade " + UUID.randomUUID();
        Map<String, String> form = question(new Visitor(system).logIn("sara").csrf(), words);
        Visitor sara = new Visitor(system);

        Visitor.Seen refused;
        try (Outage outage = system.withoutIdentityProvider()) {
            refused = sara.post("/raise", form);
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.body()).contains("Det går inte att logga in just nu", words, "Skicka igen");
            assertThat(refused.hiddenFields()).containsAllEntriesOf(form);
        }

        Visitor.Seen raised = sara.answer(sara.post("/raise", refused.hiddenFields()), "sara");
        assertThat(raised.at().getPath()).matches("/cases/M-.*");
        assertThat(raised.body()).contains(words);
    }

    @Test
    void withoutTheDatabaseProgramsAreToldWhenToTryAgainAndNothingIsHalfDone() {
        String words = "Ingen svarade " + UUID.randomUUID();
        String raise =
                "{\"customerVoice\": {\"words\": \"" + words + "\", \"goal\": \"få svar\", \"outcome\": \"DETOUR\"}}";
        String key = UUID.randomUUID().toString();

        try (Outage outage = system.withoutDatabase()) {
            assertUnavailable("sv", "Mandat svarar inte just nu", get("sv", "/api/v1/obligations?of=me"));
            assertUnavailable("en", "Mandat is not answering now", get("en", "/api/v1/cases"));
            assertUnavailable("sv", "Mandat svarar inte just nu", raise(key, raise));

            assertThat(alive()).isEqualTo(200);
            HttpResponse<String> down = readiness(outage, "DOWN");
            assertThat(down.statusCode()).isEqualTo(503);
            JsonNode readiness = RunningSystem.json(down.body());
            assertThat(readiness.path("database").asText()).isEqualTo("DOWN");
            assertThat(readiness.path("identityProvider").asText()).isEqualTo("UP");
        }

        assertThat(found(words)).isZero();
        HttpResponse<String> raised = raise(key, raise);
        assertThat(raised.statusCode()).as(raised.body()).isEqualTo(201);
        assertThat(raise(key, raise).body()).isEqualTo(raised.body());
        assertThat(found(words)).isEqualTo(1);
    }

    @Test
    void withoutTheDatabasePeopleAreToldSoAndWhatTheyTypedIsSentAgainByOneButton() {
        String words = "Vi <fick> vänta & \"vänta\"\r\n" + UUID.randomUUID();
        Visitor sara = new Visitor(system);
        Map<String, String> form = question(sara.logIn("sara").csrf(), words);
        Visitor hugo = new Visitor(system);
        hugo.post("/language", Map.of("csrf", hugo.logIn("hugo").csrf(), "lang", "en", "back", "/"));

        Visitor.Seen refused;
        try (Outage outage = system.withoutDatabase()) {
            Visitor.Seen page = sara.get("/cases");
            assertThat(page.status()).isEqualTo(503);
            assertThat(page.retryAfter()).isEqualTo("5");
            assertThat(page.body()).contains("Mandat svarar inte just nu", "Försök igen", "href=\"/cases\"");
            assertSaysNothingOfTheInside(page.body());
            assertThat(hugo.get("/").body()).contains("Mandat does not answer right now", "Try again");

            refused = sara.post("/raise", form);
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.retryAfter()).isEqualTo("5");
            assertThat(refused.body()).contains("Mandat svarar inte just nu", "Vi &lt;fick&gt; vänta", "Skicka igen");
            assertThat(refused.hiddenFields()).containsAllEntriesOf(form);
            assertSaysNothingOfTheInside(refused.body());
        }

        Visitor.Seen raised = sara.post("/raise", refused.hiddenFields());
        assertThat(raised.at().getPath()).matches("/cases/M-.*");
        assertThat(raised.body()).contains("Vi &lt;fick&gt; vänta");
        assertThat(sara.post("/raise", refused.hiddenFields()).at()).isEqualTo(raised.at());
        assertThat(found(words.lines().skip(1).findFirst().orElseThrow())).isEqualTo(1);
    }

    private static Map<String, String> question(String csrf, String words) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("csrf", csrf);
        form.put("once", UUID.randomUUID().toString());
        form.put("act", "send");
        form.put("expectedRoute", "MANAGER");
        form.put("customerVoice.words", words);
        form.put("customerVoice.goal", "få svar på en fråga");
        form.put("customerVoice.outcome", "DETOUR");
        return form;
    }

    /** What it says when it has come to this status: until it looks again, it says what it found last. */
    private static HttpResponse<String> readiness(Outage outage, String status) {
        Patience.until(Duration.ofSeconds(10), () -> RunningSystem.json(
                        outage.readiness().body())
                .path("status")
                .asText()
                .equals(status));
        return outage.readiness();
    }

    private int alive() {
        return system.send(HttpRequest.newBuilder(system.at("/health/live")).build())
                .statusCode();
    }

    private HttpResponse<String> get(String language, String path) {
        return system.send(system.request("amir", path)
                .header("Accept-Language", language)
                .GET()
                .build());
    }

    private HttpResponse<String> raise(String key, String body) {
        return system.send(system.request("amir", "/api/v1/cases")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    /** How many cases have these words. */
    private int found(String words) {
        return RunningSystem.json(system.get("amir", "/api/v1/cases?q=" + words.replaceAll(".* ", ""))
                        .body())
                .path("items")
                .size();
    }

    private static void assertUnavailable(String language, String title, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
        JsonNode problem = RunningSystem.json(answer.body());
        assertThat(problem.path("type").asText()).isEqualTo("/problems/unavailable");
        assertThat(problem.path("title").asText()).as(language).isEqualTo(title);
        assertThat(problem.path("detail").asText()).isNotBlank();
        assertSaysNothingOfTheInside(answer.body());
    }

    private static void assertSaysNothingOfTheInside(String body) {
        assertThat(body).doesNotContainIgnoringCase("exception", "sql", "at se.mandat", "org.jboss", "keycloak");
    }
}
