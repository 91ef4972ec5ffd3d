package se.mandat.running;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.mandat.authorization.PreparedCases;

/**
 * Every page there is, with all that can be unfolded on it, on a pair of screen and language that no journey is made on,
 * and on both such pairs when all are asked for. A page that another one leads to and that is not visited fails it.
 */
class EveryPageIT extends BrowserTest {

    /** Owes and manages. */
    private static final String EVERYBODY = "gun";

    private static final String STEWARD = "stina";
    private static final String UNIT = "/units/nordvik/teknik/gata";

    /** One of each kind of error page. */
    private static final List<String> PROBLEMS = List.of(
            "not-logged-in",
            "csrf",
            "too-large",
            "invalid",
            "not-found",
            "not-your-right",
            "not-now",
            "too-many-calls",
            "busy",
            "log-in-unavailable",
            "unavailable",
            "incident");

    private static final Pattern NO_PAGE =
            Pattern.compile("/assets/.*|/changes\\.atom|/api/v1/openapi\\.json|/calendar/.*");

    private static final String SEND =
            """
            ([address, fields]) => {
                const form = document.createElement('form');
                form.method = 'post';
                form.action = address;
                for (const [name, value] of Object.entries(fields)) {
                    const field = document.createElement('input');
                    field.type = 'hidden';
                    field.name = name;
                    field.value = value;
                    form.append(field);
                }
                document.body.append(form);
                window.left = true;
                form.submit();
            }""";

    private final PreparedCases cases = new PreparedCases(system);
    private final TreeSet<String> visited = new TreeSet<>();
    private final TreeSet<String> linked = new TreeSet<>();

    private Screen screen;
    private String language;
    private Page page;

    @ParameterizedTest
    @MethodSource("se.mandat.running.Screens#others")
    void everyPageIsAccessibleWideEnoughInOneLanguageAndKeepsItsPolicy(Screen screen, String language) {
        this.screen = screen;
        this.language = language;
        ofNobody();
        ofEverybody();
        ofACaseWhereverItStands();
        ofAnAuditor();
        ofASteward();
        refused();
        linked.removeAll(visited);
        assertThat(linked).as("led to, and not visited").isEmpty();
    }

    private void ofNobody() {
        page = open(screen, language);
        visit("/api/v1/", "nobody-api");
        visit("/problems/not-found", "nobody-problem");
    }

    private void ofEverybody() {
        String draft = cases.draftOf(EVERYBODY);
        String closed = cases.closedFor(EVERYBODY);
        becomes(EVERYBODY, "/");
        visit("/", "todo");
        visit("/raise", "raise");
        visit("/raise?recurrenceOf=" + closed, "raise-again");
        visit("/drafts", "drafts");
        visit("/drafts/" + draft, "draft");
        visit("/cases", "cases");
        visit("/cases?q=" + closed, "cases-found");
        visit("/following", "following");
        visit("/changes", "changes");
        visit("/broken", "broken");
        visit("/processes", "processes");
        visitAllBelow("/processes/");
        visit("/tables", "tables");
        visitAllBelow("/tables/");
        visit("/organisation", "organisation");
        visit(UNIT + "/obligations", "unit");
        visit(UNIT + "/absences", "unit-absences");
        visit("/absence", "absence");
        visit("/settings", "settings");
        visit("/help", "help");
        visit("/about", "about");
        visit("/api/v1/", "api");
        for (String problem : PROBLEMS) {
            visit("/problems/" + problem, "problem-" + problem);
        }
    }

    private void ofACaseWhereverItStands() {
        String asked = cases.askedOf(EVERYBODY, PreparedCases.laterThanAnAction());
        String closed = cases.closedFor(EVERYBODY);
        becomes(EVERYBODY, "/");
        visit("/cases/" + cases.decidingBy(EVERYBODY), "case-deciding");
        visit("/cases/" + cases.appointingBy(EVERYBODY), "case-appointing");
        visit("/cases/" + cases.rejectedFor(EVERYBODY), "case-rejected");
        visit("/cases/" + cases.assigningTo(EVERYBODY), "case-assigning");
        visit("/cases/" + cases.actingBy(EVERYBODY), "case-acting");
        visit("/cases/" + cases.helpedFor(EVERYBODY), "case-helped");
        visit("/cases/" + cases.contributingBy(EVERYBODY), "case-contributing");
        visit("/cases/" + cases.toldOf(EVERYBODY), "case-told");
        visit("/cases/" + asked, "case-asked");
        visit(
                "/cases/"
                        + cases.pausedFor(
                                EVERYBODY, PreparedCases.someWorkingDaySoon().toString()),
                "case-paused");
        visit("/cases/" + cases.reviewingBy(EVERYBODY), "case-reviewing");
        visit("/cases/" + cases.answeringBy(EVERYBODY), "case-answering");
        visit("/cases/" + closed, "case-closed");
        visit("/cases/" + closed + "/history", "history");
        visit("/cases/" + closed + "/history?verify=true", "history-verified");
        page.navigate(system.at("/cases/" + cases.decidingBy(EVERYBODY)).toString());
        page.locator("form[action$='/contact'] button").first().click();
        page.waitForURL(url -> url.endsWith("/contact"));
        lookAt("contact");
    }

