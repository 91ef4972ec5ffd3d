package se.mandat.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OutcomeTest {

    @Test
    void the_worse_outcome_counts_whichever_comes_first() {
        assertThat(Outcome.DETOUR.worst(Outcome.HARMED)).isEqualTo(Outcome.HARMED);
        assertThat(Outcome.HARMED.worst(Outcome.REACHED)).isEqualTo(Outcome.HARMED);
        assertThat(Outcome.REACHED.worst(Outcome.NOT_REACHED)).isEqualTo(Outcome.NOT_REACHED);
    }
}
