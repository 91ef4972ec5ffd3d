package se.mandat.promise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import se.mandat.shared.DomainEvent.FreeText;
import se.mandat.shared.MandatException;

class PromiseTest {

    private static final Instant NOW = Instant.parse("2026-11-18T08:12:00Z");
    private static final Instant LATER = NOW.plusSeconds(60);

    private final Promise promise = Promise.give("L-7", "Vi svarar", "Vi ringer upp", "nordvik", "stina", NOW);

    @Test
    void what_is_promised_is_a_text_and_never_a_fact() {
        PromiseEvent given = promise.takeEvents().getFirst();

        assertThat(given.facts().toString()).doesNotContain("svarar", "ringer");
        assertThat(given.texts()).extracting(FreeText::content).containsExactly("Vi svarar", "Vi ringer upp");
        assertThat(given.begins()).isTrue();
    }

    @Test
    void a_breach_keeps_the_words_of_the_promise() {
        assertThat(promise.broken()).isEqualTo(new Breach("L-7", "Vi svarar", "Vi ringer upp"));
    }

    @Test
    void it_is_withdrawn_once_and_says_by_whom() {
        promise.withdraw("sten", LATER);

        assertThat(promise.isInForce()).isFalse();
        assertThat(promise.withdrawnBy()).isEqualTo("sten");
        assertThat(promise.withdrawnAt()).isEqualTo(LATER);
        assertThat(promise.takeEvents())
                .extracting(PromiseEvent::type)
                .containsExactly("promise.given.v1", "promise.withdrawn.v1");
        assertThatThrownBy(() -> promise.withdraw("stina", LATER))
                .isInstanceOf(MandatException.class)
                .hasMessageContaining("problem.promise-withdrawn");
        assertThat(promise.withdrawnBy()).isEqualTo("sten");
        assertThat(promise.takeEvents()).isEmpty();
    }
}
