package se.mandat.mandate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class QuarterTest {

    @Test
    void a_quarter_begins_at_midnight_in_Stockholm_not_in_Greenwich() {
        assertThat(Quarter.of(Instant.parse("2026-12-31T22:59:59Z"))).hasToString("2026-Q4");
        assertThat(Quarter.of(Instant.parse("2026-12-31T23:00:00Z"))).hasToString("2027-Q1");
    }

    @Test
    void in_summer_midnight_is_two_hours_before_Greenwich() {
        assertThat(Quarter.of(Instant.parse("2026-06-30T21:59:59Z"))).hasToString("2026-Q2");
        assertThat(Quarter.of(Instant.parse("2026-06-30T22:00:00Z"))).hasToString("2026-Q3");
    }
}
