package se.mandat.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class NotAfterTodayTest {

    @Test
    void what_happened_did_so_today_in_stockholm_or_before() {
        Clock lateInTheEvening = Clock.fixed(Instant.parse("2026-11-20T23:30:00Z"), ZoneOffset.UTC);
        NotAfterToday.Validator validator = new NotAfterToday.Validator(lateInTheEvening);

        assertThat(validator.isValid(null, null)).isTrue();
        assertThat(validator.isValid(LocalDate.of(2026, 11, 20), null)).isTrue();
        assertThat(validator.isValid(LocalDate.of(2026, 11, 21), null)).isTrue();
        assertThat(validator.isValid(LocalDate.of(2026, 11, 22), null)).isFalse();
    }

    @Test
    void a_customers_voice_is_of_such_a_day() throws NoSuchFieldException {
        assertThat(VoiceGiven.class.getDeclaredField("occurredOn").isAnnotationPresent(NotAfterToday.class))
                .isTrue();
    }
}
