package se.mandat.running;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What browsers have learnt in earlier tests, for the next one that is opened: as whom the identity provider knows
 * somebody, and the language that was chosen. The application itself meets each browser anew.
 */
final class Remembered {

    private static final Map<String, List<Cookie>> PEOPLE = new ConcurrentHashMap<>();
    private static final Map<String, List<Cookie>> LANGUAGES = new ConcurrentHashMap<>();

    private Remembered() {}

    /** This browser was just used by this person to log in. */
    static void person(String username, BrowserContext browser) {
        PEOPLE.put(username, named("KEYCLOAK_.*", browser));
    }

    /** In this browser this language was just chosen. */
    static void language(String language, BrowserContext browser) {
        LANGUAGES.put(language, named("language", browser));
    }

    private static List<Cookie> named(String pattern, BrowserContext browser) {
        return browser.cookies().stream()
                .filter(cookie -> cookie.name.matches(pattern))
                .toList();
    }

    /** From here on the identity provider knows this person in this browser, unless it has thought better of it. */
    static void personIn(String username, BrowserContext browser) {
        browser.addCookies(PEOPLE.getOrDefault(username, List.of()));
    }

    static void languageIn(String language, BrowserContext browser) {
        browser.addCookies(LANGUAGES.getOrDefault(language, List.of()));
    }
}
