package se.mandat.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.Dmn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TableLintTest {

    private static final Path GOOD = Path.of("src", "test", "resources", "lint", "good-table.dmn");

    static List<Path> shipped() {
        return Models.tables();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void everyShippedTableKeepsEveryRule(Path table) {
        assertThat(TableLint.lint(table)).isEmpty();
    }

    @Test
    void theGoodTableKeepsEveryRule() {
        assertThat(TableLint.lint(GOOD)).isEmpty();
    }

    /** The good table made wrong in one place. */
    record Wrong(String rule, String where, String becomes) {
        @Override
        public String toString() {
            return rule;
        }
    }

    static Stream<Wrong> wrong() {
        return Stream.of(
                new Wrong("decision-id-is-file-name", "decision id=\"good-table\"", "decision id=\"another\""),
                new Wrong("history-time-to-live", " camunda:historyTimeToLive=\"P180D\"", ""),
                new Wrong("table-named-and-described", "<description>Så mycket.</description>", ""),
                new Wrong("column-labelled", " label=\"Kronor\"", ""),
                new Wrong("column-typed", "typeRef=\"long\"", "typeRef=\"number\""),
                new Wrong("row-described", "<description>Chef</description>", ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrong")
    void everyRuleBites(Wrong wrong) {
        String good = Models.text(GOOD);
        assertThat(good).as("the place to make wrong").contains(wrong.where());

        byte[] xml = good.replace(wrong.where(), wrong.becomes()).getBytes(StandardCharsets.UTF_8);
        assertThat(TableLint.lint("good-table", Dmn.readModelFromStream(new ByteArrayInputStream(xml))))
                .extracting(ModelLint.Finding::rule)
                .contains(wrong.rule());
    }

    @Test
    void noRuleIsWithoutATableThatBreaksIt() {
        assertThat(wrong().map(Wrong::rule)).containsAll(TableLint.rules());
    }
}
