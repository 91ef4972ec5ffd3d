package se.mandat.web.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.mandat.shared.MandatException;

/** How the parts of a request around its body are understood. */
class RequestReadingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sv|sv",
                "en|en",
                "en-GB,en;q=0.9,sv;q=0.8|en",
                "de,en;q=0.3,sv;q=0.7|sv",
                "de|sv",
                "*|sv",
                "nonsense;;;|sv",
                "|sv"
            })
    void the_best_language_that_is_spoken_is_answered_and_else_swedish(String header, String language) {
        assertThat(ReaderLanguage.preferred(header)).isEqualTo(Locale.of(language));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "Application/JSON",
                "application/json; charset=utf-8",
                "application/json;charset=\"UTF-8\"",
                "application/json; profile=x"
            })
    void json_in_utf_8_is_json(String type) {
        assertThat(BufferedBody.isJson(type)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/x-www-form-urlencoded",
                "application/jsonx",
                "application/json; charset=iso-8859-1",
                "application/merge-patch+json",
                "",
                "json"
            })
    void nothing_else_is(String type) {
        assertThat(BufferedBody.isJson(type)).isFalse();
    }

    @Test
    void a_list_is_one_to_two_hundred_long() {
        assertThat(Query.limit(null)).isEqualTo(50);
        assertThat(Query.limit("1")).isEqualTo(1);
        assertThat(Query.limit("200")).isEqualTo(200);
        assertThatThrownBy(() -> Query.limit("0")).isInstanceOf(MandatException.class);
        assertThatThrownBy(() -> Query.limit("201")).isInstanceOf(MandatException.class);
        assertThatThrownBy(() -> Query.limit("-1")).isInstanceOf(MandatException.class);
        assertThatThrownBy(() -> Query.limit("many")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> Query.limit("1.5")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> Query.limit("")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> Query.limit("99999999999")).isInstanceOf(MandatException.class);
    }

    @Test
    void truths_dates_and_choices_are_what_they_say_or_refused() {
        assertThat(Query.truth("overdue", null)).isNull();
        assertThat(Query.truth("overdue", "true")).isTrue();
        assertThatThrownBy(() -> Query.truth("overdue", "yes")).isInstanceOf(Refused.class);
        assertThat(Query.day("from", "2027-03-25")).isEqualTo(LocalDate.of(2027, 3, 25));
        assertThat(Query.day("from", "9999-12-31")).isEqualTo(LocalDate.of(9999, 12, 31));
        assertThatThrownBy(() -> Query.day("from", "2027-02-30")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> Query.day("from", "+10000-01-01")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> Query.day("to", "+999999999-12-31")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> Query.day("from", "0000-12-31")).isInstanceOf(Refused.class);
        assertThat(Query.one(Refusal.class, "kind", "CSRF")).isEqualTo(Refusal.CSRF);
        assertThatThrownBy(() -> Query.one(Refusal.class, "kind", "csrf")).isInstanceOf(Refused.class);
    }

    @Test
    void control_characters_and_halves_of_characters_are_in_no_text() {
        assertThat(Characters.areAllowed("a\tb\nc 👋 \u202e")).isTrue();
        assertThat(Characters.areAllowed("a\u0000")).isFalse();
        assertThat(Characters.areAllowed("a\u007f")).isFalse();
        assertThat(Characters.areAllowed("a\ud83d")).isFalse();
        assertThat(Characters.areAllowed(Characters.withPlainLineEnds("a\r\nb")))
                .isTrue();
        assertThat(Characters.areAllowed(Characters.withPlainLineEnds("a\rb"))).isFalse();
    }
}
