package se.mandat.web.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class FingerprintTest {

    @Test
    void the_same_form_has_the_same_fingerprint_whatever_its_tokens() {
        assertThat(Fingerprint.of(Map.of("words", one("x"), "csrf", one("1"), "once", one("k"))))
                .isEqualTo(Fingerprint.of(Map.of("words", one("x"), "csrf", one("2"), "once", one("k"))));
    }

    @Test
    void another_value_another_field_and_another_division_are_something_else() {
        byte[] first = Fingerprint.of(Map.of("a", one("bc")));

        assertThat(Fingerprint.of(Map.of("a", one("bd")))).isNotEqualTo(first);
        assertThat(Fingerprint.of(Map.of("ab", one("c")))).isNotEqualTo(first);
        assertThat(Fingerprint.of(Map.of("a", new String[] {"b", "c"}))).isNotEqualTo(first);
    }

    @Test
    void a_body_is_compared_byte_by_byte() {
        assertThat(Fingerprint.of(new byte[] {1})).isEqualTo(Fingerprint.of(new byte[] {1}));
        assertThat(Fingerprint.of(new byte[] {1})).isNotEqualTo(Fingerprint.of(new byte[] {1, 32}));
    }

    private static String[] one(String value) {
        return new String[] {value};
    }
}
