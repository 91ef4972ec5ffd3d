package se.mandat.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OrganisationTest {

    private final Organisation nordvik = Nordvik.organisation();

    @Test
    void theLineOfAUnitGoesFromItsOwnManagerToTheTop() {
        assertThat(nordvik.line(Nordvik.KUNDSERVICE))
                .extracting(Person::username)
                .containsExactly("karin", "per", "eva");
        assertThat(nordvik.line(Nordvik.ROOT)).extracting(Person::username).containsExactly("eva");
    }

    @Test
    void aUnitWithoutAManagerIsPassedOver() {
        Organisation organisation = withUnit(new Unit(Nordvik.TEKNIK, "Teknik", Nordvik.ROOT, null, null));

        assertThat(organisation.line(Nordvik.GATA)).extracting(Person::username).containsExactly("gun", "eva");
    }

    @Test
    void aManagerNobodyKnowsOrWhoHasLeftIsPassedOver() {
        Organisation unknown = withUnit(new Unit(Nordvik.TEKNIK, "Teknik", Nordvik.ROOT, "nobody", null));

        assertThat(unknown.line(Nordvik.GATA)).extracting(Person::username).containsExactly("gun", "eva");
        assertThat(Nordvik.without("gun").line(Nordvik.GATA))
                .extracting(Person::username)
                .containsExactly("tove", "eva");
    }

    @Test
    void whoManagesTwoUnitsOfALineStandsThereOnce() {
        Organisation organisation = withUnit(new Unit(Nordvik.TEKNIK, "Teknik", Nordvik.ROOT, "gun", null));

        assertThat(organisation.line(Nordvik.GATA)).extracting(Person::username).containsExactly("gun", "eva");
    }

    @Test
    void aUnitThatIsNoMoreStandsForTheNearestOneAboveIt() {
        assertThat(nordvik.line("nordvik/teknik/gata/vinter"))
                .extracting(Person::username)
                .containsExactly("gun", "tove", "eva");
        assertThat(nordvik.line("nordvik/it/drift"))
                .extracting(Person::username)
                .containsExactly("eva");
        assertThat(nordvik.line("elsewhere")).extracting(Person::username).containsExactly("eva");
        assertThat(nordvik.nearestCommon(List.of("nordvik/teknik/park", Nordvik.GATA))
                        .path())
                .isEqualTo(Nordvik.TEKNIK);
    }

    @Test
    void aboveSomebodyStandTheManagersOfTheirUnitAndUpwards() {
        assertThat(above("sara")).containsExactly("karin", "per", "eva");
    }

    @Test
    void aboveAManagerNeitherTheyThemselfNorAnybodyBelowStands() {
        assertThat(above("karin")).containsExactly("per", "eva");
        assertThat(above("per")).containsExactly("eva");
    }

    @Test
    void aboveTheTopNobodyStands() {
        assertThat(above("eva")).isEmpty();
    }

    @Test
    void whoManagesAUnitHigherUpThanTheirOwnHasOnlyThoseAboveItAboveThem() {
        Organisation organisation = withUnit(new Unit(Nordvik.TEKNIK, "Teknik", Nordvik.ROOT, "lina", null));

        assertThat(organisation.above(organisation.person("lina").orElseThrow()))
                .extracting(Person::username)
                .containsExactly("eva");
    }

    @Test
    void aManagerWhoHasLeftStillHasOnlyThoseAboveThemAboveThem() {
        Organisation organisation = Nordvik.without("tove");

        assertThat(organisation.above(organisation.person("tove").orElseThrow()))
                .extracting(Person::username)
                .containsExactly("eva");
    }

    @Test
    void aboveSomebodyWithoutAUnitStandsTheTop() {
        assertThat(nordvik.above(Nordvik.person("olle", null, Level.STAFF)))
                .extracting(Person::username)
                .containsExactly("eva");
    }

    @Test
    void theNearestCommonUnitContainsAllOfThem() {
        assertThat(nordvik.nearestCommon(List.of(Nordvik.KUNDSERVICE, Nordvik.BIBLIOTEK))
                        .path())
                .isEqualTo(Nordvik.MEDBORGARSERVICE);
        assertThat(nordvik.nearestCommon(List.of(Nordvik.KUNDSERVICE, Nordvik.GATA))
                        .path())
                .isEqualTo(Nordvik.ROOT);
        assertThat(nordvik.nearestCommon(List.of(Nordvik.KUNDSERVICE, Nordvik.BIBLIOTEK, Nordvik.VATTEN))
                        .path())
                .isEqualTo(Nordvik.ROOT);
    }

    @Test
    void aUnitContainsItself() {
        assertThat(nordvik.nearestCommon(List.of(Nordvik.GATA)).path()).isEqualTo(Nordvik.GATA);
        assertThat(nordvik.nearestCommon(List.of(Nordvik.GATA, Nordvik.TEKNIK)).path())
                .isEqualTo(Nordvik.TEKNIK);
        assertThat(nordvik.contains(Nordvik.GATA, Nordvik.GATA)).isTrue();
    }

    @Test
    void aUnitDoesNotContainOneWhoseNameMerelyBeginsAlike() {
        assertThat(nordvik.contains("nordvik/gata", "nordvik/gatan")).isFalse();
        assertThat(nordvik.contains(Nordvik.GATA, Nordvik.TEKNIK)).isFalse();
        assertThat(nordvik.contains(Nordvik.TEKNIK, Nordvik.GATA)).isTrue();
    }

    @Test
    void noUnitsHaveNoUnitInCommon() {
        assertThatThrownBy(() -> nordvik.nearestCommon(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theDeputyIsNamedOnTheRootAndCountsOnlyWhileActive() {
        assertThat(nordvik.deputy()).map(Person::username).contains("britt");
        assertThat(Nordvik.without("britt").deputy()).isEmpty();
        assertThat(Organisation.of(Nordvik.units(), Nordvik.people(), "nobody").deputy())
                .isEmpty();
        assertThat(Organisation.of(Nordvik.units(), Nordvik.people(), null).deputy())
                .isEmpty();
    }

    @Test
    void stewardsComeByUserNameAndOnlyWhileActive() {
        assertThat(nordvik.stewards()).extracting(Person::username).containsExactly("sten", "stina");
        assertThat(Nordvik.without("sten").stewards())
                .extracting(Person::username)
                .containsExactly("stina");
    }

    @Test
    void theManagersOfUnitsComeOnceEachAndFromAboveWhereAUnitHasNone() {
        assertThat(nordvik.managersOf(List.of(Nordvik.GATA, Nordvik.VATTEN, Nordvik.GATA)))
                .extracting(Person::username)
                .containsExactly("gun", "ola");
        assertThat(withUnit(new Unit(Nordvik.GATA, "Gata", Nordvik.TEKNIK, null, null))
                        .managersOf(List.of(Nordvik.GATA)))
                .extracting(Person::username)
                .containsExactly("tove");
    }

    @Test
    void whoHasLeftIsStillKnownByName() {
        Organisation organisation = Nordvik.without("sara");

        assertThat(organisation.person("sara")).map(Person::active).contains(false);
        assertThat(organisation.people()).extracting(Person::username).contains("sara");
        assertThat(organisation.person("nobody")).isEmpty();
        assertThat(organisation.person(null)).isEmpty();
        assertThat(organisation.unit(null)).isEmpty();
    }

    @Test
    void anOrganisationHasExactlyOneRootAndNoLooseUnits() {
        List<Unit> twoRoots = new ArrayList<>(Nordvik.units());
        twoRoots.add(new Unit("sydvik", "Sydvik", null, null, null));
        List<Unit> loose = new ArrayList<>(Nordvik.units());
        loose.add(new Unit("nordvik/it/drift", "Drift", "nordvik/it", null, null));

        assertThatThrownBy(() -> Organisation.of(twoRoots, List.of(), null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Organisation.of(loose, List.of(), null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Organisation.of(List.of(), List.of(), null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void beforeTheFirstReadingThereIsNobodyAndNoRoot() {
        assertThat(Organisation.nobody().isEmpty()).isTrue();
        assertThat(Organisation.nobody().people()).isEmpty();
        assertThatThrownBy(() -> Organisation.nobody().root()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theLevelFollowsFromManagingAUnitThenFromTheFrontlineRole() {
        assertThat(Level.of(true, Set.of(Role.FRONTLINE))).isEqualTo(Level.MANAGER);
        assertThat(Level.of(false, Set.of(Role.MANAGER, Role.FRONTLINE))).isEqualTo(Level.FRONTLINE);
        assertThat(Level.of(false, Set.of(Role.MANAGER))).isEqualTo(Level.STAFF);
    }

    private List<String> above(String username) {
        return nordvik.above(nordvik.person(username).orElseThrow()).stream()
                .map(Person::username)
                .toList();
    }

    private static Organisation withUnit(Unit changed) {
        List<Unit> units = new ArrayList<>(Nordvik.units());
        units.replaceAll(unit -> unit.path().equals(changed.path()) ? changed : unit);
        return Organisation.of(units, Nordvik.people(), "britt");
    }
}
