package se.mandat.running;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A promise to customers on its way over the pages: given, broken, withdrawn. */
class PromisePagesIT extends BrowserTest {

    private static final String CONSEQUENCE = "Vi ringer upp, ber om ursäkt och säger när svaret kommer.";

    @OnScreens
    void whatAStewardPromisesIsBrokenSeenOnTheCaseAndWithdrawn(Screen screen, String language) {
        String text = "Vi svarar inom två arbetsdagar, " + screen + language;
        Page stina = logIn(open(screen, language), language, "stina", "/steward");
        stina.locator("main a[href='/steward/promises']").click();
        stina.locator("#text").fill(text);
        stina.locator("form[action='/steward/promises'] .button").click();
        assertThat(stina.locator("#consequence-wrong")).isVisible();
        assertThat(stina.locator("#text")).hasValue(text);
        look(stina, "promises-wrong", screen, language);
        stina.locator("#consequence").fill(CONSEQUENCE);
        stina.locator("form[action='/steward/promises'] .button").click();
        assertThat(promise(stina, text)).hasCount(1);
        look(stina, "promises", screen, language);

        Page sara = logIn(open(screen, language), language, "sara", "/raise");
        sara.locator("#customerVoice-words").fill("Jag väntade i en vecka på svar");
        sara.locator("#customerVoice-goal").fill("Få veta om avgiften stämmer");
        sara.locator("input[name='customerVoice.outcome'][value=DETOUR]").check();
        sara.locator("#promise").selectOption(id(text));
        look(sara, "raise-promise", screen, language);
        sara.locator("button[value=draft]").click();
        assertThat(sara).hasURL(Pattern.compile("/drafts/U-"));
        assertThat(sara.locator("#promise")).hasValue(id(text));
        sara.locator("#send").click();
        assertThat(sara.locator(".breach")).containsText(text);
        assertThat(sara.locator(".breach")).containsText(CONSEQUENCE);
        look(sara, "case-breach", screen, language);

        Page again = logIn(open(screen, language), language, "stina", "/steward/promises");
        promise(again, text).locator("details > summary").click();
        promise(again, text).locator("details button").click();
        assertThat(again.locator("[aria-labelledby=withdrawn] li").filter(new Locator.FilterOptions().setHasText(text)))
                .hasCount(1);
        look(again, "promises-withdrawn", screen, language);

        Page auditor = logIn(open(screen, language), language, "astrid", "/steward/promises");
        assertThat(auditor.locator("main form")).hasCount(0);
        auditor.locator("a[href='/cases?promise=" + id(text) + "']").click();
        assertThat(auditor.locator("main ol.rows > li")).hasCount(1);
    }

    @Test
    void aPromiseThatIsWithdrawnMeanwhileIsSaidToBeAndNothingTypedIsLost() {
        String promise = RunningSystem.json(system.post(
                                "stina",
                                "/api/v1/promises",
                                "{\"text\": \"Vi hör av oss\", \"consequence\": \"Vi ber om ursäkt\"}")
                        .body())
                .path("id")
                .asText();
        Page page = logIn(openWithoutScripts(), "sara", "/raise");
        page.locator("#customerVoice-words").fill("Ingen hörde av sig");
        page.locator("#customerVoice-goal").fill("Få veta hur det går");
        page.locator("input[name='customerVoice.outcome'][value=DETOUR]").check();
        page.locator("#promise").selectOption(promise);
        page.locator("#send").click();
        assertThat(page.locator(".notice[role=status]")).isVisible();
        system.post("stina", "/api/v1/promises/" + promise + "/withdrawal", "");
        page.locator("#send").click();
        assertThat(page.locator("#promise-wrong")).isVisible();
        assertThat(page.locator("#promise")).hasValue(promise);
        assertThat(page.locator("#customerVoice-words")).hasValue("Ingen hörde av sig");
        picture(page, "raise-promise-withdrawn-phone-sv");

        page.locator("#promise").selectOption("");
        page.locator("#send").click();
        assertThat(page.locator("h1.quote")).containsText("Ingen hörde av sig");
        assertThat(page.locator(".breach")).hasCount(0);
    }

    private static Locator promise(Page page, String text) {
        return page.locator("[aria-labelledby=in-force] li").filter(new Locator.FilterOptions().setHasText(text));
    }

    private String id(String text) {
        for (JsonNode one : RunningSystem.json(
                        system.get("sara", "/api/v1/promises").body())
                .path("items")) {
            if (one.path("text").asText().equals(text)) {
                return one.path("id").asText();
            }
        }
        throw new AssertionError("nobody has promised " + text);
    }
}
