package se.mandat.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static se.mandat.cases.CaseFixture.acting;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.mandat.obligation.DecisionConcern;

/** Who is told of a decision that concerns work which goes on. */
class ToldOfDecisionTest {

    private final Case of = linasWithHelpFromHugo();

    private static Case linasWithHelpFromHugo() {
        Case of = acting("sara", "karin", "lina");
        of.askContribution("lina", "hugo", "Gräv", null);
        return of;
    }

    private Set<String> told(DecisionConcern concerns, UUID matter, Verdict verdict, String owner) {
        return ToldOfDecision.of(of, concerns, matter, verdict, owner);
    }

    @Test
    void the_objector_is_told_whatever_comes_of_it_and_those_at_work_when_it_is_upheld() {
        UUID objection = of.object("gun", "Nej");

        assertThat(told(DecisionConcern.OBJECTION, objection, Verdict.APPROVED, null))
                .containsExactlyInAnyOrder("sara", "gun");
        assertThat(told(DecisionConcern.OBJECTION, objection, Verdict.REJECTED, null))
                .containsExactlyInAnyOrder("sara", "gun", "lina", "hugo");
    }

    @Test
    void those_at_work_are_told_that_it_is_stopped() {
        assertThat(told(DecisionConcern.FAILED_REVIEWS, null, Verdict.REJECTED, null))
                .containsExactlyInAnyOrder("sara", "lina", "hugo");
        assertThat(told(DecisionConcern.FAILED_REVIEWS, null, Verdict.APPROVED, null))
                .containsExactly("sara");
    }

    @Test
    void the_owner_is_told_that_an_appeal_has_changed_the_proposal() {
        UUID appeal = of.appeal("sara", "Det räcker inte");

        assertThat(told(DecisionConcern.AMENDMENT_APPEAL, appeal, Verdict.APPROVED, null))
                .contains("lina");
        assertThat(told(DecisionConcern.AMENDMENT_APPEAL, appeal, Verdict.REJECTED, null))
                .doesNotContain("lina");
    }

    @Test
    void an_owner_who_is_replaced_is_told_and_so_is_whoever_was_asked_to_take_over() {
        of.offerHandover("ola", "Du kan");

        assertThat(told(DecisionConcern.APPEAL, null, Verdict.APPROVED, "gun")).contains("lina", "ola");
        assertThat(told(DecisionConcern.APPEAL, null, Verdict.APPROVED, "lina")).doesNotContain("lina", "ola");
    }
}
