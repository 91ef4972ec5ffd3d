package se.mandat.web.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.mandat.cases.ReadVersion;

class IfMatchTest {

    @Test
    void a_tag_names_the_version_that_was_read() {
        assertThat(IfMatch.version(IfMatch.tag(12))).isEqualTo(ReadVersion.of(12));
        assertThat(IfMatch.version(" \"12\" ")).isEqualTo(ReadVersion.of(12));
    }

    @Test
    void no_header_names_none_and_a_star_any() {
        assertThat(IfMatch.version(null)).isEqualTo(ReadVersion.MISSING);
        assertThat(IfMatch.version("*")).isEqualTo(ReadVersion.ANY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"W/\"12\"", "\"abc\"", "\"\"", "\"-1\"", "\"12345678901234567890\""})
    void a_weak_tag_or_one_of_something_else_matches_nothing(String tag) {
        assertThat(IfMatch.version(tag).number()).isEqualTo(Long.MIN_VALUE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12", "\"12", "\"1\", \"2\"", "x"})
    void anything_else_cannot_be_read(String tag) {
        assertThatThrownBy(() -> IfMatch.version(tag)).isInstanceOf(Refused.class);
    }
}
