package se.mandat.running;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import se.mandat.worktime.WorkingCalendar;

/** How people find their way: what has changed, what a unit owes, how it is meant to go, help, and the keyboard. */
class WaysIT extends BrowserTest {

    @OnScreens
    void whatWasChangedThanksToACustomerIsReadSearchedAndFollowed(Screen screen, String language) {
        String mark = "ramp" + UUID.randomUUID().toString().substring(0, 8);
        String number = changedThanksToACustomer("Det fanns ingen " + mark + " vid entrén", "En ramp ligger på plats");
        Page page = logIn(open(screen, language), language, "lina", "/changes");
        look(page, "changes", screen, language);

        page.locator("#q").fill(mark);
        page.locator("#q").press("Enter");
        assertThat(page.locator("li.changed")).hasCount(1);
        assertThat(page.locator("li.changed h2")).containsText(mark);
        assertThat(page.locator("li.changed")).containsText("En ramp ligger på plats");
        assertThat(page.locator("li.changed")).containsText("Hon kom in själv");
        look(page, "changes-found", screen, language);

        APIResponse feed = page.request()
                .get(system.at(page.locator("link[type='application/atom+xml']").getAttribute("href"))
                        .toString());
        assertThat(feed.headers().get("content-type")).startsWith("application/atom+xml");
        assertThat(feed.text()).contains("<title>Det fanns ingen " + mark + " vid entrén</title>", "/cases/" + number);
        page.locator("li.changed h2 a").click();
        assertThat(page.locator("h1.quote")).containsText(mark);
    }

    @Test
    void theFeedIsForWhoeverIsLoggedIn() {
        HttpResponse<String> answer =
                system.send(HttpRequest.newBuilder(system.at("/changes.atom")).build());

        assertThat(answer.statusCode()).isIn(302, 303, 401);
        assertThat(answer.body()).doesNotContain("<feed");
    }

