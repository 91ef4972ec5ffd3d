package se.mandat.web.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every refusal that the code can utter has words in both languages. */
class RefusalWordsTest {

    private static final Pattern KEY = Pattern.compile("\"((?:problem|error|worktime)\\.[a-z][A-Za-z_.-]*[A-Za-z_])\"");

    /** Not where it is only compared, nor in a constraint, whose own limits fill it. */
    private static final Pattern UTTERED = Pattern.compile("(?<!case |message = |default |Template\\()" + KEY);

    private static final Pattern FAMILY = Pattern.compile("\"((?:problem|error)\\.[a-z][a-z.-]*\\.)\"");

    @Test
    void every_key_in_the_code_has_words() {
        Set<String> missing = new TreeSet<>(found(KEY));
        assertThat(missing).hasSizeGreaterThan(20);

        missing.removeIf(key ->
                Words.in(Words.SWEDISH).has(key) && Words.in(Words.ENGLISH).has(key));

        assertThat(missing).isEmpty();
    }

    @Test
    void every_family_of_keys_in_the_code_has_words() {
        for (String family : found(FAMILY)) {
            assertThat(Words.in(Words.SWEDISH).keys()).as(family).anyMatch(key -> key.startsWith(family));
        }
    }

    /** What a sentence names is said where its key is, or by what fills it in for several: else people read its braces. */
    @Test
    void every_sentence_gets_what_it_names() {
        Set<String> lacking = new TreeSet<>();
        for (Path file : sources()) {
            String source = read(file);
            Matcher key = UTTERED.matcher(source);
            while (key.find()) {
                String statement = source.substring(key.end(), source.indexOf(';', key.end()));
                named(key.group(1)).stream()
                        .filter(argument -> !statement.contains("\"" + argument + "\"")
                                && !source.contains("Map.of(\"" + argument + "\""))
                        .forEach(argument -> lacking.add(file.getFileName() + ": " + key.group(1) + " " + argument));
            }
        }
        assertThat(lacking).isEmpty();
    }

    private static Set<String> named(String key) {
        Set<String> named = WordsTest.arguments(Words.in(Words.SWEDISH).pattern(key));
        named.removeAll(Problems.NOTHING_SAID.keySet());
        return named;
    }

    private static Set<String> found(Pattern pattern) {
        Set<String> keys = new TreeSet<>();
        for (Path file : sources()) {
            Matcher matcher = pattern.matcher(read(file));
            while (matcher.find()) {
                keys.add(matcher.group(1));
            }
        }
        return keys;
    }

    private static List<Path> sources() {
        List<Path> sources = new ArrayList<>();
        for (String module : new String[] {"../app-ejb", "../app-web"}) {
            try (Stream<Path> files = Files.walk(Path.of(module, "src/main/java"))) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return sources;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
