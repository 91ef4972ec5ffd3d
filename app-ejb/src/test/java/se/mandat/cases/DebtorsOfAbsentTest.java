package se.mandat.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static se.mandat.cases.CaseFixture.acting;
import static se.mandat.cases.CaseFixture.raised;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import se.mandat.mandate.Route;
import se.mandat.obligation.Awaited;
import se.mandat.obligation.DecisionConcern;
import se.mandat.obligation.Eligibility;
import se.mandat.obligation.Involvement;
import se.mandat.obligation.ObligationKind;
import se.mandat.organisation.Absence;
import se.mandat.organisation.Nordvik;
import se.mandat.organisation.Organisation;
import se.mandat.organisation.Person;
import se.mandat.shared.Outcome;

/** Who holds what would go to somebody who is away. */
class DebtorsOfAbsentTest {

    private static final LocalDate DAY = LocalDate.of(2027, 3, 30);
    private static final String MANAGER = "";

    private final Map<String, String> away = new HashMap<>();
    private Organisation organisation = Nordvik.organisation();

    /** @param substitute {@link #MANAGER} for none */
    private DebtorsOfAbsentTest away(String person, String substitute) {
        away.put(person, substitute);
        return this;
    }

    private Debtors debtors() {
        return new Debtors(
                () -> organisation,
                people -> people.stream().min(Comparator.comparing(Person::name)),
                person -> Optional.ofNullable(away.get(person.username()))
                        .map(substitute -> new Absence(
                                new UUID(0, 1),
                                person.username(),
                                DAY,
                                DAY,
                                substitute.equals(MANAGER) ? null : substitute)));
    }

    private String next(ObligationKind kind, Case of) {
        return next(kind, null, of);
    }

    private String next(ObligationKind kind, Matter matter, Case of) {
        return said(debtors().next(Step.of(kind, matter, null, of), of));
    }

    private static String said(Debtors.Debt debt) {
        return debt.kind() + " " + debt.debtor().username()
                + (debt.onBehalfOf() == null ? "" : " for " + debt.onBehalfOf().username());
    }

    private static Case decidedByKarin() {
        return raised("sara", Route.MANAGER, List.of(Nordvik.KUNDSERVICE));
    }

    @Test
    void the_substitute_decides_for_the_absent_manager() {
        assertThat(away("karin", "bodil").next(ObligationKind.DECIDE, decidedByKarin()))
                .isEqualTo("DECIDE bodil for karin");
    }

    @Test
    void without_a_substitute_the_manager_above_does() {
        assertThat(away("karin", MANAGER).next(ObligationKind.DECIDE, decidedByKarin()))
                .isEqualTo("DECIDE per for karin");
    }

    @Test
    void where_the_substitute_is_away_too_theirs_does() {
        assertThat(away("karin", "bodil").away("bodil", "noor").next(ObligationKind.DECIDE, decidedByKarin()))
                .isEqualTo("DECIDE noor for karin");
    }

    @Test
    void where_substitutes_lead_back_it_goes_up_the_absent_persons_line() {
        assertThat(away("karin", "bodil").away("bodil", "karin").next(ObligationKind.DECIDE, decidedByKarin()))
                .isEqualTo("DECIDE per for karin");
        assertThat(away("per", "karin").next(ObligationKind.DECIDE, decidedByKarin()))
                .isEqualTo("DECIDE eva for karin");
    }

    @Test
    void a_manager_above_who_is_away_is_stood_in_for_too() {
        assertThat(away("karin", MANAGER).away("per", "tove").next(ObligationKind.DECIDE, decidedByKarin()))
                .isEqualTo("DECIDE tove for karin");
    }

    @Test
    void a_substitute_who_may_not_hold_it_is_passed_upwards() {
        assertThat(away("karin", "sara").next(ObligationKind.DECIDE, decidedByKarin()))
                .isEqualTo("DECIDE per for karin");
        assertThat(away("karin", "astrid").next(ObligationKind.DECIDE, decidedByKarin()))
                .isEqualTo("DECIDE per for karin");
    }

    @Test
    void who_has_declined_to_own_a_case_appoints_nobody_in_the_common_managers_place() {
        Case of = decidedByKarin();
        of.decide(CaseFixture.decided(of, "karin", "lina"));
        of.declineOwnership("lina", "gun", "Hinner inte");
        of.declineOwnership("gun", "hugo", "Inte jag");

        assertThat(away("tove", "gun").next(ObligationKind.ACCEPT_OWNERSHIP, of))
                .isEqualTo("APPOINT eva for tove");
    }

