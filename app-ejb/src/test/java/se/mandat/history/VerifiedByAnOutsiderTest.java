package se.mandat.history;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;
import se.mandat.shared.Actor;
import se.mandat.shared.DomainEvent.FreeText;

/** The recipe of docs/decisions/0004 is all that a program needs that knows nothing but the JSON of the API. */
class VerifiedByAnOutsiderTest {

    private static final String SUBJECT = ChainFixture.SUBJECT;

    @Test
    void the_json_of_the_api_is_enough_to_verify_every_hash_and_every_text() throws Exception {
        String json = asToldByTheApi(new ChainFixture()
                .happened(
                        Noted.of(
                                SUBJECT,
                                "case.raised.v1",
                                Map.of("units", List.of("nordvik/teknik/gata"), "inputs", Map.of("cost", 4_000)),
                                new FreeText("words", "Lampan \"blinkar\"\nfortfarande \uD83D\uDE21"),
                                new FreeText("goal", "Komma hem")),
                        Actor.of("hugo"),
                        Instant.parse("2026-11-22T09:30:00.123456Z"))
                .happened(
                        Noted.of(SUBJECT, "case.decided.v1", Map.of(), new FreeText("reason", "Rimligt")),
                        Actor.of("gun").onBehalfOf("tove"),
                        Instant.parse("2026-11-22T09:31:00Z"))
                .chain());

        String previous = "0".repeat(64);
        for (JsonObject entry : entries(json)) {
            JsonObject hashed = Json.createObjectBuilder()
                    .add("subject", SUBJECT)
                    .add("seq", entry.get("seq"))
                    .add("type", entry.get("type"))
                    .add("at", entry.get("at"))
                    .add("actor", entry.get("actor"))
                    .add("onBehalfOf", entry.get("onBehalfOf"))
                    .add("payload", entry.get("payload"))
                    .add("previousHash", previous)
                    .build();
            String hash = sha256(new JsonCanonicalizer(hashed.toString()).getEncodedUTF8());
            assertThat(hash).isEqualTo(entry.getString("hash"));
            assertThat(previous).isEqualTo(entry.getString("previousHash"));
            previous = hash;

            for (var text : entry.getJsonObject("texts").entrySet()) {
                ByteArrayOutputStream salted = new ByteArrayOutputStream();
                salted.write(
                        HexFormat.of().parseHex(text.getValue().asJsonObject().getString("salt")));
                salted.write(text.getValue().asJsonObject().getString("content").getBytes(StandardCharsets.UTF_8));
                assertThat(sha256(salted.toByteArray()))
                        .isEqualTo(entry.getJsonObject("payload")
                                .getJsonObject(text.getKey())
                                .getString("sha256"));
            }
        }
        assertThat(entries(json)).hasSize(2);
    }

    private static List<JsonObject> entries(String json) {
        return Json.createReader(new StringReader(json)).readObject().getJsonArray("entries").stream()
                .map(JsonObject.class::cast)
                .toList();
    }

    private static String asToldByTheApi(Chain chain) {
        Map<UUID, StoredText> texts =
                chain.texts().stream().collect(Collectors.toMap(StoredText::id, Function.identity()));
        var entries = Json.createArrayBuilder();
        chain.links().stream()
                .map(link -> HistoryEntryView.of(link, texts))
                .map(VerifiedByAnOutsiderTest::json)
                .forEach(entries::add);
        return Json.createObjectBuilder().add("entries", entries).build().toString();
    }

    private static JsonObjectBuilder json(HistoryEntryView view) {
        var texts = Json.createObjectBuilder();
        view.texts()
                .forEach((name, text) -> texts.add(
                        name,
                        Json.createObjectBuilder()
                                .add("id", text.id().toString())
                                .add("salt", text.salt())
                                .add("content", text.content())));
        JsonObjectBuilder entry = Json.createObjectBuilder()
                .add("hash", view.hash())
                .add("texts", texts)
                .add("payload", Json.createObjectBuilder(view.payload()))
                .add("at", view.hashedAt())
                .add("actor", view.actor())
                .add("type", view.type())
                .add("seq", view.seq())
                .add("previousHash", view.previousHash());
        return view.onBehalfOf() == null ? entry.addNull("onBehalfOf") : entry.add("onBehalfOf", view.onBehalfOf());
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
