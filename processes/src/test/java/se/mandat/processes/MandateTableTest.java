package se.mandat.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MandateTableTest {

    @RegisterExtension
    static final Tables TABLES = new Tables();

    @ParameterizedTest(name = "{0}: rule {9}, {8}")
    @CsvSource(
            useHeadersInDisplayName = false,
            delimiter = '|',
            nullValues = "unknown",
            textBlock =
                    """
        # why                                          | level     | proposal | cost       | reversible | units | severity    | left   | route     | rule
        a krona above 250 000                          | FRONTLINE | true     | 250001     | true       | 1     | DETOUR      | 25000  | EXECUTIVE | 1
        above 250 000 for a manager too                | MANAGER   | true     | 250001     | true       | 1     | HARMED      | 999999 | EXECUTIVE | 1
        above 250 000 with reversibility unknown       | STAFF     | true     | 1000000000 | unknown    | 3     | REACHED     | 0      | EXECUTIVE | 1
        above 250 000 without a proposal               | STAFF     | false    | 250001     | unknown    | 1     | REACHED     | 0      | EXECUTIVE | 1
        exactly 250 000 is not above                   | MANAGER   | true     | 250000     | true       | 1     | DETOUR      | 999999 | MANAGER   | 7
        no proposal, one unit                          | FRONTLINE | false    | unknown    | unknown    | 1     | HARMED      | 25000  | MANAGER   | 2
        no proposal never gives own, whatever it costs | FRONTLINE | false    | 0          | true       | 1     | HARMED      | 25000  | MANAGER   | 2
        no proposal from a manager                     | MANAGER   | false    | 0          | true       | 1     | DETOUR      | 99999  | MANAGER   | 2
        no proposal, two units                         | FRONTLINE | false    | unknown    | unknown    | 2     | HARMED      | 25000  | JOINT     | 6
        harmed, frontline, at every limit              | FRONTLINE | true     | 15000      | true       | 3     | HARMED      | 15000  | OWN       | 3
        harmed, manager                                | MANAGER   | true     | 15000      | true       | 3     | HARMED      | 15000  | OWN       | 3
        harmed, a krona too dear                       | FRONTLINE | true     | 15001      | true       | 1     | HARMED      | 25000  | MANAGER   | 7
        harmed, a krona beyond the ledger              | FRONTLINE | true     | 15000      | true       | 1     | HARMED      | 14999  | MANAGER   | 7
        harmed, four units                             | FRONTLINE | true     | 15000      | true       | 4     | HARMED      | 25000  | JOINT     | 6
        harmed, not reversible                         | FRONTLINE | true     | 15000      | false      | 1     | HARMED      | 25000  | MANAGER   | 7
        harmed, staff has no mandate                   | STAFF     | true     | 0          | true       | 1     | HARMED      | 25000  | MANAGER   | 7
        harmed and dear, manager within their own      | MANAGER   | true     | 15001      | true       | 3     | HARMED      | 99999  | OWN       | 5
        frontline at 5 000 and two units               | FRONTLINE | true     | 5000       | true       | 2     | DETOUR      | 5000   | OWN       | 4
        frontline at nothing                           | FRONTLINE | true     | 0          | true       | 1     | REACHED     | 0      | OWN       | 4
        frontline at 5 001                             | FRONTLINE | true     | 5001       | true       | 1     | NOT_REACHED | 25000  | MANAGER   | 7
        frontline at 5 001 and two units               | FRONTLINE | true     | 5001       | true       | 2     | NOT_REACHED | 25000  | JOINT     | 6
        frontline with three units                     | FRONTLINE | true     | 5000       | true       | 3     | NOT_REACHED | 25000  | JOINT     | 6
        frontline, not reversible                      | FRONTLINE | true     | 5000       | false      | 1     | NOT_REACHED | 25000  | MANAGER   | 7
        frontline, a krona beyond the ledger           | FRONTLINE | true     | 5000       | true       | 1     | NOT_REACHED | 4999   | MANAGER   | 7
        frontline, ledger used up                      | FRONTLINE | true     | 1          | true       | 1     | NOT_REACHED | 0      | MANAGER   | 7
        manager at 50 000 and three units              | MANAGER   | true     | 50000      | true       | 3     | DETOUR      | 50000  | OWN       | 5
        manager at 50 001                              | MANAGER   | true     | 50001      | true       | 1     | DETOUR      | 100000 | MANAGER   | 7
        manager with four units                        | MANAGER   | true     | 50000      | true       | 4     | DETOUR      | 100000 | JOINT     | 6
        manager, a krona beyond the ledger             | MANAGER   | true     | 50000      | true       | 1     | DETOUR      | 49999  | MANAGER   | 7
        manager, not reversible                        | MANAGER   | true     | 50000      | false      | 1     | DETOUR      | 100000 | MANAGER   | 7
        several units and nothing else                 | STAFF     | true     | 1          | true       | 2     | REACHED     | 0      | JOINT     | 6
        staff otherwise                                | STAFF     | true     | 1          | true       | 1     | REACHED     | 0      | MANAGER   | 7
        cost unknown, frontline                        | FRONTLINE | true     | unknown    | true       | 1     | HARMED      | 25000  | MANAGER   | 7
        cost unknown, manager                          | MANAGER   | true     | unknown    | true       | 1     | HARMED      | 100000 | MANAGER   | 7
        cost unknown, several units                    | MANAGER   | true     | unknown    | true       | 2     | HARMED      | 100000 | JOINT     | 6
        reversibility unknown, frontline               | FRONTLINE | true     | 0          | unknown    | 1     | HARMED      | 25000  | MANAGER   | 7
        reversibility unknown, manager                 | MANAGER   | true     | 0          | unknown    | 1     | DETOUR      | 100000 | MANAGER   | 7
        everything unknown                             | FRONTLINE | true     | unknown    | unknown    | 1     | HARMED      | 25000  | MANAGER   | 7
        """)
    void theFirstRuleThatMatchesDecides(
            String why,
            String level,
            boolean proposal,
            Long cost,
            Boolean reversible,
            int units,
            String severity,
            long left,
            String route,
            int rule) {
        DmnDecisionRuleResult answer = ask(level, proposal, cost, reversible, units, severity, left);

        assertThat(answer.<String>getEntry("route")).as(why).isEqualTo(route);
        assertThat(answer.<Integer>getEntry("rule")).as(why).isEqualTo(rule);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
        1 | FRONTLINE | true  | 250001 | DETOUR | 1 | Över 250 000 kr beslutar den högsta ledningen.                                  | Above SEK 250,000 the executive management decides.
        2 | FRONTLINE | false | 1      | DETOUR | 1 | Chefen för enheten som berörs svarar på vad som ska göras.                      | The manager of the unit concerned answers what is to be done.
        3 | FRONTLINE | true  | 1      | HARMED | 1 | En kund har tagit skada: du får handla direkt.                                  | A customer has been harmed: you may act at once.
        4 | FRONTLINE | true  | 1      | DETOUR | 1 | Ändringen går att backa, kostar högst 5 000 kr och berör högst två enheter.     | The change can be undone, costs at most SEK 5,000 and concerns at most two units.
        5 | MANAGER   | true  | 1      | DETOUR | 1 | Inom ditt mandat som chef.                                                      | Within your mandate as a manager.
        6 | STAFF     | true  | 1      | DETOUR | 2 | Flera enheter berörs: deras närmaste gemensamma chef beslutar.                  | Several units are concerned: their nearest common manager decides.
        7 | STAFF     | true  | 1      | DETOUR | 1 | Utanför ditt mandat: chefen för enheten som berörs beslutar.                    | Outside your mandate: the manager of the unit concerned decides.
        """)
    void theReasonIsSaidInBothLanguages(
            int rule, String level, boolean proposal, Long cost, String severity, int units, String sv, String en) {
        DmnDecisionRuleResult answer = ask(level, proposal, cost, true, units, severity, 25_000);

        assertThat(answer.<Integer>getEntry("rule")).isEqualTo(rule);
        assertThat(answer.<String>getEntry("sv")).isEqualTo(sv);
        assertThat(answer.<String>getEntry("en")).isEqualTo(en);
    }

    @Test
    void whatIsUnknownNeverGivesTheRaiserTheDecision() {
        for (String level : new String[] {"MANAGER", "FRONTLINE", "STAFF"}) {
            for (String severity : new String[] {"HARMED", "NOT_REACHED", "DETOUR", "REACHED"}) {
                for (int units = 1; units <= 4; units++) {
                    assertThat(ask(level, true, null, true, units, severity, 100_000)
                                    .<String>getEntry("route"))
                            .isNotEqualTo("OWN");
                    assertThat(ask(level, true, 0L, null, units, severity, 100_000)
                                    .<String>getEntry("route"))
                            .isNotEqualTo("OWN");
                    assertThat(ask(level, true, null, null, units, severity, 100_000)
                                    .<String>getEntry("route"))
                            .isNotEqualTo("OWN");
                }
            }
        }
    }

    private static DmnDecisionRuleResult ask(
            String level, boolean proposal, Long cost, Boolean reversible, int units, String severity, long left) {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("level", level);
        inputs.put("hasProposal", proposal);
        inputs.put("cost", cost);
        inputs.put("reversible", reversible);
        inputs.put("unitCount", units);
        inputs.put("severity", severity);
        inputs.put("ledgerLeft", left);
        return TABLES.ask("mandate", inputs);
    }
}