    @Test
    void a_raisers_substitute_does_not_decide_the_raisers_case() {
        Case karins = raised("karin", Route.MANAGER, List.of(Nordvik.KUNDSERVICE));
        assertThat(away("karin", "bodil").next(ObligationKind.DECIDE, karins)).isEqualTo("DECIDE per");
        assertThat(away("per", "bodil").next(ObligationKind.DECIDE, karins)).isEqualTo("DECIDE eva for per");
    }

    @Test
    void who_has_objected_does_not_decide_the_objection_in_somebody_elses_place() {
        Case of = acting("sara", "sara", "sara");
        Matter karins = of.matter(of.object("karin", "Nej"));
        assertThat(away("per", "karin").next(ObligationKind.DECIDE, karins, of)).isEqualTo("DECIDE eva for per");
        assertThat(away("eva", "karin").next(ObligationKind.DECIDE, karins, of)).isEqualTo("DECIDE britt for per");
    }

    @Test
    void a_deputy_who_has_objected_does_not_decide_the_objection_though_the_top_is_away() {
        Case of = acting("stina", "stina", "stina");
        Matter britts = of.matter(of.object("britt", "Nej"));
        assertThat(next(ObligationKind.DECIDE, britts, of)).isEqualTo("DECIDE eva");
        assertThat(away("eva", "britt").next(ObligationKind.DECIDE, britts, of)).isEqualTo("APPOINT sten");
    }

    @Test
    void the_owner_does_not_decide_in_the_managers_place_whether_to_go_on() {
        Case olas = failedTwice("ola");
        Case britts = failedTwice("britt");
        assertThat(away("tove", "ola").next(ObligationKind.DECIDE, olas)).isEqualTo("DECIDE eva for tove");
        assertThat(away("eva", "britt").next(ObligationKind.DECIDE, britts)).isEqualTo("APPOINT sten");
    }

    private static Case failedTwice(String owner) {
        Case of = acting("sara", "karin", owner);
        fails(of, owner);
        fails(of, owner);
        return of;
    }

    @Test
    void who_hands_a_case_over_does_not_accept_it_in_the_others_place() {
        Case of = acting("sara", "karin", "ola");
        Matter handover = of.matter(of.offerHandover("lina", "Du kan"));
        assertThat(away("lina", MANAGER).next(ObligationKind.ACCEPT_OWNERSHIP, handover, of))
                .isEqualTo("ACCEPT_OWNERSHIP tove for lina");
        assertThat(away("tove", "ola").next(ObligationKind.ACCEPT_OWNERSHIP, handover, of))
                .isEqualTo("ACCEPT_OWNERSHIP eva for lina");
    }

    @Test
    void who_asks_does_not_answer_in_the_place_of_whoever_was_asked() {
        Case of = raised("per", Route.MANAGER, List.of(Nordvik.KUNDSERVICE));
        Matter question = of.matter(of.ask("per", "Varför?", "karin"));
        assertThat(away("karin", MANAGER).next(ObligationKind.ANSWER, question, of))
                .isEqualTo("ANSWER eva for karin");
        assertThat(away("karin", "per").next(ObligationKind.ANSWER, question, of))
                .isEqualTo("ANSWER eva for karin");
    }

    @Test
    void who_has_rejected_a_case_does_not_respond_in_the_raisers_place() {
        Case of = rejected("karin", null);
        assertThat(away("sara", MANAGER).next(ObligationKind.RESPOND, of)).isEqualTo("RESPOND per for sara");
        assertThat(away("sara", "hugo").next(ObligationKind.RESPOND, of)).isEqualTo("RESPOND hugo for sara");
        assertThat(next(ObligationKind.RESPOND, rejected("hugo", "karin"))).isEqualTo("RESPOND per for sara");
    }

    @Test
    void where_only_who_has_rejected_it_could_respond_a_steward_appoints_somebody() {
        Case evas = raised("eva", Route.EXECUTIVE, List.of(Nordvik.KUNDSERVICE));
        evas.decide(CaseFixture.decided(evas, Verdict.REJECTED, "britt", null));
        assertThat(next(ObligationKind.RESPOND, evas)).isEqualTo("RESPOND eva");
        assertThat(away("eva", MANAGER).next(ObligationKind.RESPOND, evas)).isEqualTo("APPOINT sten");
    }

    @Test
    void a_substitute_who_has_left_is_passed_upwards() {
        organisation = Nordvik.without("bodil");
        assertThat(away("karin", "bodil").next(ObligationKind.DECIDE, decidedByKarin()))
                .isEqualTo("DECIDE per for karin");
    }

