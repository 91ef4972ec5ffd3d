package se.mandat.web.platform;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What a description of an API must be like: the rules that linters recommend (Spectral's and Redocly's, by the names
 * that they have there), and that what is refused is a problem document.
 */
final class OpenApiLint {

    /** A rule that a part of the description breaks. */
    record Finding(String rule, String where) {}

    /** One method of one path. */
    private record Operation(String path, String method, JsonNode of, JsonNode document) {

        String name() {
            return method + " " + path;
        }

        Stream<JsonNode> parameters() {
            return Stream.concat(
                            elements(document.path("paths").path(path).path("parameters")),
                            elements(of.path("parameters")))
                    .map(parameter -> resolved(document, parameter));
        }
    }

    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch", "head", "options");
    private static final Pattern IN_PATH = Pattern.compile("\\{([^}]*)}");
    private static final String REF = "$ref";

    private static final Map<String, Function<JsonNode, Stream<String>>> RULES = new LinkedHashMap<>();

    static {
        RULES.put("info-description", document -> missing(document.path("info"), "description"));
        RULES.put("info-contact", document -> missing(document.path("info").path("contact"), "name"));
        RULES.put("info-license", document -> missing(document.path("info").path("license"), "name", "identifier"));
        RULES.put("tag-description", document -> elements(document.path("tags"))
                .filter(tag -> tag.path("description").asText().isBlank())
                .map(tag -> tag.path("name").asText()));
        RULES.put("no-unused-tags", OpenApiLint::unusedTags);
        RULES.put("operation-tag-defined", document -> operations(document)
                .filter(operation -> !names(document.path("tags")).containsAll(tags(operation.of)))
                .map(Operation::name));
        ofOperations("operation-singular-tag", operation -> tags(operation.of).size() == 1);
        ofOperations(
                "operation-operationId-valid-in-url",
                operation -> operation.of.path("operationId").asText().matches("[A-Za-z][A-Za-z0-9-]*"));
        RULES.put("operation-operationId-unique", OpenApiLint::sameIds);
        ofOperations(
                "operation-summary",
                operation -> !operation.of.path("summary").asText().isBlank());
        ofOperations("operation-success-response", operation -> statuses(operation)
                .anyMatch(status -> status.matches("[23].*")));
        ofOperations(
                "operation-4xx-response", operation -> statuses(operation).anyMatch(status -> status.matches("4.*")));
        ofOperations(
                "operation-parameters-unique",
                operation -> operation
                                .parameters()
                                .map(parameter -> parameter.path("in").asText()
                                        + parameter.path("name").asText())
                                .distinct()
                                .count()
                        == operation.parameters().count());
        ofOperations("operation-parameters-described", operation -> operation
                .parameters()
                .allMatch(parameter -> parameter.path("in").asText().equals("path")
                        || !parameter.path("description").asText().isBlank()));
        ofOperations("path-params", OpenApiLint::declaresWhatItsPathNames);
        ofPaths("path-keys-no-trailing-slash", path -> !path.endsWith("/"));
        ofPaths("path-not-include-query", path -> !path.contains("?"));
        ofPaths("path-declarations-must-exist", path -> !path.contains("{}"));
        RULES.put("no-identical-paths", OpenApiLint::pathsThatAreTheSame);
        RULES.put("security-defined", OpenApiLint::undefinedSecurity);
        RULES.put("no-unresolved-refs", document -> references(document)
                .filter(reference -> document.at(reference.substring(1)).isMissingNode()));
        RULES.put("no-unused-components", OpenApiLint::unusedComponents);
        RULES.put("duplicated-entry-in-enum", document -> document.findValues("enum").stream()
                .filter(values -> elements(values).distinct().count() != values.size())
                .map(JsonNode::toString));
        RULES.put("refused-as-a-problem", OpenApiLint::refusedAsSomethingElse);
        RULES.put("valid-media-example", OpenApiLint::examplesThatDoNotFit);
    }

    private OpenApiLint() {}

    private static void ofOperations(String rule, Predicate<Operation> keepsIt) {
        RULES.put(rule, document -> operations(document)
                .filter(operation -> !keepsIt.test(operation))
                .map(Operation::name));
    }

    private static void ofPaths(String rule, Predicate<String> keepsIt) {
        RULES.put(rule, document -> fields(document.path("paths")).filter(path -> !keepsIt.test(path)));
    }

    static Collection<String> rules() {
        return RULES.keySet();
    }

    static List<Finding> lint(JsonNode document) {
        List<Finding> findings = new ArrayList<>();
        RULES.forEach((rule, check) -> check.apply(document).forEach(where -> findings.add(new Finding(rule, where))));
        return findings;
    }

    private static Stream<Operation> operations(JsonNode document) {
        return fields(document.path("paths"))
                .flatMap(path -> fields(document.path("paths").path(path))
                        .filter(METHODS::contains)
                        .map(method -> new Operation(
                                path, method, document.path("paths").path(path).path(method), document)));
    }

    private static Stream<String> missing(JsonNode of, String... fields) {
        return Stream.of(fields).filter(field -> of.path(field).asText().isBlank());
    }

