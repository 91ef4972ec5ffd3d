package se.mandat.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.mandat.mandate.Route;
import se.mandat.organisation.Nordvik;
import se.mandat.shared.Outcome;

class DescentTest {

    private final Map<String, Case> cases = new HashMap<>();
    private final Descent descent = new Descent(number -> Optional.ofNullable(cases.get(number)));

    private Case raised(String number, Case comesBack) {
        Case raised = Case.raise(
                number,
                "sara",
                new VoiceGiven("Jag gav upp", "Byta adress", Outcome.DETOUR, null, null, null, null, null),
                null,
                null,
                List.of(Nordvik.KUNDSERVICE),
                comesBack == null ? null : comesBack.number(),
                null,
                CaseFixture.answer(Route.MANAGER, 1),
                false,
                CaseFixture.NOW);
        cases.put(number, raised);
        return raised;
    }

    @Test
    void what_has_come_back_follows_from_what_had_ended() {
        Case first = raised("M-2026-0001", null);
        Case second = raised("M-2026-0002", first);
        Case third = raised("M-2026-0003", second);

        assertThat(descent.follows(third, first)).isTrue();
        assertThat(descent.follows(first, third)).isFalse();
        assertThat(descent.follows(third, raised("M-2026-0004", null))).isFalse();
    }

    @Test
    void it_follows_from_what_the_ended_one_goes_on_as() {
        Case went = raised("M-2026-0001", null);
        Case first = raised("M-2026-0002", null);
        Case again = raised("M-2026-0003", first);
        first.mergeInto(went, "karin", "Samma", Set.of());

        assertThat(descent.follows(again, went)).isTrue();
        assertThat(descent.follows(went, again)).isFalse();
    }
}
