package se.mandat.api;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import se.mandat.running.RunningSystem;

/**
 * A person with a browser, as far as logging in needs one: cookies, redirects and forms. The identity provider's cookies
 * are for https, which browsers forgive on localhost; so does this.
 */
public final class Visitor {

    private static final int MOST_REDIRECTS = 10;
    private static final int SAME_METHOD = 307;
    private static final Pattern FORM = Pattern.compile("<form[^>]*id=\"kc-form-login\"[^>]*action=\"([^\"]+)\"");
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\">");
    private static final Pattern CSRF = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");

    private final RunningSystem system;
    private final String languages;
    private final Map<String, Map<String, String>> cookies = new LinkedHashMap<>();
    private String sessionCookie = "";

    Visitor(RunningSystem system) {
        this(system, "sv");
    }

    /** Whose browser asks for pages in these languages. */
    public Visitor(RunningSystem system, String languages) {
        this.system = system;
        this.languages = languages;
    }

    /** What came at the end of all redirects, and from where. */
    public record Seen(URI at, int status, String body, String retryAfter) {

        /** The fields that its form sends without anybody typing, as a browser sends them. */
        Map<String, String> hiddenFields() {
            Map<String, String> fields = new LinkedHashMap<>();
            Matcher field = HIDDEN.matcher(body.substring(body.indexOf("<main")));
            while (field.find()) {
                fields.put(field.group(1), unescaped(field.group(2)));
            }
            return fields;
        }

        public String csrf() {
            Matcher token = CSRF.matcher(body);
            if (!token.find()) {
                throw new IllegalStateException("No form at " + at);
            }
            return token.group(1);
        }

        public boolean asksWhoOneIs() {
            return FORM.matcher(body).find();
        }
    }

    public Seen logIn(String username) {
        Seen form = get("/about");
        return answer(form, username);
    }

    /** Fills in the identity provider's form. */
    Seen answer(Seen form, String username) {
        return follow(filledIn(form, username));
    }

    /** Fills in the identity provider's form, and does not go yet where it then leads. */
    URI wayBack(Seen form, String username) {
        return URI.create(
                send(filledIn(form, username)).headers().firstValue("Location").orElseThrow());
    }

    private HttpRequest.Builder filledIn(Seen form, String username) {
        Matcher action = FORM.matcher(form.body());
        if (!action.find()) {
            throw new IllegalStateException("No log-in form at " + form.at());
        }
        return request(URI.create(action.group(1).replace("&amp;", "&")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(form(Map.of("username", username, "password", username)));
    }

    Seen get(URI address) {
        return follow(request(address).GET());
    }

    public Seen get(String path) {
        return follow(request(system.at(path)).GET());
    }

    public Seen post(String path, Map<String, String> fields) {
        return follow(request(system.at(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(form(fields)));
    }

    /** A call to the API with the session, and with this token when it is not null. */
    HttpResponse<String> call(String path, String json, String csrf) {
        HttpRequest.Builder request = request(system.at(path)).header("Content-Type", "application/json");
        if (csrf != null) {
            request.header("X-CSRF-Token", csrf);
        }
        return send(request.POST(BodyPublishers.ofString(json)));
    }

    HttpResponse<String> read(String path) {
        return send(request(system.at(path)).GET());
    }

    /** The same with the session, and this in the header where a token would stand. */
    HttpResponse<String> readWith(String authorization, String path) {
        return send(
                request(system.at(path)).header("Authorization", authorization).GET());
    }

    /** A call with the session and no proof that it is meant, and this in the header where a token would stand. */
    HttpResponse<String> callWith(String authorization, String path, String json) {
        return send(request(system.at(path))
                .header("Authorization", authorization)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    /** The application no longer knows them, as when a node has died; the identity provider still does. */
    void loseTheSession() {
        cookies.getOrDefault(system.at("/").getAuthority(), Map.of()).remove("JSESSIONID");
    }

    /** Their browser has the session of this cookie, as when somebody has copied or planted it. */
    void takesUp(String cookie) {
        String pair = cookie.split(";", 2)[0];
        cookies.computeIfAbsent(system.at("/").getAuthority(), authority -> new LinkedHashMap<>())
                .put("JSESSIONID", pair.substring(pair.indexOf('=') + 1));
    }

    /** The session cookie as it was set, with all that the browser is told about it. */
    String sessionCookie() {
        return sessionCookie;
    }

    private static String unescaped(String html) {
        return html.replace("&#34;", "\"")
                .replace("&#39;", "'")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }

    private static HttpRequest.BodyPublisher form(Map<String, String> fields) {
        return BodyPublishers.ofString(fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&")));
    }

    private Seen follow(HttpRequest.Builder first) {
        HttpResponse<String> answer = send(first);
        for (int i = 0; i < MOST_REDIRECTS && answer.statusCode() / 100 == 3; i++) {
            URI next =
                    answer.uri().resolve(answer.headers().firstValue("Location").orElseThrow());
            HttpRequest before = answer.request();
            answer = send(
                    answer.statusCode() == SAME_METHOD && before.method().equals("POST")
                            ? request(next)
                                    .header("Content-Type", "application/x-www-form-urlencoded")
                                    .POST(before.bodyPublisher().orElseThrow())
                            : request(next).GET());
        }
        return new Seen(
                answer.uri(),
                answer.statusCode(),
                answer.body(),
                answer.headers().firstValue("Retry-After").orElse(null));
    }

    private HttpRequest.Builder request(URI address) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .header("Accept", "text/html,*/*;q=0.5")
                .header("Accept-Language", languages);
        Map<String, String> known = cookies.getOrDefault(address.getAuthority(), Map.of());
        if (!known.isEmpty()) {
            request.header(
                    "Cookie",
                    known.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return request;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        HttpResponse<String> answer = system.send(request.build());
        Map<String, String> known =
                cookies.computeIfAbsent(answer.uri().getAuthority(), authority -> new LinkedHashMap<>());
        for (String cookie : answer.headers().allValues("Set-Cookie")) {
            String pair = cookie.split(";", 2)[0];
            String name = pair.substring(0, pair.indexOf('='));
            if (cookie.matches("(?i).*(max-age=0|expires=\\w+, 01-Jan-1970[^;]*)(;.*|$)")) {
                known.remove(name);
            } else {
                known.put(name, pair.substring(pair.indexOf('=') + 1));
            }
            if (name.equals("JSESSIONID")) {
                sessionCookie = cookie;
            }
        }
        return answer;
    }
}
