package se.mandat.web.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RateLimitTest {

    private long nanos = Long.MAX_VALUE - 1;

    @Test
    void a_person_may_call_so_often_in_a_minute_and_is_told_when_to_try_again() {
        RateLimit limit = limit(3, 10);
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
        RateLimit limit = limit(1, 1);
        limit.enter("sara").close();

        assertThatCode(() -> limit.enter("amir").close()).doesNotThrowAnyException();
    }

    @Test
    void so_many_run_at_once_and_the_next_may_when_one_is_done() {
        RateLimit limit = limit(100, 2);
        RateLimit.Call first = limit.enter("sara");
        limit.enter("sara");
        assertThatThrownBy(() -> limit.enter("sara")).isInstanceOf(Refused.class);

        first.close();

        assertThatCode(() -> limit.enter("sara")).doesNotThrowAnyException();
    }

    @Test
    void a_call_that_is_refused_for_its_number_does_not_count_as_running() {
        RateLimit limit = limit(1, 1);
        limit.enter("sara").close();

        assertThatThrownBy(() -> limit.enter("sara")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> limit.enter("sara")).isInstanceOfSatisfying(Refused.class, refused -> assertThat(
                        (long) refused.arguments().get("seconds"))
                .isGreaterThan(1L));
    }

    @Test
    void never_more_are_let_through_within_a_minute_whenever_it_begins() {
        RateLimit limit = limit(1_200, 10);
        for (int i = 0; i < 1_200; i++) {
            limit.enter("sara").close();
            pass(Duration.ofMillis(40));
        }
        assertThat(waitOf(limit)).isEqualTo(12);

        pass(Duration.ofMillis(11_999));
        assertThat(waitOf(limit)).isEqualTo(1);

        pass(Duration.ofMillis(1));
        limit.enter("sara").close();
        assertThat(waitOf(limit)).isEqualTo(1);

        pass(Duration.ofMillis(40));
        assertThatCode(() -> limit.enter("sara").close()).doesNotThrowAnyException();
    }

    @Test
    void who_calls_all_at_once_waits_a_whole_minute() {
        RateLimit limit = limit(2, 10);
        limit.enter("sara").close();
        limit.enter("sara").close();
        assertThat(waitOf(limit)).isEqualTo(60);

        pass(Duration.ofMinutes(1));

        limit.enter("sara").close();
        limit.enter("sara").close();
        assertThat(waitOf(limit)).isEqualTo(60);
    }

    @Test
    void who_has_been_silent_for_a_minute_is_forgotten_unless_a_call_of_theirs_is_under_way() {
        RateLimit limit = limit(2, 1);
        limit.enter("sara");
        limit.enter("amir").close();
        pass(Duration.ofMinutes(1));

        limit.enter("noor").close();

        assertThat(limit.remembered()).isEqualTo(2);
        assertThatThrownBy(() -> limit.enter("sara")).isInstanceOf(Refused.class);
    }

    private RateLimit limit(int perMinute, int atOnce) {
        return new RateLimit(perMinute, atOnce, () -> nanos);
    }

    private void pass(Duration time) {
        nanos += time.toNanos();
    }

    private static long waitOf(RateLimit limit) {
        Refused refused = catchThrowableOfType(Refused.class, () -> limit.enter("sara"));
        return (long) refused.arguments().get("seconds");
    }
}
