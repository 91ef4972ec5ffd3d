package se.mandat.notification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RelevanceTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "obligation.opened.v1",
                "obligation.transferred.v1",
                "obligation.reminded.v1",
                "obligation.told-again.v1"
            })
    void ofADebtOnlyWhoeverStillOwesItIsMailed(String kind) {
        assertThat(Relevance.holds(kind, "OPEN", "karin", "karin")).isTrue();
        assertThat(Relevance.holds(kind, "OPEN", "per", "karin")).isFalse();
        assertThat(Relevance.holds(kind, "FULFILLED", "karin", "karin")).isFalse();
    }

    @Test
    void thatSomethingIsOverdueIsMailedWhileItIsOwed() {
        assertThat(Relevance.holds("obligation.escalated.v1", "OPEN", "karin", "per"))
                .isTrue();
        assertThat(Relevance.holds("obligation.escalated.v1", "FULFILLED", "karin", "per"))
                .isFalse();
    }

    @Test
    void whatHasHappenedStaysSo() {
        assertThat(Relevance.holds("case.closed.v1", null, null, "sara")).isTrue();
        assertThat(Relevance.holds("obligation.lapsed.v1", "LAPSED", "karin", "karin"))
                .isTrue();
    }
}
