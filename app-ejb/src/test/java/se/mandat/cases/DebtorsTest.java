package se.mandat.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.mandat.cases.CaseFixture.acting;
import static se.mandat.cases.CaseFixture.raised;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.mandat.mandate.Route;
import se.mandat.obligation.DecisionConcern;
import se.mandat.obligation.Involvement;
import se.mandat.obligation.ObligationKind;
import se.mandat.organisation.Level;
import se.mandat.organisation.Nordvik;
import se.mandat.organisation.Organisation;
import se.mandat.organisation.Person;
import se.mandat.shared.MandatException;

class DebtorsTest {

    /** Everybody is equally burdened here: the first by name. */
    private static Debtors in(Organisation organisation) {
        return new Debtors(() -> organisation, people -> people.stream().min(Comparator.comparing(Person::name)));
    }

    private static Optional<String> decider(Organisation organisation, Route route, String raiser, String... units) {
        return in(organisation)
                .decider(route, List.of(units), new Involvement(raiser, Set.of(), Set.of()))
                .map(Person::username);
    }

    private static String debt(Organisation organisation, ObligationKind kind, Case of) {
        Debtors.Debt debt = in(organisation).next(Step.of(kind, null, null, of), of);
        return debt.kind() + " " + debt.debtor().username();
    }

    @Test
    void the_manager_of_the_lead_unit_decides() {
        assertThat(decider(Nordvik.organisation(), Route.MANAGER, "sara", Nordvik.KUNDSERVICE))
                .contains("karin");
    }

    @Test
    void several_units_have_the_manager_of_the_nearest_that_contains_them_all() {
        assertThat(decider(Nordvik.organisation(), Route.JOINT, "sara", Nordvik.KUNDSERVICE, Nordvik.BIBLIOTEK))
                .contains("per");
        assertThat(decider(Nordvik.organisation(), Route.JOINT, "sara", Nordvik.KUNDSERVICE, Nordvik.GATA))
                .contains("eva");
        assertThat(decider(Nordvik.organisation(), Route.JOINT, "sara", Nordvik.TEKNIK, Nordvik.GATA))
                .contains("tove");
    }

    @Test
    void the_roots_manager_is_the_executive() {
        assertThat(decider(Nordvik.organisation(), Route.EXECUTIVE, "sara", Nordvik.KUNDSERVICE))
                .contains("eva");
    }

    @Test
    void a_raiser_who_would_decide_is_skipped_upwards() {
        assertThat(decider(Nordvik.organisation(), Route.MANAGER, "karin", Nordvik.KUNDSERVICE))
                .contains("per");
        assertThat(decider(Nordvik.organisation(), Route.JOINT, "per", Nordvik.KUNDSERVICE, Nordvik.BIBLIOTEK))
                .contains("eva");
    }

    @Test
    void past_the_top_comes_the_roots_deputy() {
        assertThat(decider(Nordvik.organisation(), Route.EXECUTIVE, "eva", Nordvik.KUNDSERVICE))
                .contains("britt");
    }

    @Test
    void where_nobody_may_decide_a_steward_appoints_somebody() {
        Organisation withoutDeputy = Nordvik.without("britt");
        Case of = raised("eva", Route.EXECUTIVE, List.of(Nordvik.KUNDSERVICE));

        assertThat(decider(withoutDeputy, Route.EXECUTIVE, "eva", Nordvik.KUNDSERVICE))
                .isEmpty();
        assertThat(debt(withoutDeputy, ObligationKind.DECIDE, of)).isEqualTo("APPOINT sten");
    }

    @Test
    void an_organisation_without_stewards_refuses_rather_than_leave_a_case_to_nobody() {
        Case of = raised("eva", Route.EXECUTIVE, List.of(Nordvik.KUNDSERVICE));

        assertThatThrownBy(() -> in(Nordvik.without("britt", "sten", "stina"))
                        .next(Step.of(ObligationKind.DECIDE, null, null, of), of))
                .isInstanceOfSatisfying(MandatException.class, refusal -> assertThat(refusal.key())
                        .isEqualTo("problem.nobody-may-appoint"));
    }

