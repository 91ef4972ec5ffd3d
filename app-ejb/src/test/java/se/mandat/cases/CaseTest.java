package se.mandat.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.mandat.cases.CaseFixture.NOW;
import static se.mandat.cases.CaseFixture.acting;
import static se.mandat.cases.CaseFixture.answer;
import static se.mandat.cases.CaseFixture.decided;
import static se.mandat.cases.CaseFixture.raised;
import static se.mandat.cases.CaseFixture.reviewed;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.mandat.mandate.Route;
import se.mandat.obligation.ObligationKind;
import se.mandat.organisation.Nordvik;
import se.mandat.promise.Breach;
import se.mandat.shared.DomainEvent.FreeText;
import se.mandat.shared.Outcome;

class CaseTest {

    private static List<String> types(Case of) {
        return of.takeEvents().stream().map(CaseEvent::type).toList();
    }

    @Test
    void raising_keeps_the_words_as_texts_and_never_as_facts() {
        VoiceGiven voice =
                new VoiceGiven("Jag gav upp", "Byta adress", Outcome.HARMED, null, null, null, "070-1", null);
        Case raised = Case.raise(
                "M-2026-0001",
                "sara",
                voice,
                "Vi tror att …",
                new Proposal("En sida", 10L, true),
                List.of(Nordvik.KUNDSERVICE),
                null,
                null,
                answer(Route.MANAGER, 1),
                false,
                NOW);

        CaseEvent first = raised.takeEvents().getFirst();

        assertThat(first.facts().toString()).doesNotContain("gav upp", "Byta adress", "Vi tror", "En sida", "070-1");
        assertThat(first.texts()).extracting(FreeText::name).containsExactly("words", "goal", "reading", "proposal");
        assertThat(first.texts()).extracting(FreeText::content).doesNotContain("070-1");
        assertThat(raised.severity()).isEqualTo(Outcome.HARMED);
    }

    @Test
    void all_that_a_customer_told_is_in_the_history_but_how_to_reach_them() {
        VoiceGiven told = new VoiceGiven(
                "Jag gav upp",
                "Byta adress",
                Outcome.DETOUR,
                LocalDate.of(2026, 11, 2),
                "telefon",
                true,
                "070-1",
                true);
        Case of = raised(Route.MANAGER);
        of.addVoice(told, "amir", Set.of());
        CaseEvent added = of.takeEvents().getFirst();
        Case goesOn = raised(Route.MANAGER);
        goesOn.takeVoicesOf(of, "sara", Set.of());
        CaseEvent taken = goesOn.takeEvents().stream()
                .filter(event -> event instanceof RaisingEvent.VoiceTaken)
                .reduce((first, last) -> last)
                .orElseThrow();

        assertThat(List.of(added, taken)).allSatisfy(event -> {
            assertThat(event.facts())
                    .containsEntry("occurredOn", "2026-11-02")
                    .containsEntry("wantsReply", true)
                    .containsEntry("sensitive", true);
            assertThat(event.texts())
                    .extracting(FreeText::content)
                    .contains("telefon")
                    .doesNotContain("070-1");
        });
    }

    @Test
    void a_breach_of_a_promise_is_a_fact_and_its_words_are_kept_as_they_were() {
        Breach breach = new Breach("L-7", "Vi svarar inom två dagar", "Vi ringer upp");
        Case raised = Case.raise(
                "M-2026-0001",
                "sara",
                new VoiceGiven("w", "g", Outcome.DETOUR, null, null, null, null, null),
                null,
                null,
                List.of(Nordvik.KUNDSERVICE),
                null,
                breach,
                answer(Route.MANAGER, 1),
                false,
                NOW);

        CaseEvent first = raised.takeEvents().getFirst();

        assertThat(first.facts()).containsEntry("promise", "L-7");
        assertThat(first.facts().toString() + first.texts()).doesNotContain("två dagar", "ringer upp");
        assertThat(raised.breach()).isEqualTo(breach);
    }

    @Test
    void a_demonstration_says_so_before_anything_else() {
        Case raised = Case.raise(
                "M-2026-0001",
                "hugo",
                new VoiceGiven("w", "g", Outcome.DETOUR, null, null, null, null, null),
                null,
                null,
                List.of(Nordvik.GATA),
                null,
                null,
                answer(Route.MANAGER, 1),
                true,
                NOW);

        assertThat(types(raised)).containsExactly("case.demonstration.v1", "case.raised.v1", "case.mandate-asked.v1");
    }

