package se.mandat.web.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class KeptReadinessTest {

    private static final Health.Answer UP = new Health.Answer("UP", "UP", 25L, "UP");
    private static final Health.Answer DOWN = new Health.Answer("DOWN", "DOWN", null, "UP");

    private long nanos = Long.MAX_VALUE - 1;
    private int looks;
    private final KeptReadiness kept = new KeptReadiness(() -> nanos);

    @Test
    void what_was_found_is_said_again_for_a_second() {
        assertThat(asked(UP)).isEqualTo(UP);
        pass(Duration.ofMillis(999));

        assertThat(asked(DOWN)).isEqualTo(UP);
        assertThat(looks).isEqualTo(1);
    }

    @Test
    void after_a_second_it_is_looked_at_anew() {
        asked(UP);
        pass(Duration.ofSeconds(1));

        assertThat(asked(DOWN)).isEqualTo(DOWN);
        assertThat(looks).isEqualTo(2);
    }

    private Health.Answer asked(Health.Answer thatIs) {
        return kept.latest(() -> {
            looks++;
            return thatIs;
        });
    }

    private void pass(Duration time) {
        nanos += time.toNanos();
    }
}
