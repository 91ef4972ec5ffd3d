package se.mandat.web.platform;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;

/**
 * Everything that Mandat says in one language, by message key.
 *
 * <p>The patterns are ICU message formats with named arguments, so that a translation can order and inflect them as its
 * language wants. Swedish is the language of whoever asks for one that is not here.
 */
public final class Words {

    public static final Locale SWEDISH = Locale.of("sv");
    public static final Locale ENGLISH = Locale.ENGLISH;

    /** One file per concern, so that those who write pages, history and refusals do not share a file. */
    static final List<String> FILES = List.of("pages", "history", "problems", "mails");

    private static final Map<String, Words> LANGUAGES = Map.of("sv", new Words(SWEDISH), "en", new Words(ENGLISH));

    private final Locale locale;
    private final Map<String, String> patterns;

    private Words(Locale locale) {
        this.locale = locale;
        this.patterns = Map.copyOf(read(locale));
    }

    /** The words of this language, or Swedish. */
    public static Words in(Locale locale) {
        return LANGUAGES.getOrDefault(locale.getLanguage(), LANGUAGES.get("sv"));
    }

    public Locale locale() {
        return locale;
    }

    public Set<String> keys() {
        return patterns.keySet();
    }

    public boolean has(String key) {
        return patterns.containsKey(key);
    }

    /** The message of this key; {@code named} are pairs of an argument's name and its value. */
    public String say(String key, Object... named) {
        return say(key, pairs(named));
    }

    /**
     * The message of this key, filled with these arguments.
     *
     * @throws IllegalArgumentException when there is no such message; tests find every key that is used
     */
    public String say(String key, Map<String, Object> arguments) {
        String pattern = pattern(key);
        return pattern.indexOf('{') < 0 ? pattern : new MessageFormat(pattern, locale).format(arguments);
    }

    String pattern(String key) {
        String pattern = patterns.get(key);
        if (pattern == null) {
            throw new IllegalArgumentException("No words for " + key + " in " + locale);
        }
        return pattern;
    }

    static Map<String, Object> pairs(Object... named) {
        Map<String, Object> arguments = new TreeMap<>();
        for (int i = 0; i < named.length; i += 2) {
            arguments.put((String) named[i], named[i + 1]);
        }
        return arguments;
    }

    static Map<String, String> read(Locale locale) {
        Map<String, String> patterns = new TreeMap<>();
        FILES.forEach(file -> patterns.putAll(read(file, locale)));
        return patterns;
    }

    static Map<String, String> read(String file, Locale locale) {
        String name = "/se/mandat/web/words/" + file + "_" + locale.getLanguage() + ".properties";
        Properties properties = new Properties();
        try (InputStream in = Words.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("Missing " + name);
            }
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
        Map<String, String> patterns = new TreeMap<>();
        properties.forEach((key, pattern) -> patterns.put((String) key, (String) pattern));
        return patterns;
    }
}
