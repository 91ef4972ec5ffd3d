package se.mandat.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static se.mandat.cases.CaseFixture.acting;
import static se.mandat.obligation.ObligationFixture.owed;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.mandat.obligation.Obligation;
import se.mandat.obligation.ObligationKind;
import se.mandat.organisation.Nordvik;
import se.mandat.organisation.Organisation;

class CaseRightsTest {

    private static final Organisation NORDVIK = Nordvik.organisation();

    private final Case of = acting("sara", "karin", "lina");
    private final UUID contribution = of.askContribution("lina", "hugo", "Gräv", null);
    private final Obligation action = owed(ObligationKind.ACT, null, null, "lina");

    private CaseRights rights(String person, Obligation... owed) {
        return new CaseRights(
                of,
                List.of(owed),
                NORDVIK.person(person).orElseThrow(),
                new Superiors(() -> NORDVIK, absent -> Optional.empty()));
    }

    @Test
    void the_action_waits_for_a_contribution_that_somebody_must_be_appointed_for() {
        Obligation appointment = owed(ObligationKind.APPOINT, ObligationKind.CONTRIBUTE, contribution, "sten");

        assertThat(rights("lina", action).granted())
                .contains(Right.COMPLETION)
                .doesNotContain(Right.CONTRIBUTION_CANCELLATION);
        assertThat(rights("lina", action, appointment).granted())
                .contains(Right.CONTRIBUTION_CANCELLATION)
                .doesNotContain(Right.COMPLETION);
        assertThat(rights("sten", action, appointment).granted()).doesNotContain(Right.CONTRIBUTION);
    }
}
