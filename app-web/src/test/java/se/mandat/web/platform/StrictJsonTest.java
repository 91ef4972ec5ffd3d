package se.mandat.web.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {

    enum Colour {
        RED,
        BLUE
    }

    record Inner(Long cost, Boolean reversible, List<String> units) {}

    record Sent(String text, Colour colour, LocalDate day, Instant at, Inner proposal) {}

    @Test
    void what_was_asked_for_is_read() {
        Sent sent = read(
                """
                {"text": "Hej 👋 שלום", "colour": "RED", "day": "2027-03-25", "at": "2027-03-25T16:30:00+01:00",
                 "proposal": {"cost": 4000, "reversible": true, "units": ["nordvik/teknik"]}}
                """);

        assertThat(sent)
                .isEqualTo(new Sent(
                        "Hej 👋 שלום",
                        Colour.RED,
                        LocalDate.of(2027, 3, 25),
                        Instant.parse("2027-03-25T15:30:00Z"),
                        new Inner(4000L, true, List.of("nordvik/teknik"))));
    }

    @Test
    void what_is_left_out_or_null_is_nothing() {
        assertThat(read("{\"text\": null}")).isEqualTo(new Sent(null, null, null, null, null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"words\": \"x\"}|words|error.json.unknown-field",
                "{\"proposal\": {\"price\": 1}}|proposal.price|error.json.unknown-field",
                "{\"text\": 5}|text|error.json.type",
                "{\"text\": true}|text|error.json.type",
                "{\"text\": [\"a\"]}|text|error.json.type",
                "{\"text\": {}}|text|error.json.type",
                "{\"proposal\": {\"cost\": \"5\"}}|proposal.cost|error.json.type",
                "{\"proposal\": {\"cost\": 1.5}}|proposal.cost|error.json.type",
                "{\"proposal\": {\"cost\": 1e3}}|proposal.cost|error.json.type",
                "{\"proposal\": {\"cost\": true}}|proposal.cost|error.json.type",
                "{\"proposal\": {\"reversible\": \"true\"}}|proposal.reversible|error.json.type",
                "{\"proposal\": {\"reversible\": 1}}|proposal.reversible|error.json.type",
                "{\"proposal\": {\"units\": \"nordvik\"}}|proposal.units|error.json.type",
                "{\"proposal\": {\"units\": [null]}}|proposal.units[0]|error.json.type",
                "{\"proposal\": {\"units\": [1]}}|proposal.units[0]|error.json.type",
                "{\"proposal\": []}|proposal|error.json.type",
                "{\"proposal\": \"\"}|proposal|error.json.type",
                "{\"colour\": \"GREEN\"}|colour|error.unknown-value",
                "{\"colour\": \"red\"}|colour|error.unknown-value",
                "{\"colour\": 0}|colour|error.unknown-value",
                "{\"colour\": \"\"}|colour|error.unknown-value",
                "{\"day\": \"2027-02-30\"}|day|error.json.type",
                "{\"day\": 5}|day|error.json.type",
                "{\"day\": \"\"}|day|error.json.type",
                "{\"day\": \"+10000-01-01\"}|day|error.json.type",
                "{\"day\": \"+999999999-12-31\"}|day|error.json.type",
                "{\"day\": \"0000-12-31\"}|day|error.json.type",
                "{\"day\": \"-0001-12-31\"}|day|error.json.type",
                "{\"at\": \"2027-03-25\"}|at|error.json.type",
                "{\"at\": \"+999999999-12-31T23:59:59Z\"}|at|error.json.type",
                "{\"at\": \"0000-12-31T23:59:59Z\"}|at|error.json.type",
                "{\"text\": \"a\\u0000b\"}|text|error.json.control",
                "{\"text\": \"a\\rb\"}|text|error.json.control",
                "{\"text\": \"a\\u0085b\"}|text|error.json.control",
                "{\"text\": \"a\\ud800b\"}|text|error.json.control",
                "{\"text\": \"a\", \"text\": \"b\"}|text|error.json.duplicate",
                "{} {}||error.json.trailing",
                "{} x||error.json.unparsable",
                "[]||error.json.object",
                "null||error.json.object",
                "\"a\"||error.json.object",
                "{||error.json.unparsable",
                "{\"text\": }|text|error.json.unparsable",
                "{'text': 1}||error.json.unparsable",
                "{\"proposal\": {\"cost\": 01}}|proposal.cost|error.json.unparsable",
                "{\"proposal\": {\"cost\": NaN}}|proposal.cost|error.json.unparsable",
            })
    void anything_else_is_refused_with_its_field(String json, String field, String key) {
        assertRefused(json.getBytes(StandardCharsets.UTF_8), field == null ? "" : field, key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n"})
    void nothing_is_no_object(String json) {
        assertRefused(json.getBytes(StandardCharsets.UTF_8), "", "error.json.empty");
    }

    @Test
    void another_encoding_is_refused_rather_than_guessed() {
        assertRefused("{\"text\": \"å\"}".getBytes(StandardCharsets.ISO_8859_1), "", "error.json.utf8");
    }

    @Test
    void depth_has_an_end() {
        String deep = "{\"proposal\":".repeat(40) + "{}" + "}".repeat(40);

        assertThatThrownBy(() -> read(deep)).isInstanceOf(Refused.class);
    }

    @Test
    void tabs_and_newlines_are_kept_and_two_characters_that_end_a_line_become_one() {
        assertThat(read("{\"text\": \"a\\tb\\nc\\r\\nd\"}").text()).isEqualTo("a\tb\nc\nd");
    }

    @Test
    void a_whole_number_beyond_a_long_is_the_greatest_so_that_the_domain_refuses_it() {
        assertThat(read("{\"proposal\": {\"cost\": 99999999999999999999}}")
                        .proposal()
                        .cost())
                .isEqualTo(Long.MAX_VALUE);
        assertThat(read("{\"proposal\": {\"cost\": -99999999999999999999}}")
                        .proposal()
                        .cost())
                .isEqualTo(Long.MIN_VALUE);
    }

    @Test
    void times_are_written_with_stockholms_offset() {
        Sent summer = new Sent(null, null, LocalDate.of(2027, 7, 1), Instant.parse("2027-07-01T10:00:00.5Z"), null);

        assertThat(new String(StrictJson.write(summer), StandardCharsets.UTF_8))
                .isEqualTo("{\"text\":null,\"colour\":null,\"day\":\"2027-07-01\","
                        + "\"at\":\"2027-07-01T12:00:00.5+02:00\",\"proposal\":null}");
    }

    private static Sent read(String json) {
        return (Sent) StrictJson.read(json.getBytes(StandardCharsets.UTF_8), Sent.class);
    }

    private static void assertRefused(byte[] json, String field, String key) {
        assertThatThrownBy(() -> StrictJson.read(json, Sent.class)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.refusal()).isEqualTo(Refusal.MALFORMED);
            assertThat(refused.errors())
                    .singleElement()
                    .satisfies(error -> assertThat(error.key()).isEqualTo(key))
                    .satisfies(error -> assertThat(error.field()).isEqualTo(field));
        });
    }
}
