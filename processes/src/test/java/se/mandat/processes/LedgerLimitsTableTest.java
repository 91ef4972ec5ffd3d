package se.mandat.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LedgerLimitsTableTest {

    @RegisterExtension
    static final Tables TABLES = new Tables();

    @ParameterizedTest(name = "{0}: {1} kr a quarter")
    @CsvSource({"MANAGER,100000", "FRONTLINE,25000", "STAFF,0"})
    void whoeverMeetsCustomersOrManagesHasALimitOfTheirOwn(String level, long limit) {
        assertThat(TABLES.ask("ledger-limits", Map.of("level", level)).<Long>getEntry("limit"))
                .isEqualTo(limit);
    }
}
