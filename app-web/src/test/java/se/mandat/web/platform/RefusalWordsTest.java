package se.mandat.web.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every refusal that the code can utter has words in both languages. */
class RefusalWordsTest {

    private static final Pattern KEY = Pattern.compile("\"((?:problem|error|worktime)\\.[a-z][A-Za-z_.-]*[A-Za-z_])\"");
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

    private static Set<String> found(Pattern pattern) {
        Set<String> keys = new TreeSet<>();
        for (String module : new String[] {"../app-ejb", "../app-web"}) {
            try (Stream<Path> files = Files.walk(Path.of(module, "src/main/java"))) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(file -> {
                    Matcher matcher = pattern.matcher(read(file));
                    while (matcher.find()) {
                        keys.add(matcher.group(1));
                    }
                });
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return keys;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
