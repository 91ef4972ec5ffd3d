package se.mandat.web.platform;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The OpenAPI document, arranged to be read by people. */
public record ApiView(String title, String summary, String description, List<Group> groups, List<Shape> shapes) {

    /** Calls that belong together. */
    public record Group(String name, String description, List<Call> calls) {}

    /** @param example what to send, as indented JSON; null when nothing is sent */
    public record Call(
            String method,
            String path,
            String id,
            String summary,
            String description,
            List<Parameter> parameters,
            String example,
            String sends,
            List<Answer> answers) {}

    public record Parameter(String name, String in, boolean required, String description) {}

    /** @param shape the name of what is answered; null for problems and empty answers */
    public record Answer(String status, String description, String shape) {}

    /** What is sent or answered. */
    public record Shape(String name, String description, List<Field> fields, String values) {}

    public record Field(String name, String type, boolean required, String description) {}

    static ApiView of(JsonNode document) {
        List<Group> groups = new ArrayList<>();
        for (JsonNode tag : document.get("tags")) {
            groups.add(new Group(
                    tag.get("name").asText(),
                    tag.get("description").asText(),
                    calls(document, tag.get("name").asText())));
        }
        List<Shape> shapes = new ArrayList<>();
        document.at("/components/schemas")
                .properties()
                .forEach(schema -> shapes.add(shape(schema.getKey(), schema.getValue())));
        JsonNode info = document.get("info");
        return new ApiView(
                info.get("title").asText(),
                info.get("summary").asText(),
                info.get("description").asText(),
                groups,
                shapes);
    }

    private static List<Call> calls(JsonNode document, String tag) {
        List<Call> calls = new ArrayList<>();
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    JsonNode call = method.getValue();
                    if (call.at("/tags/0").asText().equals(tag)) {
                        calls.add(call(document, path.getKey(), method.getKey(), call));
                    }
                }));
        return calls;
    }

    private static Call call(JsonNode document, String path, String method, JsonNode call) {
        List<Parameter> parameters = new ArrayList<>();
        for (JsonNode given : call.path("parameters")) {
            JsonNode parameter = resolve(document, given);
            parameters.add(new Parameter(
                    parameter.get("name").asText(),
                    parameter.get("in").asText(),
                    parameter.path("required").asBoolean(),
                    parameter.path("description").asText()));
        }
        List<Answer> answers = new ArrayList<>();
        call.get("responses").properties().forEach(answer -> {
            JsonNode said = resolve(document, answer.getValue());
            answers.add(new Answer(
                    answer.getKey(),
                    said.get("description").asText(),
                    name(said.at("/content/application~1json/schema/$ref"))));
        });
        JsonNode content = call.at("/requestBody/content/application~1json");
        return new Call(
                method.toUpperCase(Locale.ROOT),
                path,
                call.get("operationId").asText(),
                call.get("summary").asText(),
                call.path("description").asText(),
                parameters,
                content.has("example") ? content.get("example").toPrettyString() : null,
                name(content.at("/schema/$ref")),
                answers);
    }

    private static Shape shape(String name, JsonNode schema) {
        List<Field> fields = new ArrayList<>();
        schema.path("properties")
                .properties()
                .forEach(field -> fields.add(new Field(
                        field.getKey(),
                        type(field.getValue()),
                        contains(schema.path("required"), field.getKey()),
                        field.getValue().path("description").asText())));
        return new Shape(name, schema.path("description").asText(), fields, values(schema));
    }

    private static String type(JsonNode schema) {
        if (schema.has("$ref")) {
            return name(schema.get("$ref"));
        }
        if (schema.has("oneOf")) {
            List<String> types = new ArrayList<>();
            schema.get("oneOf").forEach(one -> types.add(type(one)));
            return String.join(" or ", types);
        }
        if (schema.has("enum")) {
            return values(schema);
        }
        JsonNode type = schema.path("type");
        if (schema.has("items")) {
            return "list of " + type(schema.get("items"));
        }
        if (type.isArray()) {
            List<String> types = new ArrayList<>();
            type.forEach(one -> types.add(one.asText()));
            return String.join(" or ", types);
        }
        return type.asText();
    }

    private static String values(JsonNode schema) {
        List<String> values = new ArrayList<>();
        schema.path("enum").forEach(value -> values.add(value.asText()));
        return String.join(", ", values);
    }

    private static boolean contains(JsonNode list, String text) {
        for (JsonNode one : list) {
            if (one.asText().equals(text)) {
                return true;
            }
        }
        return false;
    }

    private static JsonNode resolve(JsonNode document, JsonNode node) {
        return node.has("$ref") ? document.at(node.get("$ref").asText().substring(1)) : node;
    }

    private static String name(JsonNode reference) {
        String text = reference.asText();
        return text.isEmpty() ? null : text.substring(text.lastIndexOf('/') + 1);
    }
}