    @Test
    void whoever_was_appointed_owes_the_step_that_opens_next() {
        Case of = raised("eva", Route.EXECUTIVE, List.of(Nordvik.KUNDSERVICE));
        of.appoint(ObligationKind.DECIDE, "tove", "sten");

        assertThat(debt(Nordvik.without("britt"), ObligationKind.DECIDE, of)).isEqualTo("DECIDE tove");
    }

    @Test
    void whoever_was_appointed_owes_nothing_that_they_may_not_hold() {
        Case of = rejected("karin");
        of.appeal("sara", "Ändå");
        of.appoint(ObligationKind.DECIDE, "karin", "sten");

        assertThat(debt(Nordvik.organisation(), ObligationKind.DECIDE, of)).isEqualTo("DECIDE per");
    }

    @Test
    void the_raiser_reviews() {
        assertThat(debt(Nordvik.organisation(), ObligationKind.REVIEW_EFFECT, acting("sara", "karin", "karin")))
                .isEqualTo("REVIEW_EFFECT sara");
    }

    @Test
    void a_raiser_who_did_it_leaves_the_review_to_a_colleague_of_the_unit() {
        assertThat(debt(Nordvik.organisation(), ObligationKind.REVIEW_EFFECT, acting("sara", "karin", "sara")))
                .isEqualTo("REVIEW_EFFECT amir");
    }

    @Test
    void where_the_owner_manages_the_raisers_unit_the_review_goes_up_the_line() {
        assertThat(debt(Nordvik.organisation(), ObligationKind.REVIEW_EFFECT, acting("karin", "karin", "karin")))
                .isEqualTo("REVIEW_EFFECT per");
    }

    @Test
    void the_next_colleague_is_the_manager_when_there_is_no_other() {
        assertThat(debt(Nordvik.organisation(), ObligationKind.REVIEW_EFFECT, acting("hugo", "gun", "hugo")))
                .isEqualTo("REVIEW_EFFECT gun");
    }

    @Test
    void the_owner_acts_and_when_they_have_left_the_manager_above_does() {
        Case of = acting("sara", "karin", "karin");

        assertThat(debt(Nordvik.organisation(), ObligationKind.ACT, of)).isEqualTo("ACT karin");
        assertThat(debt(Nordvik.without("karin"), ObligationKind.ACT, of)).isEqualTo("ACT per");
        assertThat(debt(Nordvik.without("karin", "per"), ObligationKind.ACT, of))
                .isEqualTo("ACT eva");
    }

    @Test
    void a_debt_moves_to_the_next_eligible_up() {
        Case of = raised("per", Route.MANAGER, List.of(Nordvik.KUNDSERVICE));

        Debtors.Debt debt =
                in(Nordvik.without("karin")).after("karin", ObligationKind.DECIDE, DecisionConcern.PROPOSAL, of);

        assertThat(debt.debtor().username()).isEqualTo("eva");
    }

    @Test
    void an_appointment_moves_to_another_steward() {
        Case of = raised("eva", Route.EXECUTIVE, List.of(Nordvik.KUNDSERVICE));

        Debtors.Debt debt = in(Nordvik.without("britt", "sten")).after("sten", ObligationKind.APPOINT, null, of);

        assertThat(debt).isEqualTo(new Debtors.Debt(ObligationKind.APPOINT, debt.debtor()));
        assertThat(debt.debtor().username()).isEqualTo("stina");
    }

    @Test
    void an_appointment_that_a_manager_owed_moves_up_the_line() {
        Case of = declinedBy("lina", "gun", "hugo");

        Debtors.Debt debt = in(Nordvik.without("tove")).after("tove", ObligationKind.APPOINT, null, of);

        assertThat(debt.kind() + " " + debt.debtor().username()).isEqualTo("APPOINT eva");
    }

