package se.mandat.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeycloakDirectoryTest {

    private final KeycloakDirectory directory = new KeycloakDirectory();
    private KeycloakStandIn keycloak;

    @BeforeEach
    void anOrganisation() throws IOException {
        keycloak = new KeycloakStandIn();
        keycloak.group("/nordvik", "name", "Nordvik", "manager", "eva", "deputy", "Britt ");
        keycloak.group("/nordvik/teknik", "name", "Teknik", "manager", "tove");
        keycloak.group("/nordvik/teknik/gata", "onCall", "070-174 06 14");
        keycloak.group("/nordvik/kansli", "manager", "");
        keycloak.user("eva", "Eva", "Lindqvist", true, "/nordvik");
        keycloak.user("tove", "Tove", "Strand", true, "/nordvik/teknik");
        keycloak.user("gun", "Gun", "Åkesson", true, "/nordvik/teknik/gata");
        keycloak.user("hugo", "", "", false, "/nordvik/teknik/gata");
        keycloak.user("britt", "Britt", "", true, "/nordvik/kansli", "/nordvik/teknik");
        keycloak.user("olle", "Olle", "Lös", true);
        keycloak.role("manager", "eva", "tove", "gun");
        keycloak.role("frontline", "hugo");
    }

    @AfterEach
    void stop() {
        keycloak.close();
        directory.stop();
    }

    @Test
    void groupsAreUnitsWithTheirAttributes() throws ReadingRefused {
        assertThat(read().units().values())
                .containsExactlyInAnyOrder(
                        new Unit("nordvik", "Nordvik", null, "eva", null),
                        new Unit("nordvik/teknik", "Teknik", "nordvik", "tove", null),
                        new Unit("nordvik/teknik/gata", "gata", "nordvik/teknik", null, "070-174 06 14"),
                        new Unit("nordvik/kansli", "kansli", "nordvik", null, null));
    }

    @Test
    void theDeputyIsAnAttributeOfTheTopGroup() throws ReadingRefused {
        assertThat(read().deputy()).isEqualTo("britt");
    }

    @Test
    void peopleHaveTheirNamesUnitsAndRoles() throws ReadingRefused {
        assertThat(read().accounts().values())
                .contains(
                        named("gun", "Gun Åkesson", true, Set.of(Role.MANAGER), "nordvik/teknik/gata"),
                        named("hugo", "hugo", false, Set.of(Role.FRONTLINE), "nordvik/teknik/gata"),
                        named("britt", "Britt", true, Set.of(), "nordvik/kansli", "nordvik/teknik"),
                        named("olle", "Olle Lös", true, Set.of()));
    }

    @Test
    void aRoleOfAGroupIsHeldByEverybodyInItAndBelow() throws ReadingRefused {
        keycloak.groupRole("frontline", "/nordvik/teknik");

        Register register = read();

        assertThat(register.accounts().get("tove").roles()).contains(Role.FRONTLINE);
        assertThat(register.accounts().get("gun").roles()).containsExactlyInAnyOrder(Role.FRONTLINE, Role.MANAGER);
        assertThat(register.accounts().get("eva").roles()).doesNotContain(Role.FRONTLINE);
    }

    @Test
    void otherTopGroupsAreNoPartOfTheOrganisation() throws ReadingRefused {
        keycloak.group("/choir");
        keycloak.user("anna", "Anna", "Alt", true, "/choir", "/nordvik/teknik");

        Register register = read();

        assertThat(register.units()).doesNotContainKey("choir");
        assertThat(register.accounts().get("anna").units()).containsExactly("nordvik/teknik");
    }

    @Test
    void twoTopGroupsWithManagersAreRefused() {
        keycloak.group("/sydvik", "manager", "eva");

        assertThatThrownBy(this::read).isInstanceOf(ReadingRefused.class).hasMessageContaining("2 top groups");
    }

    @Test
    void programsAndTheNameOfTheSystemAreNoPeople() throws ReadingRefused {
        keycloak.user("service-account-mandat-web", "", "", true);
        keycloak.user("system", "Sys", "Tem", true, "/nordvik");

        assertThat(read().accounts()).doesNotContainKeys("service-account-mandat-web", "system");
    }

    @Test
    void everybodyIsFoundHoweverManyPagesTheyFill() throws ReadingRefused {
        IntStream.range(0, 57)
                .forEach(i -> keycloak.user("user%02d".formatted(i), "U", "" + i, true, "/nordvik/teknik/gata"));
        for (int pageSize : new int[] {2, 3, 7, 63, 64, 500}) {
            Register register = directory.read(keycloak.realm(), pageSize);

            assertThat(register.accounts()).as("page of %d", pageSize).hasSize(63);
            assertThat(register.accounts().values())
                    .filteredOn(account -> account.units().contains("nordvik/teknik/gata"))
                    .hasSize(59);
            assertThat(register.units()).hasSize(4);
        }
    }

    @Test
    void somebodyWhoIsRemovedBetweenTwoPagesDoesNotHideSomebodyElse() {
        IntStream.range(0, 20).forEach(i -> keycloak.user("user%02d".formatted(i), "U", "" + i, true, "/nordvik"));
        keycloak.beforeEachCall = () -> {
            if (keycloak.calls.stream().anyMatch(call -> call.contains("/users?first=0"))) {
                keycloak.removeUser("eva");
            }
        };

        assertThatThrownBy(() -> directory.read(keycloak.realm(), 10))
                .isInstanceOf(ReadingRefused.class)
                .hasMessageContaining("changed while it was read");
    }

    @Test
    void aRealmWithoutOneOfTheRolesIsRefused() {
        keycloak.forgetRole("auditor");

        assertThatThrownBy(this::read).isInstanceOf(ReadingRefused.class).hasMessageContaining("/roles/auditor/users");
    }

    @Test
    void anErrorIsRefused() {
        keycloak.status = 503;

        assertThatThrownBy(this::read).isInstanceOf(ReadingRefused.class).hasMessageContaining("503");
    }

    @Test
    void aWrongSecretIsRefusedAndNeverTold() {
        KeycloakRealm wrong = new KeycloakRealm(keycloak.realm().issuer(), "mandat-web", "wrong-secret");

        assertThatThrownBy(() -> directory.read(wrong, 100))
                .isInstanceOf(ReadingRefused.class)
                .hasMessageContaining("401")
                .hasMessageNotContaining("wrong-secret");
        assertThat(wrong.toString()).doesNotContain("wrong-secret");
    }

    @Test
    void whatIsNoJsonOrHasAnotherShapeIsRefused() {
        for (String spoiled : new String[] {
            "",
            "<html></html>",
            "{}",
            "[1]",
            "[{}]",
            "[{\"id\":\"a\"",
            "[{\"id\":\"a\",\"username\":null,\"enabled\":true}]",
            "[{\"id\":\"a\",\"username\":\"anna\"}]",
            "[{\"id\":\"a\",\"username\":\"anna\",\"enabled\":\"true\"}]"
        }) {
            keycloak.spoil("/realms/mandat/users", body -> spoiled);

            assertThatThrownBy(this::read).as(spoiled).isInstanceOf(ReadingRefused.class);
        }
    }

    @Test
    void aMalformedTokenIsRefused() {
        keycloak.spoil("/token", body -> "{\"access_token\":42}");

        assertThatThrownBy(this::read).isInstanceOf(ReadingRefused.class);
    }

    @Test
    void whoeverAnswersMoreThanWasAskedForIsRefused() {
        assertThatThrownBy(() -> {
                    keycloak.spoil("/realms/mandat/users", body -> body.replace("]", "," + body.substring(1)));
                    directory.read(keycloak.realm(), 6);
                })
                .isInstanceOf(ReadingRefused.class);
    }

    @Test
    void whereMailReachesSomebodyAndTheirLanguageAreRead() throws ReadingRefused {
        keycloak.reach("gun", " gun@nordvik.example ", "en");

        Account gun = read().accounts().get("gun");

        assertThat(gun.email()).isEqualTo("gun@nordvik.example");
        assertThat(gun.language()).isEqualTo("en");
        assertThat(read().accounts().get("tove").email()).isNull();
    }

    @Test
    void anIdentityProviderThatIsNotThereIsRefused() {
        KeycloakRealm realm = keycloak.realm();
        keycloak.close();

        assertThatThrownBy(() -> directory.read(realm, 100))
                .isInstanceOf(ReadingRefused.class)
                .hasMessage("it does not answer");
    }

    @Test
    void anAddressThatIsNoRealmIsRefused() {
        assertThatThrownBy(() -> new KeycloakRealm("http://localhost/nowhere", "c", "s").administration("/users"))
                .isInstanceOf(ReadingRefused.class);
    }

    private Register read() throws ReadingRefused {
        return directory.read(keycloak.realm(), 100);
    }

    private static Account named(String username, String name, boolean active, Set<Role> roles, String... units) {
        return new Account(username, name, new TreeSet<>(List.of(units)), roles, active);
    }
}
