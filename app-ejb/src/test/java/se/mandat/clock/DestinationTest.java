package se.mandat.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.mandat.shared.MandatException;

class DestinationTest {

    private static final Instant NOW = Instant.parse("2027-03-26T15:30:00Z");

    @ParameterizedTest
    @CsvSource({
        "P3D, 2027-03-29T15:30:00Z",
        "PT4H, 2027-03-26T19:30:00Z",
        "PT0S, 2027-03-26T15:30:00Z",
        "P1DT2H30M, 2027-03-27T18:00:00Z",
        "P2W, 2027-04-09T15:30:00Z",
        "P1M, 2027-04-26T14:30:00Z",
        "P1Y2M3D, 2028-05-29T14:30:00Z",
        "PT1.5S, 2027-03-26T15:30:01.500Z"
    })
    void a_span_is_added(String advance, Instant expected) {
        assertThat(Destination.of(advance, null, NOW)).isEqualTo(expected);
    }

    @Test
    void a_time_is_read_with_its_offset() {
        assertThat(Destination.of(null, "2027-03-30T12:00:00+02:00", NOW))
                .isEqualTo(Instant.parse("2027-03-30T10:00:00Z"));
        assertThat(Destination.of(null, NOW.toString(), NOW)).isEqualTo(NOW);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, -, to, clock.one-of-two",
                "P1D, 2027-03-30T12:00:00Z, advance, clock.one-of-two",
                "-, 2027-03-26T15:29:59Z, to, clock.backwards",
                "-P1D, -, advance, clock.backwards",
                "P-1D, -, advance, clock.backwards",
                "P, -, advance, clock.no-span",
                "PT, -, advance, clock.no-span",
                "P1DT, -, advance, clock.no-span",
                "3 days, -, advance, clock.no-span",
                "'', -, advance, clock.no-span",
                "-, tomorrow, to, clock.no-time",
                "-, 2027-03-30, to, clock.no-time",
                "-, 2027-03-30T12:00:00, to, clock.no-time",
                "P6Y, -, advance, clock.too-far",
                "PT999999999H, -, advance, clock.too-far",
                "-, 9999-03-30T12:00:00Z, to, clock.too-far"
            })
    void what_says_no_time_ahead_is_refused_with_the_field(String advance, String to, String field, String key) {
        assertThatExceptionOfType(MandatException.class)
                .isThrownBy(() -> Destination.of(advance, to, NOW))
                .satisfies(refusal -> assertThat(refusal.errors())
                        .extracting(MandatException.FieldError::field, MandatException.FieldError::key)
                        .containsExactly(tuple(field, key)));
    }
}