    @Test
    void the_raisers_manager_and_the_touched_units_managers_are_told_of_an_own_decision() {
        Organisation organisation = Nordvik.organisation();
        Person sara = organisation.person("sara").orElseThrow();

        List<String> told = names(in(organisation).toldOfOwnDecision(sara, List.of(Nordvik.KUNDSERVICE, Nordvik.GATA)));

        assertThat(told).containsExactlyInAnyOrder("karin", "gun");
    }

    @Test
    void a_manager_who_decides_for_the_own_unit_is_not_told_but_the_manager_above_is() {
        Organisation organisation = Nordvik.organisation();
        Person karin = organisation.person("karin").orElseThrow();

        assertThat(karin.level()).isEqualTo(Level.MANAGER);
        assertThat(names(in(organisation).toldOfOwnDecision(karin, List.of(Nordvik.KUNDSERVICE))))
                .containsExactly("per");
    }

    private static List<String> names(List<Person> people) {
        return new ArrayList<>(people.stream().map(Person::username).toList());
    }

    private static String debt(ObligationKind kind, Matter matter, String owedBy, Case of) {
        Debtors.Debt debt = in(Nordvik.organisation()).next(Step.of(kind, matter, owedBy, of), of);
        return debt.kind() + " " + debt.debtor().username();
    }

    private static Case rejected(String by) {
        Case of = raised("sara", Route.MANAGER, List.of(Nordvik.KUNDSERVICE));
        of.decide(CaseFixture.decided(of, Verdict.REJECTED, by, null));
        return of;
    }

    @Test
    void the_raiser_responds_to_a_rejection() {
        assertThat(debt(ObligationKind.RESPOND, null, null, rejected("karin"))).isEqualTo("RESPOND sara");
    }

    @Test
    void an_appeal_is_for_the_next_manager_above_whoever_rejected() {
        Case of = rejected("karin");
        of.appeal("sara", "Ändå");

        assertThat(debt(ObligationKind.DECIDE, null, null, of)).isEqualTo("DECIDE per");
    }

    @Test
    void an_appeal_of_what_the_top_rejected_is_for_the_deputy() {
        Case of = rejected("eva");
        of.appeal("sara", "Ändå");

        assertThat(debt(ObligationKind.DECIDE, null, null, of)).isEqualTo("DECIDE britt");
    }

    @Test
    void an_appeal_of_what_the_deputy_rejected_is_for_whom_a_steward_appoints() {
        Case of = rejected("britt");
        of.appeal("sara", "Ändå");

        assertThat(debt(ObligationKind.DECIDE, null, null, of)).isEqualTo("DECIDE eva");
        of.refer("eva", null, "Jäv");
        assertThat(debt(ObligationKind.DECIDE, null, null, of)).isEqualTo("APPOINT sten");
    }

    @Test
    void an_objection_is_for_the_objectors_manager_and_at_the_top_for_the_objector() {
        Case of = acting("hugo", "hugo", "hugo");
        Matter guns = of.matter(of.object("gun", "Nej"));
        Matter evas = of.matter(of.object("eva", "Nej"));

        assertThat(debt(ObligationKind.DECIDE, guns, null, of)).isEqualTo("DECIDE tove");
        assertThat(debt(ObligationKind.DECIDE, evas, null, of)).isEqualTo("DECIDE eva");
    }

    @Test
    void an_objector_below_the_top_does_not_decide_though_nobody_above_may() {
        Case evas = acting("eva", "eva", "eva");
        Matter objection = evas.matter(evas.object("tove", "Nej"));

        assertThat(debt(ObligationKind.DECIDE, objection, null, evas)).isEqualTo("DECIDE britt");
    }

    @Test
    void where_the_top_is_vacant_the_deputy_decides_and_not_the_objector() {
        Case of = acting("hugo", "hugo", "hugo");
        Matter toves = of.matter(of.object("tove", "Nej"));

        Debtors.Debt debt = in(Nordvik.without("eva")).next(Step.of(ObligationKind.DECIDE, toves, null, of), of);

        assertThat(debt.kind() + " " + debt.debtor().username()).isEqualTo("DECIDE britt");
    }