    @Test
    void whoever_decides_and_names_themself_owner_has_accepted() {
        Case of = raised(Route.MANAGER);

        of.decide(decided(of, "karin", "karin"));

        assertThat(of.ownerAccepted()).isTrue();
        assertThat(of.involvement().owners()).containsExactly("karin");
        assertThat(types(of)).containsExactly("case.decided.v1", "case.ownership-accepted.v1");
    }

    @Test
    void everybody_else_is_asked_first() {
        Case of = raised(Route.MANAGER);

        of.decide(decided(of, "karin", "ola"));

        assertThat(of.owner()).isEqualTo("ola");
        assertThat(of.ownerAccepted()).isFalse();
        assertThat(of.involvement().owners()).isEmpty();
    }

    @Test
    void an_effective_review_closes_and_tells_everybody_concerned() {
        Case of = acting("sara", "karin", "ola");
        of.completeAction("ola", "Klart");
        of.takeEvents();

        of.reviewEffect(reviewed(of, "sara", EffectVerdict.EFFECTIVE, "Det gick"));

        assertThat(of.stage()).isEqualTo(CaseStage.CLOSED);
        assertThat(of.closedAs()).isEqualTo(ClosedAs.EFFECTIVE);
        assertThat(of.takeEvents().getLast().tells()).containsExactlyInAnyOrder("sara", "karin", "ola");
    }

    @Test
    void a_failed_review_starts_a_new_round_with_nothing_planned() {
        Case of = acting("sara", "karin", "karin");
        of.plan("En sida", NOW.atZone(java.time.ZoneOffset.UTC).toLocalDate(), NOW);
        of.completeAction("karin", "Klart");

        of.reviewEffect(reviewed(of, "sara", EffectVerdict.PARTLY, "Inte riktigt"));

        assertThat(of.round()).isEqualTo(2);
        assertThat(of.plan()).isNull();
        assertThat(of.completion()).isNull();
        assertThat(of.closedAs()).isNull();
    }

    @Test
    void nobody_reviews_what_they_have_owned_also_after_it_has_moved() {
        Case of = acting("sara", "karin", "ola");
        of.moveOwnership("tove", true);
        of.completeAction("tove", "Klart");

        assertThatThrownBy(() -> of.reviewEffect(reviewed(of, "ola", EffectVerdict.EFFECTIVE, "Ja")))
                .isInstanceOf(IllegalStateException.class);
        assertThat(of.reviews()).isEmpty();
    }

    @Test
    void the_stage_is_that_of_the_leading_obligation() {
        Case of = acting("sara", "karin", "karin");

        of.ledBy(ObligationKind.ACT);
        assertThat(of.stage()).isEqualTo(CaseStage.ACTING);
        of.ledBy(ObligationKind.REVIEW_EFFECT);
        assertThat(of.stage()).isEqualTo(CaseStage.REVIEWING);
    }

    @Test
    void every_change_makes_another_version() {
        Case of = acting("sara", "karin", "karin");
        long before = of.version();

        of.noteProgress("karin", "På väg");

        assertThat(of.version()).isGreaterThan(before);
    }

    @Test
    void the_second_failed_review_starts_no_round_by_itself() {
        Case of = acting("sara", "karin", "karin");
        of.completeAction("karin", "Klart");
        of.reviewEffect(reviewed(of, "sara", EffectVerdict.NOT_EFFECTIVE, "Nej"));
        assertThat(of.hasFailedAgain()).isFalse();
        of.completeAction("karin", "Klart igen");
        of.reviewEffect(reviewed(of, "sara", EffectVerdict.PARTLY, "Nästan"));

        assertThat(of.hasFailedAgain()).isTrue();
        assertThat(of.round()).isEqualTo(2);
        assertThat(of.isOpen()).isTrue();
    }

    @Test
    void a_round_has_ended_when_its_work_is_done_until_another_starts() {
        Case of = acting("sara", "karin", "karin");
        assertThat(of.hasEndedThisRound()).isFalse();
        of.completeAction("karin", "Klart");
        assertThat(of.hasEndedThisRound()).isTrue();
        of.startDecidedRound();
        assertThat(of.hasEndedThisRound()).isFalse();
    }

