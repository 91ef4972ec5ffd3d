package se.mandat.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReviewIntervalTableTest {

    @RegisterExtension
    static final Tables TABLES = new Tables();

    @ParameterizedTest(name = "{0}: {1} working days")
    @CsvSource({"HARMED,10", "NOT_REACHED,15", "DETOUR,20", "REACHED,30"})
    void theWorseItWentTheSoonerItIsReviewed(String severity, int days) {
        assertThat(TABLES.ask("review-interval", Map.of("severity", severity)).<Integer>getEntry("days"))
                .isEqualTo(days);
    }
}
