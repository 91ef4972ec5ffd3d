package se.mandat.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.StreamSupport;
import se.mandat.running.RunningSystem;

/** What a call was answered. */
record Answer(HttpResponse<String> http) {

    int status() {
        return http.statusCode();
    }

    String body() {
        return http.body();
    }

    JsonNode json() {
        return RunningSystem.json(http.body());
    }

    String tag() {
        return http.headers().firstValue("ETag").orElseThrow();
    }

    /** It was carried out. */
    Answer done() {
        assertThat(status()).as(body()).isBetween(200, 201);
        return this;
    }

    /** It was refused as a problem with this status. */
    Answer refused(int status) {
        assertThat(status()).as(body()).isEqualTo(status);
        assertThat(http.headers().firstValue("Content-Type").orElse(""))
                .as(body())
                .startsWith("application/problem+json");
        assertSaysAllItMeans(json());
        return this;
    }

    /** No sentence shows where a word was to be put in. */
    private static void assertSaysAllItMeans(JsonNode problem) {
        assertThat(problem.path("title").asText()).doesNotContain("{");
        assertThat(problem.path("detail").asText()).doesNotContain("{");
        assertThat(problem.path("errors"))
                .allSatisfy(error -> assertThat(error.path("message").asText()).doesNotContain("{"));
    }

    /** It was refused for these fields. */
    Answer invalid(String... fields) {
        refused(422);
        List<String> named = StreamSupport.stream(json().path("errors").spliterator(), false)
                .map(error -> error.path("field").asText())
                .toList();
        assertThat(named).as(body()).contains(fields);
        return this;
    }

    String number() {
        return json().path("number").asText();
    }
}
