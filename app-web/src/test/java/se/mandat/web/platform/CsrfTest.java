package se.mandat.web.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsrfTest {

    private final Csrf csrf = new Csrf(secrets((byte) 1));

    @Test
    void a_token_is_valid_for_whom_it_was_made_and_looks_different_each_time() {
        String one = csrf.tokenFor("sara");
        String other = csrf.tokenFor("sara");

        assertThat(one).isNotEqualTo(other);
        assertThat(csrf.isValid(one, "sara")).isTrue();
        assertThat(csrf.isValid(other, "sara")).isTrue();
    }

    @Test
    void it_is_valid_for_nobody_else() {
        assertThat(csrf.isValid(csrf.tokenFor("sara"), "amir")).isFalse();
    }

    @Test
    void another_node_with_the_same_secret_accepts_it_and_one_with_another_does_not() {
        String token = csrf.tokenFor("sara");

        assertThat(new Csrf(secrets((byte) 1)).isValid(token, "sara")).isTrue();
        assertThat(new Csrf(secrets((byte) 2)).isValid(token, "sara")).isFalse();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "x",
                "åäö",
                "AAAA",
                "====",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
            })
    void anything_made_up_is_refused(String token) {
        assertThat(csrf.isValid(token, "sara")).isFalse();
    }

    static Secrets secrets(byte content) {
        byte[] secret = new byte[32];
        secret[0] = content;
        Secrets secrets = new Secrets();
        secrets.know("csrf", secret);
        secrets.know("cursor", secret);
        return secrets;
    }
}
