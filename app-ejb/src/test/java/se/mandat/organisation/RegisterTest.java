package se.mandat.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class RegisterTest {

    private static final Unit ROOT = new Unit("nordvik", "Nordvik", null, "eva", null);
    private static final Unit TEKNIK = new Unit("nordvik/teknik", "Teknik", "nordvik", "tove", null);
    private static final Account EVA = account("eva", true, Set.of(Role.MANAGER), "nordvik");
    private static final Account TOVE = account("tove", true, Set.of(Role.MANAGER), "nordvik/teknik");
    private static final Account HUGO = account("hugo", true, Set.of(Role.FRONTLINE), "nordvik/teknik");

    private final Register kept = Register.of(List.of(ROOT, TEKNIK), List.of(EVA, TOVE, HUGO), "tove");

    @Test
    void theSameAnswerAgainChangesNothing() throws ReadingRefused {
        Register same = Register.of(List.of(TEKNIK, ROOT), List.of(HUGO, EVA, TOVE), "tove");

        assertThat(kept.differencesTo(same).none()).isTrue();
    }

    @Test
    void onlyWhatIsDifferentIsWritten() throws ReadingRefused {
        Account moved = account("hugo", true, Set.of(Role.FRONTLINE), "nordvik");
        Unit renamed = new Unit("nordvik/teknik", "Teknik och park", "nordvik", "tove", null);

        Differences differences =
                kept.differencesTo(Register.of(List.of(ROOT, renamed), List.of(EVA, TOVE, moved), "tove"));

        assertThat(differences.accounts()).containsExactly(moved);
        assertThat(differences.units()).containsExactly(renamed);
        assertThat(differences.dissolved()).isEmpty();
        assertThat(differences.left()).isEmpty();
        assertThat(differences.deputyChanged()).isFalse();
    }

    @Test
    void anotherDeputyIsADifference() throws ReadingRefused {
        Differences differences =
                kept.differencesTo(Register.of(List.of(ROOT, TEKNIK), List.of(EVA, TOVE, HUGO), "eva"));

        assertThat(differences.deputyChanged()).isTrue();
        assertThat(differences.none()).isFalse();
    }

    @Test
    void whoIsDisabledOrGoneHasLeftAndIsKeptAsInactive() throws ReadingRefused {
        Account disabled = account("hugo", false, Set.of(Role.FRONTLINE), "nordvik/teknik");

        Differences gone = kept.differencesTo(Register.of(List.of(ROOT, TEKNIK), List.of(EVA, TOVE), "tove"));
        Differences off = kept.differencesTo(Register.of(List.of(ROOT, TEKNIK), List.of(EVA, TOVE, disabled), "tove"));

        assertThat(gone.left()).containsExactly("hugo");
        assertThat(gone.accounts()).containsExactly(HUGO.gone());
        assertThat(gone.next().organisation().person("hugo"))
                .hasValueSatisfying(hugo -> assertThat(hugo.active()).isFalse())
                .map(Person::unit)
                .contains("nordvik/teknik");
        assertThat(off.left()).containsExactly("hugo");
    }

    @Test
    void whoHasLeftBeforeDoesNotLeaveAgain() throws ReadingRefused {
        Register after = kept.differencesTo(Register.of(List.of(ROOT, TEKNIK), List.of(EVA, TOVE), "tove"))
                .next();

        Differences again = after.differencesTo(Register.of(List.of(ROOT, TEKNIK), List.of(EVA, TOVE), "tove"));

        assertThat(again.none()).isTrue();
        assertThat(again.left()).isEmpty();
    }

    @Test
    void whoBecomesAnAuditorMayHoldNothingMore() throws ReadingRefused {
        Account auditor = account("hugo", true, Set.of(Role.AUDITOR), "nordvik/teknik");

        Differences differences =
                kept.differencesTo(Register.of(List.of(ROOT, TEKNIK), List.of(EVA, TOVE, auditor), "tove"));

        assertThat(differences.left()).containsExactly("hugo");
    }

    @Test
    void whoComesAsAnAuditorOrDisabledHasNotLeft() throws ReadingRefused {
        List<Account> accounts = new ArrayList<>(List.of(EVA, TOVE, HUGO));
        accounts.add(account("astrid", true, Set.of(Role.AUDITOR), "nordvik"));
        accounts.add(account("olle", false, Set.of(), "nordvik"));

        Differences differences = kept.differencesTo(Register.of(List.of(ROOT, TEKNIK), accounts, "tove"));

        assertThat(differences.accounts()).extracting(Account::username).containsExactly("astrid", "olle");
        assertThat(differences.left()).isEmpty();
    }

    @Test
    void aDissolvedUnitIsSaidToBeSo() throws ReadingRefused {
        Account up = account("tove", true, Set.of(Role.MANAGER), "nordvik");
        Account along = account("hugo", true, Set.of(Role.FRONTLINE), "nordvik");

        Differences differences = kept.differencesTo(Register.of(List.of(ROOT), List.of(EVA, up, along), "tove"));

        assertThat(differences.dissolved()).containsExactly("nordvik/teknik");
        assertThat(differences.next().organisation().unit("nordvik/teknik")).isEmpty();
    }

    @Test
    void anEmptyOrganisationIsRefused() {
        assertThatThrownBy(() -> kept.differencesTo(Register.EMPTY)).isInstanceOf(ReadingRefused.class);
        assertThatThrownBy(() -> kept.differencesTo(Register.of(List.of(ROOT, TEKNIK), List.of(), null)))
                .isInstanceOf(ReadingRefused.class);
        assertThatThrownBy(() -> kept.differencesTo(Register.of(List.of(), List.of(EVA, TOVE, HUGO), null)))
                .isInstanceOf(ReadingRefused.class);
    }

    @Test
    void anAnswerInWhichNobodyStandsInAUnitIsRefused() {
        List<Account> loose = List.of(account("eva", true, Set.of()), account("tove", true, Set.of()));

        assertThatThrownBy(() -> kept.differencesTo(Register.of(List.of(ROOT, TEKNIK), loose, null)))
                .isInstanceOf(ReadingRefused.class);
    }

    @Test
    void anAnswerOfAnotherOrganisationIsRefused() {
        List<Account> others = List.of(account("somebody", true, Set.of(), "nordvik"));

        assertThatThrownBy(() -> kept.differencesTo(Register.of(List.of(ROOT, TEKNIK), others, null)))
                .isInstanceOf(ReadingRefused.class)
                .hasMessageContaining("nobody of those who work here");
    }

    @Test
    void twoTopsAndUnitsWithoutTheUnitAboveThemAreRefused() {
        Unit other = new Unit("sydvik", "Sydvik", null, null, null);
        Unit loose = new Unit("nordvik/it/drift", "Drift", "nordvik/it", null, null);

        assertThatThrownBy(() -> kept.differencesTo(Register.of(List.of(ROOT, other), List.of(EVA, TOVE), null)))
                .isInstanceOf(ReadingRefused.class);
        assertThatThrownBy(() -> kept.differencesTo(Register.of(List.of(ROOT, loose), List.of(EVA, TOVE), null)))
                .isInstanceOf(ReadingRefused.class);
    }

    @Test
    void whoStandsInNoneOrSeveralUnitsHasNoUnit() {
        Organisation organisation = Register.of(
                        List.of(ROOT, TEKNIK),
                        List.of(
                                account("olle", true, Set.of()),
                                account("tove", true, Set.of(), "nordvik", "nordvik/teknik")),
                        null)
                .organisation();

        assertThat(organisation.person("olle").orElseThrow().unit()).isNull();
        assertThat(organisation.person("tove").orElseThrow().unit()).isNull();
    }

    @Test
    void whoIsNamedOnAUnitIsAManagerWhateverTheirRoles() {
        Organisation organisation = kept.organisation();

        assertThat(organisation.person("tove").orElseThrow().level()).isEqualTo(Level.MANAGER);
        assertThat(organisation.person("hugo").orElseThrow().level()).isEqualTo(Level.FRONTLINE);
    }

    static Account account(String username, boolean active, Set<Role> roles, String... units) {
        return new Account(
                username, username, new TreeSet<>(List.of(units)), roles, active, username + "@nordvik.example", "sv");
    }
}