    @Test
    void for_the_top_the_deputy_stands_in() {
        Case of = raised("sara", Route.EXECUTIVE, List.of(Nordvik.KUNDSERVICE));
        assertThat(away("eva", MANAGER).next(ObligationKind.DECIDE, of)).isEqualTo("DECIDE britt for eva");
        assertThat(away("britt", "erik").next(ObligationKind.DECIDE, of)).isEqualTo("DECIDE erik for eva");
        assertThat(away("britt", MANAGER).next(ObligationKind.DECIDE, of)).isEqualTo("APPOINT sten");
        assertThat(away("sten", MANAGER).next(ObligationKind.DECIDE, of)).isEqualTo("APPOINT stina");
        assertThat(away("stina", "maja").next(ObligationKind.DECIDE, of)).isEqualTo("APPOINT maja for stina");
    }

    @Test
    void the_owner_stays_the_owner_while_somebody_acts_for_them() {
        Case of = acting("sara", "karin", "lina");
        assertThat(away("lina", "hugo").next(ObligationKind.ACT, of)).isEqualTo("ACT hugo for lina");
        Debtors.Debt debt = debtors().next(Step.of(ObligationKind.ACT, null, null, of), of);
        OpenObligation.moveOwnershipWith(ObligationKind.ACT, debt, of);
        assertThat(of.owner()).isEqualTo("lina");
    }

    @Test
    void who_has_decided_in_somebodys_place_that_there_be_another_round_does_not_review_it() {
        Case of = acting("sara", "karin", "lina");
        fails(of);
        fails(of);
        of.decide(new DecidingEvent.Decided(
                of.number(),
                DecisionConcern.FAILED_REVIEWS,
                null,
                Verdict.APPROVED,
                of.route(),
                "amir",
                "ola",
                "En gång till",
                null,
                null,
                null,
                null,
                of.units(),
                0,
                null,
                Set.of()));
        of.startDecidedRound();
        assertThat(of.round()).isEqualTo(3);
        assertThat(away("sara", "amir").next(ObligationKind.REVIEW_EFFECT, of))
                .isEqualTo("REVIEW_EFFECT karin for sara");
        fails(of);
        of.startRound();
        assertThat(next(ObligationKind.REVIEW_EFFECT, of)).isEqualTo("REVIEW_EFFECT amir for sara");
    }

    private static void fails(Case of) {
        fails(of, "lina");
    }

    private static void fails(Case of, String owner) {
        of.completeAction(owner, "Klart");
        of.reviewEffect(CaseFixture.reviewed(of, "sara", EffectVerdict.NOT_EFFECTIVE, "Nej"));
    }

    @Test
    void who_has_acted_in_the_owners_place_does_not_review_it() {
        Case of = acting("sara", "karin", "lina");
        of.tookPart("amir");
        of.completeAction("amir", "Klart");
        assertThat(away("sara", "amir").next(ObligationKind.REVIEW_EFFECT, of))
                .isEqualTo("REVIEW_EFFECT karin for sara");
        of.tookPart("sara");
        assertThat(next(ObligationKind.REVIEW_EFFECT, of)).isEqualTo("REVIEW_EFFECT karin");
    }

    @Test
    void an_appeal_goes_above_whose_decision_it_was_and_past_who_made_it() {
        Case of = rejected("hugo", "karin");
        of.appeal("sara", "Ändå");
        assertThat(next(ObligationKind.DECIDE, of)).isEqualTo("DECIDE per");
        assertThat(away("per", "hugo").next(ObligationKind.DECIDE, of)).isEqualTo("DECIDE eva for per");
        assertThat(away("per", "karin").next(ObligationKind.DECIDE, of)).isEqualTo("DECIDE eva for per");
    }

    /** @param onBehalfOf null for their own */
    private static Case rejected(String by, String onBehalfOf) {
        Case of = decidedByKarin();
        of.decide(new DecidingEvent.Decided(
                of.number(),
                DecisionConcern.PROPOSAL,
                null,
                Verdict.REJECTED,
                of.route(),
                by,
                onBehalfOf,
                "Nej",
                null,
                null,
                null,
                null,
                of.units(),
                0,
                null,
                Set.of()));
        return of;
    }

    private static Standing silent(String debtor, String onBehalfOf) {
        return silent(ObligationKind.DECIDE, debtor, onBehalfOf, Set.of(), Set.of());
    }

    private static Standing silent(
            ObligationKind kind, String debtor, String onBehalfOf, Set<String> barred, Set<String> objectors) {
        return new Standing(
                kind,
                DecisionConcern.PROPOSAL,
                true,
                debtor,
                onBehalfOf,
                1,
                Instant.EPOCH,
                Awaited.DUE,
                Instant.EPOCH,
                Outcome.DETOUR,
                Nordvik.KUNDSERVICE,
                new Involvement("sara", Set.of(), Set.of()),
                barred,
                objectors,
                false);
    }

