package se.mandat.web.platform;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * In which language to answer a request. Programs say it by Accept-Language; a person's own choice stands in a cookie,
 * else their browser says it. Swedish when nobody says anything that Mandat speaks.
 */
public final class ReaderLanguage {

    /** The cookie with a person's choice, {@code sv} or {@code en}. */
    public static final String COOKIE = "language";

    private static final List<Locale> SPOKEN = List.of(Words.SWEDISH, Words.ENGLISH);

    private ReaderLanguage() {}

    public static Locale of(HttpServletRequest request) {
        return Addresses.isApi(request)
                ? preferred(request.getHeader("Accept-Language"))
                : chosen(request)
                        .or(() -> Identity.of(request).flatMap(Identity::locale).flatMap(ReaderLanguage::spoken))
                        .orElseGet(() -> preferred(request.getHeader("Accept-Language")));
    }

    /** The language that is best for this Accept-Language header, which may be missing or nonsense. */
    static Locale preferred(String header) {
        if (header == null || header.isBlank()) {
            return Words.SWEDISH;
        }
        try {
            Locale best = Locale.lookup(Locale.LanguageRange.parse(header), SPOKEN);
            return best == null ? Words.SWEDISH : best;
        } catch (IllegalArgumentException nonsense) {
            return Words.SWEDISH;
        }
    }

    private static Optional<Locale> chosen(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : List.of(cookies).stream()
                        .filter(cookie -> COOKIE.equals(cookie.getName()))
                        .findFirst()
                        .map(Cookie::getValue)
                        .flatMap(ReaderLanguage::spoken);
    }

    private static Optional<Locale> spoken(String tag) {
        String language = Locale.forLanguageTag(tag).getLanguage();
        return SPOKEN.stream()
                .filter(locale -> locale.getLanguage().equals(language))
                .findFirst();
    }
}