    @Test
    void nobody_is_named_to_decide_their_own_objection() {
        Organisation organisation = Nordvik.organisation();
        Debtors debtors = in(organisation);
        Case of = acting("sara", "sara", "sara");
        of.object("karin", "Nej");

        List<Person> allowed = organisation.people().stream()
                .filter(person -> debtors.allows(person, ObligationKind.DECIDE, DecisionConcern.OBJECTION, of))
                .toList();

        assertThat(names(allowed)).contains("per", "bodil").doesNotContain("karin", "sara");
    }

    @Test
    void whoever_is_disqualified_is_passed() {
        Case of = raised("sara", Route.MANAGER, List.of(Nordvik.KUNDSERVICE));
        of.refer("karin", null, "Min bror");
        of.refer("per", null, "Min syster");

        assertThat(debt(ObligationKind.DECIDE, null, null, of)).isEqualTo("DECIDE eva");
        assertThat(of.disqualified()).containsExactlyInAnyOrder("karin", "per");
    }

    @Test
    void whoever_refers_since_other_units_are_touched_is_not_disqualified() {
        Case of = raised("sara", Route.MANAGER, List.of(Nordvik.KUNDSERVICE));
        of.refer("karin", List.of(Nordvik.KUNDSERVICE), "Tillbaka");

        assertThat(debt(ObligationKind.DECIDE, null, null, of)).isEqualTo("DECIDE karin");
    }

    @Test
    void after_failed_reviews_the_owners_manager_decides() {
        Case of = acting("sara", "karin", "lina");
        for (int i = 0; i < 2; i++) {
            of.completeAction("lina", "Klart");
            of.reviewEffect(CaseFixture.reviewed(of, "sara", EffectVerdict.NOT_EFFECTIVE, "Nej"));
        }
        Step step = Step.of(ObligationKind.DECIDE, null, null, of);

        assertThat(step.concerns()).isEqualTo(DecisionConcern.FAILED_REVIEWS);
        assertThat(debt(ObligationKind.DECIDE, null, null, of)).isEqualTo("DECIDE ola");
        of.ledBy(ObligationKind.DECIDE);
        assertThat(Step.of(ObligationKind.DECIDE, null, null, of)).isEqualTo(step);
    }

    @Test
    void whether_to_go_on_is_never_decided_by_the_owner() {
        Case of = acting("eva", "karin", "britt");
        for (int i = 0; i < 2; i++) {
            of.completeAction("britt", "Klart");
            of.reviewEffect(CaseFixture.reviewed(of, "eva", EffectVerdict.NOT_EFFECTIVE, "Nej"));
        }

        assertThat(debt(ObligationKind.DECIDE, null, null, of)).isEqualTo("APPOINT sten");
    }

    @Test
    void a_handover_to_somebody_who_leaves_is_not_for_who_hands_over() {
        Case of = acting("sara", "karin", "ola");
        of.offerHandover("lina", "Du kan");

        Debtors.Debt debt = in(Nordvik.without("lina")).after("lina", ObligationKind.ACCEPT_OWNERSHIP, null, of);

        assertThat(debt.debtor().username()).isEqualTo("tove");
    }

    @Test
    void whoever_rejected_it_does_not_respond_when_the_raiser_has_left() {
        Case of = rejected("karin");

        assertThat(debt(Nordvik.without("sara"), ObligationKind.RESPOND, of)).isEqualTo("RESPOND per");
    }

    @Test
    void an_added_step_is_for_the_role_or_the_unit_that_the_model_names() {
        Case of = acting("sara", "karin", "lina");

        assertThat(debt(ObligationKind.DECIDE, null, "dpo", of)).isEqualTo("DECIDE maja");
        assertThat(debt(ObligationKind.DECIDE, null, Nordvik.GATA, of)).isEqualTo("DECIDE gun");
    }

