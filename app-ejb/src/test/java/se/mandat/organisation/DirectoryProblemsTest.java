package se.mandat.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static se.mandat.organisation.RegisterTest.account;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import se.mandat.organisation.DirectoryProblems.DirectoryProblem;
import se.mandat.organisation.DirectoryProblems.Kind;

class DirectoryProblemsTest {

    private static final Unit ROOT = new Unit("nordvik", "Nordvik", null, "eva", null);
    private static final Account EVA = account("eva", true, Set.of(), "nordvik");
    private static final Account BRITT = account("britt", true, Set.of(), "nordvik");

    @Test
    void aSoundOrganisationHasNone() {
        assertThat(DirectoryProblems.of(Register.of(List.of(ROOT), List.of(EVA, BRITT), "britt")))
                .isEmpty();
    }

    @Test
    void peopleInNoneOrSeveralUnitsAreListed() {
        Unit teknik = new Unit("nordvik/teknik", "Teknik", "nordvik", "eva", null);
        Account none = account("olle", true, Set.of());
        Account several = account("stina", true, Set.of(), "nordvik", "nordvik/teknik");
        Account left = account("gone", false, Set.of());

        assertThat(DirectoryProblems.of(
                        Register.of(List.of(ROOT, teknik), List.of(EVA, BRITT, none, several, left), "britt")))
                .containsExactly(
                        new DirectoryProblem(Kind.PERSON_WITHOUT_UNIT, "olle", List.of()),
                        new DirectoryProblem(
                                Kind.PERSON_IN_SEVERAL_UNITS, "stina", List.of("nordvik", "nordvik/teknik")));
    }

    @Test
    void whoCannotBeReachedByMailIsListed() {
        Account silent = new Account("lina", "Lina", new TreeSet<>(List.of("nordvik")), Set.of(), true);

        assertThat(DirectoryProblems.of(Register.of(List.of(ROOT), List.of(EVA, BRITT, silent), "britt")))
                .containsExactly(new DirectoryProblem(Kind.PERSON_WITHOUT_EMAIL, "lina", List.of("nordvik")));
    }

    @Test
    void unitsWithoutAManagerOrWithOneNobodyKnowsAreListed() {
        Unit none = new Unit("nordvik/a", "A", "nordvik", null, null);
        Unit unknown = new Unit("nordvik/b", "B", "nordvik", "nobody", null);
        Unit left = new Unit("nordvik/c", "C", "nordvik", "gone", null);
        Account gone = account("gone", false, Set.of(), "nordvik/c");

        assertThat(DirectoryProblems.of(
                        Register.of(List.of(ROOT, none, unknown, left), List.of(EVA, BRITT, gone), "britt")))
                .containsExactly(
                        new DirectoryProblem(Kind.UNIT_WITHOUT_MANAGER, null, List.of("nordvik/a")),
                        new DirectoryProblem(Kind.MANAGER_UNKNOWN, "nobody", List.of("nordvik/b")),
                        new DirectoryProblem(Kind.MANAGER_UNKNOWN, "gone", List.of("nordvik/c")));
    }

    @Test
    void aMissingOrUnknownDeputyIsListed() {
        assertThat(DirectoryProblems.of(Register.of(List.of(ROOT), List.of(EVA), null)))
                .extracting(DirectoryProblem::kind)
                .containsExactly(Kind.NO_DEPUTY);
        assertThat(DirectoryProblems.of(Register.of(List.of(ROOT), List.of(EVA), "nobody")))
                .extracting(DirectoryProblem::kind)
                .containsExactly(Kind.DEPUTY_UNKNOWN);
    }

    @Test
    void anAuditorWithAnotherRoleIsListed() {
        Account both = account("astrid", true, Set.of(Role.AUDITOR, Role.STEWARD), "nordvik");

        assertThat(DirectoryProblems.of(Register.of(List.of(ROOT), List.of(EVA, BRITT, both), "britt")))
                .extracting(DirectoryProblem::kind, DirectoryProblem::person)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Kind.AUDITOR_WITH_OTHER_ROLE, "astrid"));
    }
}
