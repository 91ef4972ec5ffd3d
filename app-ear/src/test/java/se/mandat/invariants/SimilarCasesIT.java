package se.mandat.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Open cases are found by other words about the same matter, and a sensitive one is not. */
class SimilarCasesIT extends PathTest {

    @Test
    void aCaseIsFoundByOtherWordsAboutTheSameMatter() {
        String number = raised("Laddstolpen utanför ishallen i Brunnsvik laddar inte", false);
        assertThat(found("hugo", "Det går inte att ladda bilen vid Brunnsviks ishall, laddstolparna är döda"))
                .contains(number);
        assertThat(found("hugo", "Min ansökan om bygglov försvann")).doesNotContain(number);
    }

    @Test
    void aCaseWithASensitiveVoiceIsFoundByNobody() {
        String words = "Orgelläktaren i Tallmo kapell luktar av mögel och kvalster";
        String open = raised(words, false);
        String sensitive = raised(words, true);
        for (String reader : List.of("hugo", "sara", "karin", "astrid")) {
            assertThat(found(reader, words)).as(reader).contains(open).doesNotContain(sensitive);
        }
        assertThat(tables.count("select count(*) from voice_gist where case_number = ?", sensitive))
                .isZero();
        as("amir")
                .posts(
                        "/cases/" + open + "/voices",
                        Raising.json(
                                "words", "Jag har astma", "goal", "Sjunga", "outcome", "DETOUR", "sensitive", true))
                .done();
        assertThat(found("sara", words)).doesNotContain(open);
    }

    @Test
    void aMergedCaseIsFoundAsTheOneThatItWentInto() {
        String words = "Vindflöjeln på Kvarnbackens observatorium gnisslar";
        String merged = raised(words, false);
        String target = decidedByKarin();
        assertThat(found("hugo", words)).contains(merged).doesNotContain(target);
        as("karin")
                .does(merged, "merge", "into", target, "reason", "Samma kvarn")
                .done();
        assertThat(found("hugo", words)).contains(target).doesNotContain(merged);
    }

    private String raised(String words, boolean sensitive) {
        return as("sara")
                .posts(
                        "/cases",
                        Raising.json(
                                "customerVoice",
                                Map.of(
                                        "words",
                                        words,
                                        "goal",
                                        "Att det lagas",
                                        "outcome",
                                        "DETOUR",
                                        "sensitive",
                                        sensitive)))
                .done()
                .number();
    }

    private List<String> found(String reader, String words) {
        system.takeGists();
        return StreamSupport.stream(
                        as(reader)
                                .posts("/cases/similar", Raising.json("words", words))
                                .done()
                                .json()
                                .path("items")
                                .spliterator(),
                        false)
                .map(item -> item.path("number").asText())
                .toList();
    }
}