    @Test
    void another_voice_never_makes_a_case_milder() {
        Case of = raised(Route.MANAGER);
        of.addVoice(
                new VoiceGiven("Det gick", "Byta", Outcome.REACHED, null, null, null, null, null), "amir", Set.of());
        assertThat(of.severity()).isEqualTo(Outcome.DETOUR);
        of.addVoice(new VoiceGiven("Jag föll", "Byta", Outcome.HARMED, null, null, null, null, true), "amir", Set.of());
        assertThat(of.severity()).isEqualTo(Outcome.HARMED);
        assertThat(of.sensitive()).isTrue();
        assertThat(of.followers()).containsExactly("amir");
    }

    @Test
    void a_voice_speaks_of_the_effect_when_it_came_after_the_completion_even_at_the_same_instant() {
        VoiceGiven said = new VoiceGiven("Inte jag heller", "Byta", Outcome.DETOUR, null, null, null, null, null);
        Case of = acting("sara", "karin", "karin");
        Case other = raised(Route.MANAGER);
        of.addVoice(said, "amir", Set.of());
        assertThat(of.voicesSinceCompletion()).isEmpty();
        of.completeAction("karin", "Klart");
        assertThat(of.voicesSinceCompletion()).isEmpty();

        of.addVoice(said, "amir", Set.of());
        of.takeVoicesOf(other, "karin", Set.of());

        assertThat(of.voicesSinceCompletion()).isEqualTo(of.voices().subList(2, 4));
        of.startRound();
        assertThat(of.voicesSinceCompletion()).isEmpty();
    }

    @Test
    void what_is_beside_the_main_line_ends_with_the_case_but_for_questions_asked_afterwards() {
        Case of = acting("sara", "karin", "karin");
        of.askContribution("karin", "hugo", "Gräv", null);
        of.offerHandover("lina", "Du kan");
        of.close(ClosedAs.REJECTED);
        of.ask("sara", "Varför?", "karin");

        assertThat(of.matters())
                .extracting(Matter::state)
                .containsExactly(MatterState.CANCELLED, MatterState.CANCELLED, MatterState.OPEN);
    }

    @Test
    void a_handover_ends_when_somebody_else_than_the_owner_is_named() {
        Case of = acting("sara", "karin", "karin");
        Matter handover = of.matter(of.offerHandover("lina", "Du kan"));

        of.decide(decided(of, "per", "karin"));
        assertThat(handover.isOpen()).isTrue();
        of.decide(decided(of, "per", "ola"));

        assertThat(handover.state()).isEqualTo(MatterState.CANCELLED);
    }

    @Test
    void a_matter_ends_once() {
        Case of = acting("sara", "karin", "karin");
        var contribution = of.askContribution("karin", "hugo", "Gräv", null);
        of.completeContribution(contribution, "hugo", "Grävt");

        assertThatThrownBy(() -> of.cancelContribution(contribution, "karin", "Behövs inte"))
                .isInstanceOf(IllegalStateException.class);
        assertThat(of.involvement().contributors()).containsExactly("hugo");
    }

    @Test
    void an_appeal_that_was_cancelled_can_be_made_again() {
        Case of = acting("hugo", "hugo", "hugo");
        assertThat(of.appealRemains()).isTrue();
        of.appeal("hugo", "Nej");
        assertThat(of.appealRemains()).isFalse();
        of.close(ClosedAs.REJECTED);
        assertThat(of.appealRemains()).isTrue();
    }

    @Test
    void whoever_owes_something_has_to_do_with_the_case() {
        Case of = raised(Route.MANAGER);
        of.owedBy("karin");
        of.owedBy("karin");

        assertThat(of.parties()).containsExactly("sara", "karin");
    }

    @Test
    void whoever_objects_has_to_do_with_the_case() {
        Case of = acting("hugo", "hugo", "hugo");
        of.object("gun", "Nej");

        assertThat(of.parties()).contains("gun");
    }

    @Test
    void who_follows_a_case_stands_in_nobodys_way() {
        Case of = raised(Route.MANAGER);
        long read = of.version();
        of.follow("amir");
        of.unfollow("amir");
        assertThat(of.version()).isEqualTo(read);

        of.send("sara", null, "Hur går det?");
        assertThat(of.version()).isGreaterThan(read);
    }
}
