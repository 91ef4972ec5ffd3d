package se.mandat.web.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessagePattern;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.mandat.cases.CaseStage;
import se.mandat.cases.ClosedAs;
import se.mandat.cases.EffectVerdict;
import se.mandat.cases.EvidenceKind;
import se.mandat.cases.MatterKind;
import se.mandat.cases.MatterState;
import se.mandat.cases.Verdict;
import se.mandat.history.Verification;
import se.mandat.mandate.Route;
import se.mandat.notification.MailChoice;
import se.mandat.notification.MailTrouble;
import se.mandat.obligation.DecisionConcern;
import se.mandat.obligation.ObligationKind;
import se.mandat.organisation.DirectoryProblems;
import se.mandat.organisation.Level;
import se.mandat.organisation.Role;
import se.mandat.shared.Outcome;
import se.mandat.worktime.ClosingDayChange;
import se.mandat.worktime.Eve;

/** Everything is said in both languages, and nothing is said that has no words. */
class WordsTest {

    private static final Words SWEDISH = Words.in(Words.SWEDISH);
    private static final Words ENGLISH = Words.in(Words.ENGLISH);

    /** {@code say("key"}, {@code plain("key"} and so on; what follows a plus sign is a value of a closed set. */
    private static final Pattern SAID = Pattern.compile("\\b(?:say|plain|strong)\\(\\s*\"([a-z][^\"]*)\"\\s*([,)+])");

    static Stream<Words> languages() {
        return Stream.of(SWEDISH, ENGLISH);
    }

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertThat(ENGLISH.keys()).containsExactlyInAnyOrderElementsOf(SWEDISH.keys());
    }

    @Test
    void bothLanguagesUseTheSameArguments() {
        for (String key : SWEDISH.keys()) {
            assertThat(arguments(ENGLISH.pattern(key))).as(key).isEqualTo(arguments(SWEDISH.pattern(key)));
        }
    }

    @Test
    void theFilesDoNotSayTheSameKeyTwice() {
        Set<String> seen = new TreeSet<>();
        for (String file : Words.FILES) {
            Words.read(file, Words.SWEDISH)
                    .keySet()
                    .forEach(key -> assertThat(seen.add(key)).as(key).isTrue());
        }
    }

    @Test
    void noFileSaysAKeyTwice() throws IOException {
        for (Path file : files()) {
            Set<String> seen = new TreeSet<>();
            Files.readAllLines(file).stream()
                    .filter(line -> !line.startsWith("#") && line.contains("="))
                    .map(line -> line.substring(0, line.indexOf('=')))
                    .forEach(key ->
                            assertThat(seen.add(key)).as("%s in %s", key, file).isTrue());
        }
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/se/mandat/web/words"))) {
            return files.toList();
        }
    }

    @Test
    void whatHasNoArgumentsIsWrittenAsItIsRead() {
        languages().forEach(words -> words.keys().stream()
                .filter(key -> !words.pattern(key).contains("{"))
                .forEach(key -> assertThat(words.pattern(key)).as(key).doesNotContain("''")));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyKeyThatATemplateOrAClassSaysHasWords(Words words) throws IOException {
        Set<String> missing = new TreeSet<>();
        for (Path file : sources()) {
            Matcher said = SAID.matcher(Files.readString(file));
            while (said.find()) {
                boolean family = said.group(2).equals("+");
                String key = said.group(1);
                boolean known = family ? words.keys().stream().anyMatch(each -> each.startsWith(key)) : words.has(key);
                if (!known) {
                    missing.add(file.getFileName() + ": " + key);
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyValueOfAClosedSetHasAWord(Words words) {
        has(words, "outcome", Outcome.values());
        has(words, "stage", CaseStage.values());
        has(words, "closed-as", ClosedAs.values());
        has(words, "case.closed", ClosedAs.values());
        has(words, "route", Route.values());
        has(words, "verdict", Verdict.values());
        has(words, "review", EffectVerdict.values());
        has(words, "evidence", EvidenceKind.values());
        has(words, "level", Level.values());
        has(words, "mail.trouble", MailTrouble.values());
        has(words, "settings.mail", MailChoice.values());
        has(words, "obligation.title", ObligationKind.values());
        has(words, "obligation.verb", ObligationKind.values());
        has(words, "obligation.open", ObligationKind.values());
        has(words, "obligation.shall", ObligationKind.values());
        for (DecisionConcern concerns : DecisionConcern.values()) {
            has(words, "decide." + concerns, Verdict.values());
            has(words, "case.decision", concerns);
            if (concerns != DecisionConcern.PROPOSAL) {
                has(words, "obligation.title.DECIDE", concerns);
                has(words, "obligation.shall.DECIDE", concerns);
            }
        }
        has(words, "contribution", MatterState.values());
        Arrays.stream(MatterKind.values())
                .filter(kind -> kind != MatterKind.CONTRIBUTION)
                .forEach(kind -> {
                    has(words, "matter", kind);
                    if (kind != MatterKind.REFERRAL && kind != MatterKind.DECLINE) {
                        has(words, "matter." + kind, MatterState.values());
                    }
                });
        has(words, "directory", DirectoryProblems.Kind.values());
        has(words, "chain.why", Verification.Why.values());
        has(words, "closing.changed", ClosingDayChange.Kind.values());
        has(words, "eve", Eve.values());
        assertThat(Arrays.stream(Role.values()).map(role -> "role." + role.realmName()))
                .allMatch(words::has);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyRefusalHasAPageThatSaysWhatToDo(Words words) {
        assertThat(Arrays.stream(Refusal.values())
                        .map(ErrorPages::kind)
                        .flatMap(kind -> Stream.of(".title", ".text", ".act").map(part -> "error." + kind + part)))
                .allMatch(words::has);
    }

    private static void has(Words words, String family, Enum<?>... values) {
        assertThat(Arrays.stream(values).map(value -> family + "." + value.name()))
                .allSatisfy(key -> assertThat(words.has(key)).as(key).isTrue());
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> templates = Files.walk(Path.of("src/main/jte"));
                Stream<Path> classes = Files.walk(Path.of("src/main/java"))) {
            return Stream.concat(templates, classes)
                    .filter(file -> file.toString().matches(".*\\.(jte|java)"))
                    .toList();
        }
    }

    static Set<String> arguments(String pattern) {
        MessagePattern parsed = new MessagePattern(pattern);
        return java.util.stream.IntStream.range(0, parsed.countParts())
                .mapToObj(parsed::getPart)
                .filter(part -> part.getType() == MessagePattern.Part.Type.ARG_NAME)
                .map(parsed::getSubstring)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
