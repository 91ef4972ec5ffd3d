package se.mandat.history;

import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.erdtman.jcs.JsonCanonicalizer;

/** JSON in the one form that RFC 8785 allows, so that the same facts always have the same bytes. */
final class CanonicalJson {

    /** Beyond it a whole number is not exact in JSON (RFC 7493). */
    private static final long LARGEST = (1L << 53) - 1;

    // The static methods of Json look for a provider at every call.
    private static final JsonProvider JSON = JsonProvider.provider();

    private CanonicalJson() {}

    /** @throws IllegalArgumentException for what has no exact JSON: a fraction, a number beyond 2^53 */
    static String of(Map<?, ?> facts) {
        try {
            return new JsonCanonicalizer(object(facts).toString()).getEncodedString();
        } catch (IOException e) {
            throw new IllegalArgumentException("Not a JSON object: " + facts.keySet(), e);
        }
    }

    /** What stands in {@code json}, or nothing if it is not an object in canonical form. */
    static Optional<Map<String, Object>> read(String json) {
        try (JsonReader reader = JSON.createReader(new StringReader(json))) {
            Map<String, Object> facts = map(reader.readObject());
            return of(facts).equals(json) ? Optional.of(facts) : Optional.empty();
        } catch (JsonException | IllegalArgumentException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    private static JsonObject object(Map<?, ?> facts) {
        var object = JSON.createObjectBuilder();
        facts.forEach((name, value) -> object.add((String) name, value(value)));
        return object.build();
    }

    private static JsonValue value(Object value) {
        return switch (value) {
            case null -> JsonValue.NULL;
            case Boolean truth -> truth ? JsonValue.TRUE : JsonValue.FALSE;
            case Number number -> JSON.createValue(whole(number));
            case Map<?, ?> map -> object(map);
            case Iterable<?> list -> array(list);
            case Enum<?> name -> JSON.createValue(name.name());
            default -> JSON.createValue(value.toString());
        };
    }

    private static JsonArray array(Iterable<?> list) {
        var array = JSON.createArrayBuilder();
        list.forEach(value -> array.add(value(value)));
        return array.build();
    }

    private static long whole(Number number) {
        long whole = new BigDecimal(number.toString()).longValueExact();
        if (Math.abs(whole) > LARGEST) {
            throw new IllegalArgumentException("Not exact in JSON: " + number);
        }
        return whole;
    }

    private static Map<String, Object> map(JsonObject object) {
        Map<String, Object> map = new LinkedHashMap<>();
        object.forEach((name, value) -> map.put(name, plain(value)));
        return Collections.unmodifiableMap(map);
    }

    private static Object plain(JsonValue value) {
        return switch (value.getValueType()) {
            case NULL -> null;
            case TRUE -> true;
            case FALSE -> false;
            case STRING -> ((JsonString) value).getString();
            case NUMBER -> ((JsonNumber) value).bigDecimalValue().longValueExact();
            case OBJECT -> map(value.asJsonObject());
            case ARRAY -> list(value.asJsonArray());
        };
    }

    private static List<Object> list(JsonArray array) {
        List<Object> list = new ArrayList<>();
        array.forEach(value -> list.add(plain(value)));
        return Collections.unmodifiableList(list);
    }
}
