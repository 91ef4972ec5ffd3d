package se.mandat.web.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The shipped processes read in words, in both languages. */
class ProcessInWordsTest {

    private static ProcessInWords words(String file, String language) throws IOException {
        return ProcessModel.of(Files.readString(Path.of("../processes/src/main/resources", file)))
                .words(language);
    }

    private static List<ProcessInWords.Part> all(List<ProcessInWords.Part> parts) {
        List<ProcessInWords.Part> all = new ArrayList<>();
        parts.forEach(part -> {
            all.add(part);
            all.addAll(all(part.parts()));
        });
        return all;
    }

    @ParameterizedTest
    @CsvSource({
        "cases/case-handling.bpmn, sv", "cases/case-handling.bpmn, en",
        "obligation/obligation.bpmn, sv", "obligation/obligation.bpmn, en",
        "obligation/deadline.bpmn, sv", "obligation/deadline.bpmn, en"
    })
    void everyPartHasANameAndIsExplained(String file, String language) throws IOException {
        ProcessInWords words = words(file, language);

        assertThat(words.name()).isNotBlank();
        assertThat(words.documentation()).isNotBlank();
        assertThat(all(words.parts())).hasSizeGreaterThan(4).allSatisfy(part -> {
            assertThat(part.name()).isNotBlank();
            assertThat(part.documentation()).as(part.id()).isNotBlank();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"cases/case-handling.bpmn", "obligation/obligation.bpmn", "obligation/deadline.bpmn"})
    void theLanguagesSayTheSameThingsInOtherWords(String file) throws IOException {
        ProcessInWords swedish = words(file, "sv");
        ProcessInWords english = words(file, "en");

        assertThat(all(english.parts()))
                .extracting(ProcessInWords.Part::id)
                .isEqualTo(all(swedish.parts()).stream()
                        .map(ProcessInWords.Part::id)
                        .toList());
        assertThat(english.documentation()).isNotEqualTo(swedish.documentation());
    }

    @Test
    void aQuestionSaysWhatEachAnswerLeadsTo() throws IOException {
        assertThat(all(words("cases/case-handling.bpmn", "sv").parts()))
                .filteredOn(part -> part.id().equals("gateway_DoesTheRaiserDecide"))
                .singleElement()
                .satisfies(part -> {
                    assertThat(part.kind()).isEqualTo("QUESTION");
                    assertThat(part.answers())
                            .extracting(ProcessInWords.Answer::name)
                            .containsExactly("Nej", "Ja");
                    assertThat(part.answers().getFirst().leadsTo()).isEqualTo("Besluta om förslaget");
                });
    }

    @Test
    void whatCanInterruptSaysSoAndWhatItLeadsTo() throws IOException {
        List<ProcessInWords.Part> parts =
                all(words("cases/case-handling.bpmn", "sv").parts());

        assertThat(parts)
                .filteredOn(part -> part.kind().equals("INTERRUPTION"))
                .extracting(ProcessInWords.Part::id)
                .contains("subProcess_CaseWithdrawn");
        assertThat(parts)
                .filteredOn(part -> part.id().equals("error_DecisionOverturned"))
                .singleElement()
                .satisfies(part -> assertThat(part.answers())
                        .singleElement()
                        .satisfies(answer -> assertThat(answer.leadsTo()).isNotBlank()));
    }

    @Test
    void itBeginsAtABeginningAndEndsAtAnEnd() throws IOException {
        assertThat(all(words("cases/case-handling.bpmn", "sv").parts()))
                .extracting(ProcessInWords.Part::kind)
                .contains("START", "STEP", "END")
                .startsWith("START");
    }
}
