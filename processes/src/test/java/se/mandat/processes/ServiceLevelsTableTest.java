package se.mandat.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceLevelsTableTest {

    @RegisterExtension
    static final Tables TABLES = new Tables();

    @ParameterizedTest(name = "{0}, {1}: {2} {3}, then {4} {5}")
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            textBlock =
                    """
        DECIDE           | HARMED      | 4    | HOURS | 4  | HOURS | MOVES_UP_OR_LAPSES
        DECIDE           | NOT_REACHED | 2    | DAYS  | 2  | DAYS  | MOVES_UP_OR_LAPSES
        DECIDE           | DETOUR      | 3    | DAYS  | 3  | DAYS  | MOVES_UP_OR_LAPSES
        DECIDE           | REACHED     | 5    | DAYS  | 5  | DAYS  | MOVES_UP_OR_LAPSES
        RESPOND          | HARMED      | 10   | DAYS  | 10 | DAYS  | LAPSES
        RESPOND          | NOT_REACHED | 10   | DAYS  | 10 | DAYS  | LAPSES
        RESPOND          | DETOUR      | 10   | DAYS  | 10 | DAYS  | LAPSES
        RESPOND          | REACHED     | 10   | DAYS  | 10 | DAYS  | LAPSES
        APPOINT          | HARMED      | 4    | HOURS | 4  | HOURS | MOVES_UP
        APPOINT          | NOT_REACHED | 1    | DAYS  | 1  | DAYS  | MOVES_UP
        APPOINT          | DETOUR      | 1    | DAYS  | 1  | DAYS  | MOVES_UP
        APPOINT          | REACHED     | 2    | DAYS  | 2  | DAYS  | MOVES_UP
        ACCEPT_OWNERSHIP | HARMED      | 4    | HOURS | 4  | HOURS | MOVES_UP
        ACCEPT_OWNERSHIP | NOT_REACHED | 1    | DAYS  | 1  | DAYS  | MOVES_UP
        ACCEPT_OWNERSHIP | DETOUR      | 1    | DAYS  | 1  | DAYS  | MOVES_UP
        ACCEPT_OWNERSHIP | REACHED     | 2    | DAYS  | 2  | DAYS  | MOVES_UP
        ACT              | HARMED      | 5    | DAYS  | 1  | DAYS  | MOVES_UP_WITH_OWNERSHIP
        ACT              | NOT_REACHED | 20   | DAYS  | 5  | DAYS  | MOVES_UP_WITH_OWNERSHIP
        ACT              | DETOUR      | 30   | DAYS  | 5  | DAYS  | MOVES_UP_WITH_OWNERSHIP
        ACT              | REACHED     | 40   | DAYS  | 5  | DAYS  | MOVES_UP_WITH_OWNERSHIP
        CONTRIBUTE       | HARMED      | none | none  | 2  | DAYS  | MOVES_UP
        CONTRIBUTE       | NOT_REACHED | none | none  | 2  | DAYS  | MOVES_UP
        CONTRIBUTE       | DETOUR      | none | none  | 2  | DAYS  | MOVES_UP
        CONTRIBUTE       | REACHED     | none | none  | 2  | DAYS  | MOVES_UP
        REVIEW_EFFECT    | HARMED      | 2    | DAYS  | 2  | DAYS  | MOVES_UP
        REVIEW_EFFECT    | NOT_REACHED | 5    | DAYS  | 5  | DAYS  | MOVES_UP
        REVIEW_EFFECT    | DETOUR      | 5    | DAYS  | 5  | DAYS  | MOVES_UP
        REVIEW_EFFECT    | REACHED     | 5    | DAYS  | 5  | DAYS  | MOVES_UP
        ANSWER           | HARMED      | 1    | DAYS  | 1  | DAYS  | MOVES_UP
        ANSWER           | NOT_REACHED | 2    | DAYS  | 2  | DAYS  | MOVES_UP
        ANSWER           | DETOUR      | 2    | DAYS  | 2  | DAYS  | MOVES_UP
        ANSWER           | REACHED     | 2    | DAYS  | 2  | DAYS  | MOVES_UP
        """)
    void everyKindHasOneServiceLevelForEverySeverity(
            String kind,
            String severity,
            Integer time,
            String unit,
            Integer nextTime,
            String nextUnit,
            String whenSilent) {
        var level = TABLES.ask("service-levels", Map.of("kind", kind, "severity", severity));

        assertThat(level.<Integer>getEntry("time")).isEqualTo(time);
        assertThat(level.<String>getEntry("unit")).isEqualTo(unit);
        assertThat(level.<Integer>getEntry("nextTime")).isEqualTo(nextTime);
        assertThat(level.<String>getEntry("nextUnit")).isEqualTo(nextUnit);
        assertThat(level.<String>getEntry("whenSilent")).isEqualTo(whenSilent);
    }
}