    @Test
    void after_two_declines_their_nearest_common_manager_appoints() {
        Case of = raised("sara", Route.MANAGER, List.of(Nordvik.KUNDSERVICE));
        of.decide(CaseFixture.decided(of, "karin", "lina"));
        of.declineOwnership("lina", "gun", "Hinner inte");
        assertThat(debt(ObligationKind.ACCEPT_OWNERSHIP, null, null, of)).isEqualTo("ACCEPT_OWNERSHIP gun");
        of.declineOwnership("gun", "hugo", "Inte jag");

        assertThat(debt(ObligationKind.ACCEPT_OWNERSHIP, null, null, of)).isEqualTo("APPOINT tove");
    }

    private static Case declinedBy(String first, String second, String better) {
        Case of = raised("sara", Route.MANAGER, List.of(Nordvik.KUNDSERVICE));
        of.decide(CaseFixture.decided(of, "karin", first));
        of.declineOwnership(first, second, "Hinner inte");
        of.declineOwnership(second, better, "Inte jag");
        return of;
    }

    @Test
    void declines_count_until_another_owner_is_named_whatever_else_is_decided() {
        Case of = acting("hugo", "hugo", "hugo");
        of.decide(CaseFixture.decided(of, "hugo", "lina"));
        of.declineOwnership("lina", "gun", "Hinner inte");
        var objection = of.object("gun", "Nej");
        of.at(CaseFixture.NOW.plusSeconds(60))
                .decide(new DecidingEvent.Decided(
                        of.number(),
                        DecisionConcern.OBJECTION,
                        objection,
                        Verdict.APPROVED,
                        of.route(),
                        "tove",
                        "Det står fast",
                        null,
                        null,
                        null,
                        null,
                        of.units(),
                        0,
                        null,
                        Set.of()));
        assertThat(of.ownershipDeclinedBy()).containsExactly("lina");
        of.declineOwnership("gun", "ola", "Inte jag");
        assertThat(debt(ObligationKind.ACCEPT_OWNERSHIP, null, null, of)).isEqualTo("APPOINT tove");

        of.decide(CaseFixture.decided(of, "tove", "ola"));
        assertThat(of.ownershipDeclinedBy()).isEmpty();
    }

    @Test
    void nobody_who_has_declined_to_own_a_case_appoints_its_owner() {
        assertThat(debt(ObligationKind.ACCEPT_OWNERSHIP, null, null, declinedBy("lina", "ola", "gun")))
                .isEqualTo("APPOINT tove");
        assertThat(debt(ObligationKind.ACCEPT_OWNERSHIP, null, null, declinedBy("tove", "gun", "ola")))
                .isEqualTo("APPOINT eva");
        assertThat(debt(ObligationKind.ACCEPT_OWNERSHIP, null, null, declinedBy("eva", "lina", "ola")))
                .isEqualTo("APPOINT britt");
        assertThat(debt(ObligationKind.ACCEPT_OWNERSHIP, null, null, declinedBy("eva", "britt", "ola")))
                .isEqualTo("APPOINT sten");
    }

    @Test
    void whoever_is_asked_to_contribute_or_to_answer_owes_it() {
        Case of = acting("sara", "karin", "karin");
        Matter contribution = of.matter(of.askContribution("karin", "hugo", "Gräv", null));
        Matter question = of.matter(of.ask("sara", "Varför?", "karin"));

        assertThat(debt(ObligationKind.CONTRIBUTE, contribution, null, of)).isEqualTo("CONTRIBUTE hugo");
        assertThat(debt(ObligationKind.ANSWER, question, null, of)).isEqualTo("ANSWER karin");
    }

    private static String answering(Case of) {
        return in(Nordvik.organisation()).answering(of).username();
    }

