package se.mandat.web.steward;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.mandat.cases.ViewTables;
import se.mandat.web.platform.Spoken;
import se.mandat.web.platform.Words;

class DecisionTableReaderTest {

    @Test
    void the_mandate_reads_as_its_rules_were_meant() {
        TableInWords table = read("mandate/mandate.dmn", Words.SWEDISH);

        assertThat(table.name()).isEqualTo("Mandat: vem får besluta?");
        assertThat(table.rules()).hasSize(7);
        TableInWords.Rule harmed = table.rules().get(2);
        assertThat(harmed.when())
                .containsExactly(
                        "Kundmöte eller Chef",
                        "Ja",
                        "högst 15\u00a0000",
                        "Ja",
                        "högst 3",
                        "Tog skada",
                        "minst kostnaden");
        assertThat(harmed.then())
                .containsExactly(
                        "Beslut i kundmötet, inom eget mandat", "En kund har tagit skada: du får handla direkt.");
        assertThat(table.rules().get(6).when()).containsOnlyNulls();
        assertThat(table.then()).containsExactly("Väg", "Skäl");
    }

    @Test
    void a_time_is_said_with_what_it_is_counted_in() {
        TableInWords table = read("obligation/service-levels.dmn", Words.SWEDISH);

        assertThat(table.then()).containsExactly("Tid", "Tid efter flytt", "När ingen svarar");
        assertThat(table.rules().getFirst().then()).startsWith("4 arbetstimmar", "4 arbetstimmar");
        assertThat(table.rules()).extracting(rule -> rule.then().getFirst()).contains("en arbetsdag", "2 arbetsdagar");
    }

    @Test
    void in_english_the_reasons_are_the_english_ones() {
        TableInWords table = read("mandate/mandate.dmn", Words.ENGLISH);

        assertThat(table.about()).isNull();
        assertThat(table.rules().getFirst().when().get(2)).isEqualTo("above 250,000");
        assertThat(table.rules().getFirst().then())
                .last()
                .isEqualTo("Above SEK 250,000 the executive management decides.");
    }

    @ParameterizedTest
    @CsvSource({
        "mandate/mandate.dmn, sv",
        "mandate/mandate.dmn, en",
        "mandate/ledger-limits.dmn, sv",
        "mandate/ledger-limits.dmn, en",
        "obligation/service-levels.dmn, sv",
        "obligation/service-levels.dmn, en",
        "cases/review-interval.dmn, sv",
        "cases/review-interval.dmn, en"
    })
    void every_cell_of_every_shipped_table_has_words(String file, String language) {
        TableInWords table = read(file, Locale.of(language));

        assertThat(table.rules()).isNotEmpty();
        assertThat(table.rules())
                .flatExtracting(rule -> cells(rule))
                .filteredOn(Objects::nonNull)
                .noneMatch(cell -> cell.toString().matches(".*([\"<>=]|[A-Z]{3}_|\\b[A-Z]{4,}\\b).*"));
        assertThat(Stream.concat(table.when().stream(), table.then().stream())).noneMatch(String::isBlank);
    }

    private static List<String> cells(TableInWords.Rule rule) {
        return Stream.concat(rule.when().stream(), rule.then().stream()).toList();
    }

    @Test
    void what_has_no_words_is_said_as_it_stands() {
        String dmn = text("cases/review-interval.dmn")
                .replace("\"HARMED\"", "\"ÖVRIGT\"")
                .replace("label=\"Arbetsdagar\" name=\"days\"", "label=\"Dygn\" name=\"nights\"");
        TableInWords table = new DecisionTableReader(
                        new ViewTables.Deployed("review-interval", 1, 2, dmn),
                        new Spoken(Words.in(Words.SWEDISH), Instant.EPOCH))
                .read();

        assertThat(table.rules().getFirst().when()).containsExactly("ÖVRIGT");
        assertThat(table.then()).containsExactly("Dygn");
        assertThat(table.isOld()).isTrue();
    }

    private static TableInWords read(String file, Locale language) {
        String id = file.substring(file.indexOf('/') + 1, file.indexOf('.'));
        return new DecisionTableReader(
                        new ViewTables.Deployed(id, 1, 1, text(file)), new Spoken(Words.in(language), Instant.EPOCH))
                .read();
    }

    private static String text(String file) {
        try (InputStream in = ViewTables.class.getClassLoader().getResourceAsStream(file)) {
            return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
