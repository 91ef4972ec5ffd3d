package se.mandat.web.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RateLimitTest {

    @Test
    void a_person_may_call_so_often_in_a_minute_and_is_told_when_to_try_again() {
        RateLimit limit = new RateLimit(3, 10);
        for (int i = 0; i < 3; i++) {
            limit.enter("sara").close();
        }

        assertThatThrownBy(() -> limit.enter("sara")).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.refusal()).isEqualTo(Refusal.TOO_MANY_CALLS);
            assertThat((long) refused.arguments().get("seconds")).isBetween(1L, 60L);
        });
    }

    @Test
    void one_person_does_not_use_up_what_is_anothers() {
        RateLimit limit = new RateLimit(1, 1);
        limit.enter("sara").close();

        assertThatCode(() -> limit.enter("amir").close()).doesNotThrowAnyException();
    }

    @Test
    void so_many_run_at_once_and_the_next_may_when_one_is_done() {
        RateLimit limit = new RateLimit(100, 2);
        RateLimit.Call first = limit.enter("sara");
        limit.enter("sara");
        assertThatThrownBy(() -> limit.enter("sara")).isInstanceOf(Refused.class);

        first.close();

        assertThatCode(() -> limit.enter("sara")).doesNotThrowAnyException();
    }

    @Test
    void a_call_that_is_refused_for_its_number_does_not_count_as_running() {
        RateLimit limit = new RateLimit(1, 1);
        limit.enter("sara").close();

        assertThatThrownBy(() -> limit.enter("sara")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> limit.enter("sara")).isInstanceOfSatisfying(Refused.class, refused -> assertThat(
                        (long) refused.arguments().get("seconds"))
                .isGreaterThan(1L));
    }
}
