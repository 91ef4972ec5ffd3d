package se.mandat.organisation;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import se.mandat.shared.WholeAnswer;

/**
 * The calls of one reading: one token, one deadline for all of them together. Everything but a whole and well-formed
 * answer refuses the reading.
 */
final class KeycloakCalls {

    private static final Duration ONE_CALL = Duration.ofSeconds(10);

    private final HttpClient http;
    private final KeycloakRealm realm;
    private final int pageSize;
    private final long deadline;
    private final String token;

    /**
     * Gets a token.
     *
     * @param pageSize how many elements to ask for at once, at least two
     * @param allCalls how long the reading may take
     */
    KeycloakCalls(HttpClient http, KeycloakRealm realm, int pageSize, Duration allCalls) throws ReadingRefused {
        this.http = http;
        this.realm = realm;
        this.pageSize = pageSize;
        this.deadline = System.nanoTime() + allCalls.toNanos();
        HttpRequest.Builder request = HttpRequest.newBuilder(realm.token())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(realm.credentials()));
        this.token = text(object(answer("the token", request)), "access_token");
    }

    /**
     * All elements of a list that the realm keeps in order, page by page. Pages overlap by one element: if it is not the
     * same on both, something was added or removed meanwhile and somebody may be missing, so the reading is refused.
     */
    List<JsonObject> pages(String path, String query) throws ReadingRefused {
        List<JsonObject> all = page(path, query, 0, pageSize);
        List<JsonObject> last = all;
        while (last.size() == pageSize) {
            last = page(path, query, all.size() - 1, pageSize);
            if (last.isEmpty() || !text(last.getFirst(), "id").equals(text(all.getLast(), "id"))) {
                throw new ReadingRefused("it changed while it was read: " + shape(path));
            }
            all.addAll(last.subList(1, last.size()));
        }
        return all;
    }

    /** All elements of a list that the realm keeps in no order, so that its pages could not be put together. */
    List<JsonObject> whole(String path, String query) throws ReadingRefused {
        return page(path, query, 0, 1_000_000);
    }

    /** The text of this name, which must be there. */
    static String text(JsonObject object, String name) throws ReadingRefused {
        String text = object.get(name) instanceof jakarta.json.JsonString string ? string.getString() : "";
        if (text.isBlank()) {
            throw new ReadingRefused("it answers something without " + name);
        }
        return text;
    }

    private List<JsonObject> page(String path, String query, int first, int max) throws ReadingRefused {
        URI uri = realm.administration(path + "?first=" + first + "&max=" + max + query);
        String shape = shape(path);
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).header("Authorization", "Bearer " + token);
        if (!(answer(shape, request) instanceof JsonArray array)) {
            throw new ReadingRefused("it answers no list: " + shape);
        }
        if (array.size() > max) {
            throw new ReadingRefused("it answers more than was asked for: " + shape);
        }
        List<JsonObject> page = new ArrayList<>();
        for (JsonValue value : array) {
            page.add(object(value));
        }
        return page;
    }

    private JsonStructure answer(String shape, HttpRequest.Builder request) throws ReadingRefused {
        Duration left = Duration.ofNanos(deadline - System.nanoTime());
        if (left.isNegative() || left.isZero()) {
            throw new ReadingRefused("it takes too long");
        }
        Duration time = left.compareTo(ONE_CALL) < 0 ? left : ONE_CALL;
        HttpRequest complete = request.header("Accept", "application/json").build();
        try {
            HttpResponse<String> response =
                    WholeAnswer.within(time, http, complete, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new ReadingRefused("it answers " + response.statusCode() + ": " + shape);
            }
            try (JsonReader reader = Json.createReader(new StringReader(response.body()))) {
                return reader.read();
            }
        } catch (IOException e) {
            throw new ReadingRefused("it does not answer", e);
        } catch (JsonException e) {
            throw new ReadingRefused("it answers something that is no JSON: " + shape, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ReadingRefused("the system stops", e);
        }
    }

    private static JsonObject object(JsonValue value) throws ReadingRefused {
        if (value instanceof JsonObject object) {
            return object;
        }
        throw new ReadingRefused("it answers something that is no object");
    }

    /** The path without what names somebody or something. */
    private static String shape(String path) {
        return path.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "…");
    }
}
