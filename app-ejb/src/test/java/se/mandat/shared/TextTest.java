package se.mandat.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextTest {

    private record Written(@Text(max = 5) String maybe, @Text(required = true, max = 5) String needed) {}

    @Test
    void a_text_is_counted_as_people_count() throws NoSuchFieldException {
        assertThat(isValid("maybe", "\uD83D\uDE80".repeat(5))).isTrue();
        assertThat(isValid("maybe", "\uD83D\uDE80".repeat(6))).isFalse();
        assertThat(isValid("needed", "smått")).isTrue();
    }

    @Test
    void what_need_not_be_said_may_be_nothing_but_not_endless_nothing() throws NoSuchFieldException {
        assertThat(isValid("maybe", null)).isTrue();
        assertThat(isValid("maybe", "  ")).isTrue();
        assertThat(isValid("maybe", " ".repeat(6))).isFalse();
        assertThat(isValid("needed", " ".repeat(6))).isFalse();
    }

    private static boolean isValid(String field, String text) throws NoSuchFieldException {
        Text.Validator validator = new Text.Validator();
        validator.initialize(Written.class.getDeclaredField(field).getAnnotation(Text.class));
        return validator.isValid(text, null);
    }
}
