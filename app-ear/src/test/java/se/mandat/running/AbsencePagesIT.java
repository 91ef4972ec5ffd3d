package se.mandat.running;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** Who is away says so on a page, changes it and comes back; a manager and a steward do it for others. */
class AbsencePagesIT extends BrowserTest {

    private static final String OWNED_BY_NOOR =
            """
            {"customerVoice": {"words": "Jag hittade inte boken", "goal": "Låna en bok", "outcome": "DETOUR"},
             "proposal": {"text": "En skylt", "cost": 0, "reversible": true}, "decision": {"owner": "noor"}}""";

    @OnScreens
    void somebodySaysThatTheyWillBeAwayAndThatTheyAreBack(Screen screen, String language) {
        Page page = open(screen, language);
        logIn(page, language, "noor", "/absence");
        page.locator("#new-first").fill("2041-05-06");
        page.locator("#new-last").fill("2041-05-02");
        press(page, language, "Ange frånvaron", "Register the absence");
        assertThat(page.locator("#new-last-wrong").isVisible()).isTrue();
        look(page, "absence-wrong", screen, language);
        page.locator("#new-last").fill("2041-05-10");
        page.locator("#new-substitute").selectOption("bodil");
        press(page, language, "Ange frånvaron", "Register the absence");
        assertThat(page.locator(".flash").textContent())
                .contains(in(language, "Frånvaron är angiven", "The absence is registered"));
        assertThat(page.locator("main").textContent())
                .contains("Bodil")
                .contains(in(language, "ersättare", "the substitute"));
        look(page, "absence-mine", screen, language);
        page.locator("summary.button").first().click();
        page.locator("details[open] input[name=last]").fill("2041-05-12");
        press(page, language, "Spara ändringen", "Save the change");
        assertThat(page.locator(".flash").textContent())
                .contains(in(language, "Frånvaron är ändrad", "The absence is changed"));
        page.locator("button.danger").first().click();
        assertThat(page.locator(".flash").textContent())
                .contains(in(language, "Frånvaron är slut", "The absence is over"));
    }

    @OnScreens
    void aManagerNamesItForTheUnitAndAStewardForAnybody(Screen screen, String language) {
        Page page = open(screen, language);
        logIn(page, language, "bodil", "/units/nordvik/medborgarservice/bibliotek/absences");
        page.locator("#new-person").selectOption("noor");
        page.locator("#new-first").fill("2042-05-06");
        page.locator("#new-last").fill("2042-05-07");
        press(page, language, "Ange frånvaron", "Register the absence");
        assertThat(page.locator("main").textContent())
                .contains(in(language, "Chefen träder in", "The manager stands in"));
        look(page, "absence-unit", screen, language);
        page.locator("button.danger").first().click();
        assertThat(page.locator(".flash").textContent())
                .contains(in(language, "Frånvaron är slut", "The absence is over"));

        Page steward = open(screen, language);
        logIn(steward, language, "sten", "/steward/absences");
        steward.locator("#new-person").selectOption("tove");
        steward.locator("#new-first").fill("2043-05-06");
        steward.locator("#new-last").fill("2043-05-07");
        press(steward, language, "Ange frånvaron", "Register the absence");
        assertThat(steward.locator("main").textContent()).contains("Tove");
        look(steward, "absence-all", screen, language);
        steward.locator("button.danger").last().click();
        assertThat(steward.locator(".flash").textContent())
                .contains(in(language, "Frånvaron är slut", "The absence is over"));
    }

    @OnScreens
    void aManagerMovesWhatSomebodyInTheUnitOwes(Screen screen, String language) {
        String number = RunningSystem.json(
                        system.post("noor", "/api/v1/cases", OWNED_BY_NOOR).body())
                .get("number")
                .asText();
        Page page = open(screen, language);
        logIn(page, language, "bodil", "/units/nordvik/medborgarservice/bibliotek/obligations?kind=ACT");
        Locator tick = page.locator("input[name=obligations][aria-label*='" + number + "']");
        while (tick.count() == 0) {
            page.locator(".pages a[rel=next]").click();
        }
        tick.check();
        page.locator("#handover-to").selectOption("hugo");
        press(page, language, "Flytta de valda", "Move the chosen");
        assertThat(page.locator("#handover-reason-wrong").isVisible()).isTrue();
        assertThat(page.locator("input[name=obligations][aria-label*='" + number + "']")
                        .isChecked())
                .isTrue();
        look(page, "handover", screen, language);
        page.locator("#handover-reason").fill("Noor byter tjänst");
        press(page, language, "Flytta de valda", "Move the chosen");
        assertThat(page.locator(".flash").textContent()).contains(in(language, "flyttade", "are moved"));
        assertThat(page.locator("input[name=obligations][aria-label*='" + number + "']")
                        .count())
                .isZero();
    }

    private static void press(Page page, String language, String swedish, String english) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(in(language, swedish, english)))
                .click();
    }

    private static String in(String language, String swedish, String english) {
        return language.equals("sv") ? swedish : english;
    }
}