    @Test
    void whoever_rejected_a_case_last_answers_what_the_raiser_asks_about_it() {
        Case of = acting("sara", "karin", "lina");
        of.decide(CaseFixture.decided(of, Verdict.REJECTED, "per", null));
        of.close(ClosedAs.REJECTED);

        assertThat(answering(of)).isEqualTo("per");
    }

    @Test
    void the_owner_answers_and_where_that_is_the_raiser_the_reviewer() {
        Case linas = acting("sara", "karin", "lina");
        linas.reviewEffect(CaseFixture.reviewed(linas, "amir", EffectVerdict.EFFECTIVE, "Ja"));
        Case hugos = acting("hugo", "hugo", "hugo");
        hugos.reviewEffect(CaseFixture.reviewed(hugos, "gun", EffectVerdict.EFFECTIVE, "Ja"));

        assertThat(answering(linas)).isEqualTo("lina");
        assertThat(answering(hugos)).isEqualTo("gun");
    }

    @Test
    void where_nobody_but_the_raiser_knows_the_manager_of_the_lead_unit_answers_or_whoever_is_above() {
        Case karins = raised("karin", Route.MANAGER, List.of(Nordvik.KUNDSERVICE));
        Case evas = raised("eva", Route.MANAGER, List.of(Nordvik.ROOT));

        assertThat(answering(raised(Route.MANAGER))).isEqualTo("karin");
        assertThat(answering(karins)).isEqualTo("per");
        assertThat(answering(evas)).isEqualTo("britt");
        assertThat(in(Nordvik.without("britt")).answering(evas).username()).isEqualTo("sten");
    }

    @Test
    void an_appeal_of_an_amendment_is_beside_what_the_main_line_has_to_decide() {
        Case of = acting("sara", "karin", "lina");
        of.appeal("sara", "Det räcker inte");
        for (int i = 0; i < 2; i++) {
            of.completeAction("lina", "Klart");
            of.reviewEffect(CaseFixture.reviewed(of, "sara", EffectVerdict.NOT_EFFECTIVE, "Nej"));
        }

        assertThat(Step.of(ObligationKind.DECIDE, null, null, of).concerns()).isEqualTo(DecisionConcern.FAILED_REVIEWS);
    }

    @Test
    void an_appeal_of_an_amendment_is_for_whoever_is_above_the_one_who_amended_whatever_is_decided_meanwhile() {
        Case of = raised("sara", Route.MANAGER, List.of(Nordvik.KUNDSERVICE));
        of.decide(CaseFixture.decided(of, Verdict.AMENDED, "karin", "lina"));
        of.acceptOwnership();
        var appeal = of.appeal("sara", "Det räcker inte");
        of.decide(decided(of, DecisionConcern.FAILED_REVIEWS, null, Verdict.APPROVED, "ola"));

        assertThat(debt(ObligationKind.DECIDE, of.matter(appeal), null, of)).isEqualTo("DECIDE per");
        assertThat(Debtors.barred(ObligationKind.DECIDE, DecisionConcern.AMENDMENT_APPEAL, of))
                .contains("karin")
                .doesNotContain("ola");
    }

    private static DecidingEvent.Decided decided(
            Case of, DecisionConcern concerns, UUID matter, Verdict verdict, String by) {
        return new DecidingEvent.Decided(
                of.number(),
                concerns,
                matter,
                verdict,
                of.route(),
                by,
                "Det räcker",
                null,
                null,
                null,
                null,
                of.units(),
                0,
                null,
                Set.of());
    }

    @Test
    void an_appeal_of_an_amendment_that_was_turned_down_is_no_rejection() {
        Case of = acting("sara", "karin", "lina");
        var appeal = of.appeal("sara", "Det räcker inte");
        of.decide(decided(of, DecisionConcern.AMENDMENT_APPEAL, appeal, Verdict.REJECTED, "per"));

        assertThat(of.isRejected()).isFalse();
        assertThat(Step.of(ObligationKind.DECIDE, null, null, of).concerns()).isEqualTo(DecisionConcern.STEP);
    }
}