    private Optional<String> above(Standing standing) {
        return debtors().aboveSilent(standing).map(DebtorsOfAbsentTest::said);
    }

    @Test
    void rungs_climb_the_absent_persons_line() {
        away("karin", "hugo");
        assertThat(debtors().aboveSilent(silent("hugo", "karin")).map(DebtorsOfAbsentTest::said))
                .contains("DECIDE per");
        away("per", "lina");
        assertThat(debtors().aboveSilent(silent("hugo", "karin")).map(DebtorsOfAbsentTest::said))
                .contains("DECIDE lina for per");
    }

    @Test
    void a_manager_who_stands_in_and_is_silent_does_not_get_it_again() {
        away("karin", MANAGER);
        assertThat(debtors().aboveSilent(silent("per", "karin")).map(DebtorsOfAbsentTest::said))
                .contains("DECIDE eva");
        away("eva", "per");
        assertThat(debtors().aboveSilent(silent("per", "karin")).map(DebtorsOfAbsentTest::said))
                .contains("DECIDE britt");
        away("per", MANAGER);
        assertThat(debtors().aboveSilent(silent("eva", "per")).map(DebtorsOfAbsentTest::said))
                .isEmpty();
    }

    @Test
    void silence_does_not_bring_an_objection_back_to_who_objected() {
        Standing pers = silent(ObligationKind.DECIDE, "per", null, Set.of(), Set.of("karin"));
        assertThat(away("eva", "karin").above(pers)).contains("DECIDE britt for eva");
    }

    @Test
    void silence_does_not_bring_a_question_to_who_asked() {
        Case of = raised("per", Route.MANAGER, List.of(Nordvik.KUNDSERVICE));
        Set<String> barred = Debtors.barred(ObligationKind.ANSWER, null, of);
        assertThat(above(silent(ObligationKind.ANSWER, "karin", null, barred, Set.of())))
                .contains("ANSWER eva");
    }

    @Test
    void where_the_top_is_vacant_what_nobody_does_goes_to_the_deputy_and_stays_there() {
        organisation = Nordvik.without("eva");
        assertThat(above(silent("karin", null))).contains("DECIDE per");
        assertThat(above(silent("per", null))).contains("DECIDE britt");
        assertThat(away("per", "bodil").above(silent("bodil", "per"))).contains("DECIDE britt");
        assertThat(above(silent("britt", "per"))).isEmpty();
        assertThat(above(silent("britt", null))).isEmpty();
    }

    @Test
    void where_the_top_is_vacant_and_nobody_is_deputy_a_steward_appoints_somebody() {
        organisation = Nordvik.without("eva", "britt");
        assertThat(above(silent("per", null))).contains("APPOINT sten");
        assertThat(above(silent(ObligationKind.APPOINT, "sten", null, Set.of(), Set.of())))
                .isEmpty();
    }

    @Provide
    Arbitrary<Map<String, String>> absences() {
        List<String> people = Nordvik.people().stream().map(Person::username).toList();
        Arbitrary<String> person = Arbitraries.of(people);
        return Arbitraries.maps(person, Arbitraries.oneOf(person, Arbitraries.of(MANAGER, MANAGER)))
                .ofMaxSize(12);
    }

    @Property(tries = 2_000)
    void whoever_holds_it_is_present_and_may(
            @ForAll("absences") Map<String, String> absences, @ForAll ObligationKind kind, @ForAll Route route) {
        if (kind == ObligationKind.APPOINT || kind == ObligationKind.CONTRIBUTE || kind == ObligationKind.ANSWER) {
            return;
        }
        DebtorsOfAbsentTest test = new DebtorsOfAbsentTest();
        test.away.putAll(absences);
        test.away.entrySet().removeIf(entry -> entry.getKey().equals(entry.getValue()));
        Case of = kind == ObligationKind.DECIDE
                ? raised("karin", route, List.of(Nordvik.KUNDSERVICE))
                : acting("sara", "karin", "lina");

        Debtors.Debt debt = test.debtors().next(Step.of(kind, null, null, of), of);

        boolean nobodyLeft = test.away.containsKey(debt.debtor().username());
        assertThat(nobodyLeft && debt.kind() != ObligationKind.APPOINT)
                .as(said(debt))
                .isFalse();
        assertThat(Eligibility.mayHold(debt.kind(), debt.debtor(), of.involvement()))
                .isTrue();
        if (debt.onBehalfOf() != null) {
            assertThat(test.away).containsKey(debt.onBehalfOf().username());
            assertThat(Eligibility.mayHold(debt.kind(), debt.onBehalfOf(), of.involvement()))
                    .isTrue();
            assertThat(debt.onBehalfOf()).isNotEqualTo(debt.debtor());
        }
    }
}
