package se.mandat.web.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogInDetourTest {

    @Test
    void it_leads_back_to_where_somebody_wanted_to_go() {
        assertThat(LogInDetour.isOurs("/cases?stage=ACTING&q=kö")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "cases",
                "https://elsewhere.example",
                "//elsewhere.example",
                "/\\elsewhere.example",
                "/a\r\nSet-Cookie: x",
                "/log-in-unavailable?back=/"
            })
    void it_leads_nowhere_else(String said) {
        assertThat(LogInDetour.isOurs(said)).isFalse();
    }
}
