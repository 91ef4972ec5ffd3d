package se.mandat.running;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.net.http.HttpRequest;

/** What people choose about being told, what stewards see of mails that did not arrive, and what is unread. */
class MailPagesIT extends BrowserTest {

    @OnScreens
    void somebodyChoosesADigestAndMakesAndRemovesACalendar(Screen screen, String language) {
        Page page = logIn(open(screen, language), language, "lina", "/settings");
        look(page, "settings", screen, language);
        page.locator("input[name=mail][value=DIGEST]").check();
        page.locator("form[action='/settings/mail'] button").click();
        assertThat(page.locator(".flash")).isVisible();
        assertThat(page.locator("input[name=mail][value=DIGEST]")).isChecked();

        page.locator("form[action='/settings/calendar'] button").click();
        assertThat(page.locator(".notice code")).containsText("/calendar/");
        look(page, "settings-calendar", screen, language);
        page.navigate(system.at("/settings").toString());
        assertThat(page.locator(".notice code")).hasCount(0);
        page.locator("form[action='/settings/calendar/revocation'] button").click();
        assertThat(page.locator("form[action='/settings/calendar/revocation']")).hasCount(0);

        page.locator("input[name=mail][value=AT_ONCE]").check();
        page.locator("form[action='/settings/mail'] button").click();
        assertThat(page.locator("input[name=mail][value=AT_ONCE]")).isChecked();
    }

    @OnScreens
    void stewardsAloneSeeWhatDidNotArrive(Screen screen, String language) {
        Page page = logIn(open(screen, language), language, "stina", "/steward/mail");
        look(page, "dead-letters", screen, language);
        page = logIn(open(screen, language), language, "lina", "/");
        assertThat(page.locator("a[href='/steward/mail']")).hasCount(0);
        assertThat(page.navigate(system.at("/steward/mail").toString()).status())
                .isEqualTo(403);
    }

    @OnScreens
    void whatIsUnreadIsCountedOnEveryPageAndReadWithTheCase(Screen screen, String language) {
        Page page = logIn(open(screen, language), language, "sara", "/");
        if (unread(page) > 0) {
            page.locator("form[action='/news/seen'] button").last().click();
        }
        String number = decidedFor("sara");
        page.navigate(system.at("/cases").toString());
        int before = unread(page);
        assertThat(before).isPositive();
        look(page, "unread", screen, language);
        page.navigate(system.at("/cases/" + number).toString());
        assertThat(unread(page)).isLessThan(before);
        page.navigate(system.at("/").toString());
        if (unread(page) > 0) {
            page.locator("form[action='/news/seen'] button").last().click();
        }
        assertThat(page.locator(".menu .count")).hasCount(0);
    }

    private static int unread(Page page) {
        return page.locator(".menu .count").count() == 0
                ? 0
                : Integer.parseInt(
                        page.locator(".menu .count").first().innerText().replaceAll("\\D", ""));
    }

    /** A case of this person's of which their manager has told them something. */
    private String decidedFor(String raiser) {
        String number = RunningSystem.json(system.post(
                                raiser,
                                "/api/v1/cases",
                                """
                                {"customerVoice": {"words": "Kön stod ända ut på gatan", "goal": "Hämta ett paket",
                                  "outcome": "DETOUR"},
                                 "proposal": {"text": "En disk till", "cost": 30000, "reversible": true}}
                                """)
                        .body())
                .path("number")
                .asText();
        system.send(system.request("karin", "/api/v1/cases/" + number + "/decision")
                .header("Content-Type", "application/json")
                .header("If-Match", "*")
                .POST(HttpRequest.BodyPublishers.ofString("{\"verdict\": \"APPROVED\", \"reason\": \"Det behövs\"}"))
                .build());
        return number;
    }
}