    private void ofAnAuditor() {
        String number = cases.decidingBy(EVERYBODY);
        becomes("astrid", "/cases/" + number);
        visit("/cases/" + number, "case-of-an-auditor");
        visit("/steward", "steward-of-an-auditor");
    }

    private void ofASteward() {
        becomes(STEWARD, "/steward");
        visit("/steward", "steward");
        visit("/steward/incidents", "incidents");
        visit("/steward/mail", "dead-letters");
        visit("/steward/closing-days", "closing-days");
        visit("/steward/absences", "absences");
        visit("/steward/promises", "promises");
    }

    /** What people are told when something cannot be done: 403, 404, 409, 412, 422. */
    private void refused() {
        String number = cases.decidingBy(EVERYBODY);
        String draft = cases.draftOf(EVERYBODY);
        becomes(EVERYBODY, "/");
        refused(404, "/cases/M-1999-0001", "refused-not-found");
        refused(403, "/steward", "refused-role");

        page.navigate(system.at("/cases/" + number).toString());
        sends(403, "/cases/" + number + "/withdrawal", Map.of(), "refused-expired");
        page.navigate(system.at("/cases/" + number).toString());
        sends(422, "/cases/" + number + "/decision", with(Map.of("version", version())), "refused-decision");
        page.navigate(system.at("/cases/" + number).toString());
        sends(409, "/cases/" + number + "/answer", with(Map.of("version", version(), "text", "Nu")), "refused-not-now");
        page.navigate(system.at("/drafts/" + draft).toString());
        sends(412, "/drafts/" + draft + "/deletion", with(Map.of("version", "999")), "refused-draft");
    }

    private void becomes(String person, String path) {
        page = logIn(open(screen, language), language, person, path);
    }

    private void visit(String path, String name) {
        assertThat(page.navigate(system.at(path).toString()).status()).as(path).isEqualTo(200);
        visited.add(pattern(path));
        lookAt(name);
        for (Object address : (List<?>)
                page.evalOnSelectorAll("a[href^='/']", "links => links.map(link => link.getAttribute('href'))")) {
            String pattern = pattern((String) address);
            if (!NO_PAGE.matcher(pattern).matches()) {
                linked.add(pattern);
            }
        }
    }

    /** All that the page leads to at such addresses. */
    private void visitAllBelow(String path) {
        List<String> all = page.locator("main a[href^='" + path + "']").all().stream()
                .map(link -> link.getAttribute("href"))
                .distinct()
                .toList();
        assertThat(all).isNotEmpty();
        all.forEach(one -> visit(one, one.replaceAll("[/?=]+", "-").substring(1)));
    }

    private void refused(int status, String path, String name) {
        assertThat(page.navigate(system.at(path).toString()).status()).as(path).isEqualTo(status);
        lookAt(name);
    }

    /** Sends a form that the page does not have, as a page does that was opened too long ago. */
    private void sends(int status, String path, Map<String, String> fields, String name) {
        Response answer = page.waitForResponse(
                response -> response.url().equals(system.at(path).toString()),
                () -> page.evaluate(SEND, List.of(path, fields)));
        assertThat(answer.status()).as(path).isEqualTo(status);
        page.waitForFunction("() => !window.left && document.readyState === 'complete'");
        lookAt(name);
    }

    private Map<String, String> with(Map<String, String> fields) {
        Map<String, String> all = new HashMap<>(fields);
        all.put("csrf", page.locator("input[name=csrf]").first().inputValue());
        return all;
    }

    private String version() {
        return page.locator("main input[name=version]").first().inputValue();
    }

    private void lookAt(String name) {
        page.evaluate("document.querySelectorAll('details').forEach(more => more.open = true)");
        look(page, "every-" + name, screen, language);
    }

    /** The page without what it is about: one case is like another. */
    private static String pattern(String address) {
        List<String> steps = new ArrayList<>();
        for (String step : address.replaceFirst("[?#].*", "").split("/")) {
            steps.add(
                    step.matches("[MU]-\\d{4}-\\d+")
                            ? "{number}"
                            : step.matches("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}") ? "{id}" : step);
        }
        return String.join("/", steps)
                .replaceFirst("^/units/.*/", "/units/{unit}/")
                .replaceFirst("^/(tables|processes|problems)/.*", "/$1/{one}")
                .replaceFirst("^$", "/");
    }
}