    @Test
    void programsReadTheChangesPageByPageAndByUnit() {
        String mark = "kö" + UUID.randomUUID().toString().substring(0, 8);
        String first = changedThanksToACustomer("Jag stod i " + mark, "Nummerlapp");
        String second = changedThanksToACustomer("Ännu en " + mark, "Två luckor");

        JsonNode newest = changes("?limit=1&q=" + encoded(mark));
        JsonNode older = changes(
                "?limit=1&q=" + encoded(mark) + "&cursor=" + newest.path("next").asText());
        assertThat(newest.at("/items/0/case").asText()).isEqualTo(second);
        assertThat(older.at("/items/0/case").asText()).isEqualTo(first);
        assertThat(older.path("next").isNull()).isTrue();
        assertThat(older.at("/items/0/changed").asText()).isEqualTo("Nummerlapp");
        assertThat(older.at("/items/0/evidence/kind").asText()).isEqualTo("CUSTOMER_SAID");
        assertThat(older.at("/items/0/reviewedBy").asText()).isEqualTo("sara");

        assertThat(numbers(changes("?unit=nordvik/medborgarservice&q=" + encoded(mark))))
                .containsExactlyInAnyOrder(first, second);
        assertThat(numbers(changes("?unit=nordvik/teknik&q=" + encoded(mark)))).isEmpty();
        assertThat(numbers(changes("?q=luckor"))).contains(second).doesNotContain(first);
        assertThat(system.get("lina", "/api/v1/changes?unit=nowhere").statusCode())
                .isEqualTo(422);
        assertThat(system.get(
                                "lina",
                                "/api/v1/changes?limit=1&q=other&cursor="
                                        + newest.path("next").asText())
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void whatIsNotConfirmedIsNoChange() {
        String mark = "lampa" + UUID.randomUUID().toString().substring(0, 8);
        raised("Trasig " + mark);

        assertThat(numbers(changes("?q=" + encoded(mark)))).isEmpty();
    }

    @OnScreens
    void aManagerSeesWhatThoseInTheUnitOweTheMostUrgentFirst(Screen screen, String language) {
        String late = raised("Ingen har svarat på mitt brev");
        sql("update mandat.obligation set due_at = opened_at where case_number = ? and state = 'OPEN'", late);
        String coming = raised("Öppet till åtta, stod det");
        Page page = logIn(open(screen, language), language, "karin", "/");

        page.locator(".tabs a[href^='/units/']").first().click();
        assertThat(page.locator("#late + ol a[href='/cases/" + late + "#act']")).hasCount(1);
        look(page, "unit", screen, language);
        page.locator("input[name=overdue]").check(new Locator.CheckOptions().setForce(true));
        page.locator("form.filter button").click();
        assertThat(page.locator("a[href='/cases/" + late + "#act']")).hasCount(1);
        assertThat(page.locator("a[href='/cases/" + coming + "#act']")).hasCount(0);
        look(page, "unit-overdue", screen, language);
    }

    @Test
    void whoManagesNobodyHasNoTabsAndAUnitThatIsNotThereIsNotFound() {
        Page page = logIn(open(Screen.PHONE, "sv"), "sara", "/");
        assertThat(page.locator(".tabs a[href^='/units/']")).hasCount(0);

        assertThat(page.navigate(system.at("/units/nordvik/nowhere/obligations").toString())
                        .status())
                .isEqualTo(404);
    }

    @OnScreens
    void whatSomebodyFollowsIsAListOfItsOwn(Screen screen, String language) {
        String number = raised("Ingen hälsade när jag kom in");
        assertThat(system.send(system.request("lina", "/api/v1/cases/" + number + "/following")
                                .PUT(HttpRequest.BodyPublishers.noBody())
                                .build())
                        .statusCode())
                .isIn(200, 204);
        Page page = logIn(open(screen, language), language, "lina", "/");

        page.locator(".tabs a[href='/following']").click();
        assertThat(page.locator("a[href='/cases/" + number + "']")).hasCount(1);
        look(page, "following", screen, language);
    }

    @OnScreens
    void everyProcessIsShownAsAPictureAndInWords(Screen screen, String language) {
        Page page = logIn(open(screen, language), language, "sara", "/processes");
        look(page, "processes", screen, language);

        for (String process : new String[] {"case-handling", "obligation", "deadline"}) {
            page.navigate(system.at("/processes/" + process).toString());
            assertThat(page.locator(".diagram svg[role=img]")).isVisible();
            assertThat(page.locator(".parts li.kind-step").first()).isVisible();
            assertThat(page.locator(".parts li.kind-end").first()).isVisible();
            look(page, "process-" + process, screen, language);
        }
        assertThat(page.navigate(system.at("/processes/no-such-process").toString())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void withoutScriptsTheProcessIsThereInWordsAndTheMenuOpens() {
        Page page = logIn(openWithoutScripts(), "sara", "/");
        page.locator(".rest summary").click();
        page.locator(".rest a[href='/processes']").click();
        page.locator("main a[href='/processes/case-handling']").click();

        assertThat(page.locator(".parts li.kind-question").first()).isVisible();
        assertThat(page.locator(".diagram")).isHidden();
    }

    @OnScreens
    void helpSaysHowMandatWorks(Screen screen, String language) {
        Page page = logIn(open(screen, language), language, "noor", "/");
        page.locator(".rest summary").click();
        look(page, "menu", screen, language);
        page.locator(".rest a[href='/help']").click();
        look(page, "help", screen, language);

        page.navigate(system.at("/raise").toString());
        page.locator(".help summary").first().click();
        assertThat(page.locator(".help p").first()).isVisible();
        look(page, "raise-help", screen, language);
    }

    @Test
    void singleKeysTakeOneAroundUntilTheyAreSwitchedOff() {
        raised("Dörren gick inte upp");
        Page page = logIn(open(Screen.DESKTOP, "sv"), "sara", "/");
        page.keyboard().press("?");
        assertThat(page.locator("#shortcuts")).isVisible();
        look(page, "shortcuts", Screen.DESKTOP, "sv");
        page.keyboard().press("Escape");
        assertThat(page.locator("#shortcuts")).isHidden();

        page.keyboard().press("g");
        page.keyboard().press("c");
        page.waitForURL("**/cases");
        page.keyboard().press("j");
        assertThat(page.locator("[data-walk] > li a").first()).isFocused();
        page.keyboard().press("/");
        assertThat(page.locator("#q")).isFocused();
        page.keyboard().type("n?gt/");
        assertThat(page.locator("#q")).hasValue("n?gt/");
        assertThat(page.locator("#shortcuts")).isHidden();

        page.navigate(system.at("/help").toString());
        page.locator("[data-keys]").click();
        page.locator("#shortcuts-on").uncheck(new Locator.UncheckOptions().setForce(true));
        page.locator("#shortcuts button").click();
        page.navigate(system.at("/").toString());
        page.keyboard().press("n");
        page.keyboard().press("?");
        assertThat(page.locator("#shortcuts")).isHidden();
        assertThat(page).hasURL(system.at("/").toString());
    }

    @OnScreens
    void casesAreFoundByTheDaysOnWhichTheyWereRaised(Screen screen, String language) {
        String number = raised("Skylten pekade åt fel håll");
        LocalDate today = LocalDate.now(WorkingCalendar.ZONE);
        Page page = logIn(open(screen, language), language, "sara", "/cases");

        page.navigate(system.at("/cases?from=" + today + "&to=" + today).toString());
        assertThat(page.locator("a[href='/cases/" + number + "']")).hasCount(1);
        look(page, "cases-by-day", screen, language);
        page.navigate(system.at("/cases?to=" + today.minusDays(1)).toString());
        assertThat(page.locator("a[href='/cases/" + number + "']")).hasCount(0);
        assertThat(page.locator("#to")).hasValue(today.minusDays(1).toString());
    }

    @Test
    void aCaseOnPaperHoldsItsTextAndNothingToPress() {
        String number = changedThanksToACustomer("Ingen visste vem som hade nyckeln", "Nyckeln hänger i receptionen");
        Page page = logIn(open(Screen.DESKTOP, "sv"), "sara", "/cases/" + number);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

        assertThat(page.locator("h1.quote")).isVisible();
        assertThat(page.locator("#history")).isVisible();
        assertThat(page.locator(".sentence")).isVisible();
        assertThat(page.locator(".menu, .foot, .actions, .process").locator("visible=true"))
                .hasCount(0);
        assertThat(page.locator("button").locator("visible=true")).hasCount(0);
        picture(page, "case-printed");
    }

    /** Raised by sara, decided by karin, carried out by ola, and seen to work by sara. */
    private String changedThanksToACustomer(String words, String change) {
        String number = raised(words);
        command(
                "karin",
                number,
                "decision",
                "{\"verdict\": \"APPROVED\", \"reason\": \"Rimligt\", \"owner\": \"ola\"}");
        command("ola", number, "ownership", "{\"accept\": true}");
        command("ola", number, "action/completion", "{\"text\": \"" + change + "\"}");
        sql("update mandat.obligation set opens_at = opened_at where case_number = ? and state = 'OPEN'", number);
        command(
                "sara",
                number,
                "effect-review",
                "{\"verdict\": \"EFFECTIVE\", \"evidence\": {\"kind\": \"CUSTOMER_SAID\", \"text\": \"Hon kom in"
                        + " själv\"}}");
        return number;
    }

    private String raised(String words) {
        HttpResponse<String> answer = system.post(
                "sara",
                "/api/v1/cases",
                "{\"customerVoice\": {\"words\": \"" + words + "\", \"goal\": \"Komma fram\", \"outcome\": \"DETOUR\"},"
                        + " \"proposal\": {\"text\": \"Ändra\", \"cost\": 20000, \"reversible\": true}}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return RunningSystem.json(answer.body()).get("number").asText();
    }

    private void command(String by, String number, String call, String body) {
        HttpResponse<String> answer = system.send(system.request(by, "/api/v1/cases/" + number + "/" + call)
                .header("Content-Type", "application/json")
                .header("If-Match", "*")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private JsonNode changes(String query) {
        HttpResponse<String> answer = system.get("lina", "/api/v1/changes" + query);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return RunningSystem.json(answer.body());
    }

    private static Set<String> numbers(JsonNode changes) {
        return StreamSupport.stream(changes.path("items").spliterator(), false)
                .map(change -> change.path("case").asText())
                .collect(Collectors.toSet());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private void sql(String statement, String number) {
        try (Connection connection = system.database().getConnection();
                PreparedStatement prepared = connection.prepareStatement(statement)) {
            prepared.setString(1, number);
            assertThat(prepared.executeUpdate()).isEqualTo(1);
        } catch (SQLException e) {
            throw new IllegalStateException(statement, e);
        }
    }
}
