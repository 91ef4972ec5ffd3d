package se.mandat.obligation;

import static org.assertj.core.api.Assertions.assertThat;
import static se.mandat.obligation.Eligibility.mayHold;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.mandat.organisation.Nordvik;
import se.mandat.organisation.Person;

class EligibilityTest {

    private static final Involvement CASE = new Involvement("sara", Set.of("hugo", "gun"), Set.of("lina"));

    private static Person person(String username) {
        return Nordvik.organisation().person(username).orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(ObligationKind.class)
    void an_auditor_holds_nothing(ObligationKind kind) {
        assertThat(mayHold(kind, person("astrid"), CASE)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(ObligationKind.class)
    void whoever_has_left_holds_nothing(ObligationKind kind) {
        Person left = Nordvik.without("erik").person("erik").orElseThrow();

        assertThat(mayHold(kind, left, CASE)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(ObligationKind.class)
    void somebody_without_a_part_in_the_case_may_hold_anything(ObligationKind kind) {
        assertThat(mayHold(kind, person("maja"), CASE)).isTrue();
    }

    @Test
    void the_raiser_may_not_decide_but_may_review() {
        assertThat(mayHold(ObligationKind.DECIDE, person("sara"), CASE)).isFalse();
        assertThat(mayHold(ObligationKind.REVIEW_EFFECT, person("sara"), CASE)).isTrue();
    }

    @Test
    void nobody_who_has_ever_owned_the_case_may_review() {
        assertThat(mayHold(ObligationKind.REVIEW_EFFECT, person("hugo"), CASE)).isFalse();
        assertThat(mayHold(ObligationKind.REVIEW_EFFECT, person("gun"), CASE)).isFalse();
    }

    @Test
    void nobody_who_contributed_in_this_round_may_review() {
        assertThat(mayHold(ObligationKind.REVIEW_EFFECT, person("lina"), CASE)).isFalse();
    }

    @Test
    void an_owner_may_decide() {
        assertThat(mayHold(ObligationKind.DECIDE, person("gun"), CASE)).isTrue();
    }
}
