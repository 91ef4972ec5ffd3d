package se.mandat.web.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorsTest {

    private final Cursors cursors = new Cursors(CsrfTest.secrets((byte) 1));

    @Test
    void a_list_goes_on_where_it_ended() {
        String cursor = cursors.seal("cases?stage=ACTING", "2027-03-25T16:30|M-2027-0012|åäö");

        assertThat(cursors.open("cases?stage=ACTING", cursor)).isEqualTo("2027-03-25T16:30|M-2027-0012|åäö");
    }

    @Test
    void the_end_has_no_cursor_and_no_cursor_is_the_beginning() {
        assertThat(cursors.seal("cases", null)).isNull();
        assertThat(cursors.open("cases", null)).isNull();
    }

    @Test
    void a_cursor_of_another_question_is_refused() {
        String cursor = cursors.seal("cases?stage=ACTING", "1");

        assertThatThrownBy(() -> cursors.open("cases?stage=CLOSED", cursor)).isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "!", "AAAA", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void a_cursor_that_was_made_up_is_refused(String cursor) {
        assertThatThrownBy(() -> cursors.open("cases", cursor))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.refusal()).isEqualTo(Refusal.MALFORMED));
    }
}