    private static List<String> tags(JsonNode operation) {
        return elements(operation.path("tags")).map(JsonNode::asText).toList();
    }

    private static Set<String> names(JsonNode all) {
        return elements(all).map(one -> one.path("name").asText()).collect(Collectors.toSet());
    }

    private static Stream<String> statuses(Operation operation) {
        return fields(operation.of.path("responses"));
    }

    private static Stream<String> unusedTags(JsonNode document) {
        Set<String> unused = new TreeSet<>(names(document.path("tags")));
        operations(document).forEach(operation -> unused.removeAll(tags(operation.of)));
        return unused.stream();
    }

    private static Stream<String> sameIds(JsonNode document) {
        Set<String> seen = new HashSet<>();
        return operations(document)
                .map(operation -> operation.of.path("operationId").asText())
                .filter(id -> !seen.add(id))
                .toList()
                .stream();
    }

    private static boolean declaresWhatItsPathNames(Operation operation) {
        Set<String> named = new TreeSet<>();
        Matcher part = IN_PATH.matcher(operation.path);
        while (part.find()) {
            named.add(part.group(1));
        }
        List<JsonNode> declared = operation
                .parameters()
                .filter(parameter -> parameter.path("in").asText().equals("path"))
                .toList();
        return declared.stream()
                        .allMatch(parameter -> parameter.path("required").asBoolean())
                && named.equals(declared.stream()
                        .map(parameter -> parameter.path("name").asText())
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    private static Stream<String> pathsThatAreTheSame(JsonNode document) {
        Set<String> seen = new HashSet<>();
        return fields(document.path("paths"))
                .filter(path -> !seen.add(IN_PATH.matcher(path).replaceAll("{}")))
                .toList()
                .stream();
    }

    private static Stream<String> undefinedSecurity(JsonNode document) {
        Set<String> defined = fields(document.at("/components/securitySchemes")).collect(Collectors.toSet());
        if (document.path("security").isEmpty()) {
            return Stream.of("nothing is said for all");
        }
        return Stream.concat(
                        Stream.of(document.path("security")),
                        operations(document).map(operation -> operation.of.path("security")))
                .flatMap(OpenApiLint::elements)
                .flatMap(OpenApiLint::fields)
                .filter(scheme -> !defined.contains(scheme));
    }

    private static Stream<String> references(JsonNode document) {
        return document.findValues(REF).stream().map(JsonNode::asText);
    }

    private static Stream<String> unusedComponents(JsonNode document) {
        Set<String> used = references(document).collect(Collectors.toSet());
        return fields(document.path("components"))
                .filter(kind -> !kind.equals("securitySchemes"))
                .flatMap(kind ->
                        fields(document.path("components").path(kind)).map(name -> "#/components/" + kind + "/" + name))
                .filter(component -> !used.contains(component));
    }

    private static Stream<String> refusedAsSomethingElse(JsonNode document) {
        return operations(document).flatMap(operation -> statuses(operation)
                .filter(status -> status.matches("[45].*"))
                .filter(status -> !resolved(
                                document, operation.of.path("responses").path(status))
                        .path("content")
                        .has(ProblemDocument.MEDIA_TYPE))
                .map(status -> operation.name() + " " + status));
    }

    private static Stream<String> examplesThatDoNotFit(JsonNode document) {
        return operations(document).flatMap(operation -> {
            JsonNode sent = operation.of.path("requestBody").path("content").path("application/json");
            return sent.isMissingNode()
                    ? Stream.empty()
                    : misfits(document, sent.path("schema"), sent.path("example"), operation.name());
        });
    }

    /** As far as closed sets, required and unknown fields say. */
    private static Stream<String> misfits(JsonNode document, JsonNode given, JsonNode example, String where) {
        JsonNode schema = resolved(document, given);
        if (schema.path("type").asText().equals("array")) {
            return elements(example).flatMap(one -> misfits(document, schema.path("items"), one, where + "[]"));
        }
        if (schema.has("enum") && elements(schema.path("enum")).noneMatch(example::equals)) {
            return Stream.of(where + " " + example);
        }
        if (!schema.path("type").asText().equals("object")) {
            return Stream.empty();
        }
        Stream<String> absent = elements(schema.path("required"))
                .map(JsonNode::asText)
                .filter(field -> !example.has(field))
                .map(field -> where + "/" + field);
        Stream<String> unfit = fields(example)
                .flatMap(field -> schema.path("properties").has(field)
                        ? misfits(
                                document,
                                schema.path("properties").path(field),
                                example.path(field),
                                where + "/" + field)
                        : Stream.of(where + "/" + field));
        return Stream.concat(absent, unfit);
    }

    private static JsonNode resolved(JsonNode document, JsonNode given) {
        return given.has(REF) ? document.at(given.path(REF).asText().substring(1)) : given;
    }

    private static Stream<String> fields(JsonNode of) {
        return StreamSupport.stream(((Iterable<String>) of::fieldNames).spliterator(), false);
    }

    private static Stream<JsonNode> elements(JsonNode of) {
        return StreamSupport.stream(of.spliterator(), false);
    }
}
