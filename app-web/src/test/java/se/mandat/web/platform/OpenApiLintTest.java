package se.mandat.web.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.mandat.web.platform.OpenApiLint.Finding;

/** The description of the API is what linters recommend; each rule is seen to bite. */
class OpenApiLintTest {

    private static final JsonNode DOCUMENT = ApiDescription.parse();

    /** How the description is spoilt for each rule. */
    private static final Map<String, Consumer<ObjectNode>> SPOILT = Map.ofEntries(
            Map.entry("info-description", without("/info", "description")),
            Map.entry("info-contact", without("/info", "contact")),
            Map.entry("info-license", without("/info/license", "name")),
            Map.entry("tag-description", without("/tags/0", "description")),
            Map.entry("no-unused-tags", document -> document.withArray("/tags")
                    .addObject()
                    .put("name", "more")
                    .put("description", "More.")),
            Map.entry(
                    "operation-tag-defined",
                    document -> me(document).withArray("/tags").removeAll().add("us")),
            Map.entry(
                    "operation-singular-tag",
                    document -> me(document).withArray("/tags").add("cases")),
            Map.entry("operation-operationId-valid-in-url", document -> me(document)
                    .put("operationId", "who am I")),
            Map.entry("operation-operationId-unique", document -> me(document).put("operationId", "mySettings")),
            Map.entry("operation-summary", document -> me(document).put("summary", " ")),
            Map.entry(
                    "operation-success-response",
                    document -> me(document).withObject("/responses").remove("200")),
            Map.entry("operation-4xx-response", document -> me(document).putObject("responses")),
            Map.entry("operation-parameters-unique", document -> me(document)
                    .withArray("/parameters")
                    .addObject()
                    .put("$ref", "#/components/parameters/language")),
            Map.entry("operation-parameters-described", document -> me(document)
                    .withArray("/parameters")
                    .addObject()
                    .put("in", "query")
                    .put("name", "q")),
            Map.entry("path-params", path("/api/v1/me/{what}")),
            Map.entry("path-keys-no-trailing-slash", path("/api/v1/me/")),
            Map.entry("path-not-include-query", path("/api/v1/me?all")),
            Map.entry("path-declarations-must-exist", path("/api/v1/{}/me")),
            Map.entry("no-identical-paths", path("/api/v1/cases/{other}")),
            Map.entry(
                    "security-defined",
                    document -> document.withArray("/security").addObject().putArray("password")),
            Map.entry("no-unresolved-refs", document -> me(document)
                    .withArray("/parameters")
                    .addObject()
                    .put("$ref", "#/components/parameters/nothing")),
            Map.entry("no-unused-components", document -> document.withObject("/components/schemas")
                    .putObject("Nobodys")),
            Map.entry("duplicated-entry-in-enum", document -> document.withObject("/components/schemas/Outcome")
                    .withArray("/enum")
                    .add("HARMED")),
            Map.entry("refused-as-a-problem", document -> me(document)
                    .withObject("/responses/400")
                    .removeAll()
                    .put("description", "No.")),
            Map.entry("valid-media-example", document -> document.withObject("/paths/~1api~1v1~1me~1settings/put")
                    .withObject("/requestBody/content/application~1json/example")
                    .put("mail", "BY_PIGEON")));

    private static ObjectNode me(ObjectNode document) {
        return document.withObject("/paths/~1api~1v1~1me/get");
    }

    private static Consumer<ObjectNode> without(String where, String field) {
        return document -> ((ObjectNode) document.at(where)).remove(field);
    }

    private static Consumer<ObjectNode> path(String path) {
        return document -> ((ObjectNode) document.path("paths")).set(path, document.at("/paths/~1api~1v1~1me"));
    }

    static Collection<String> rules() {
        return OpenApiLint.rules();
    }

    @Test
    void the_description_keeps_every_rule() {
        assertThat(OpenApiLint.lint(DOCUMENT)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_rule_bites(String rule) {
        ObjectNode spoilt = DOCUMENT.deepCopy();
        SPOILT.get(rule).accept(spoilt);

        assertThat(OpenApiLint.lint(spoilt)).extracting(Finding::rule).contains(rule);
    }
}
