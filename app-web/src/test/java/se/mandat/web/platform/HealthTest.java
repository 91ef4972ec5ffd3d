package se.mandat.web.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HealthTest {

    private static final Optional<Duration> FRESH = Optional.of(Duration.ofSeconds(25));

    @Test
    void it_is_well_while_everything_it_needs_is() {
        assertThat(Health.status(true, true, FRESH)).isEqualTo("UP");
        assertThat(Health.status(true, true, Optional.of(Duration.ofSeconds(60))))
                .isEqualTo("UP");
    }

    @Test
    void a_directory_older_than_a_minute_is_told_of_and_no_reason_to_serve_nobody() {
        assertThat(Health.status(true, true, Optional.of(Duration.ofSeconds(61))))
                .isEqualTo("DEGRADED");
        assertThat(Health.status(true, true, Optional.of(Duration.ofDays(1)))).isEqualTo("DEGRADED");
        assertThat(Health.status(true, false, FRESH)).isEqualTo("DEGRADED");
    }

    @Test
    void without_its_database_or_a_directory_it_serves_nobody() {
        assertThat(Health.status(false, true, FRESH)).isEqualTo("DOWN");
        assertThat(Health.status(true, true, Optional.empty())).isEqualTo("DOWN");
    }
}
