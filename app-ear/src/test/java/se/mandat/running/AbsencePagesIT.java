package se.mandat.running;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who is away says so on a page, changes it and comes back; a manager and a steward do it for others. */
class AbsencePagesIT extends BrowserTest {

    private static final String OWNED_BY_NOOR =
            """
            {"customerVoice": {"words": "Jag hittade inte boken", "goal": "Låna en bok", "outcome": "DETOUR"},
             "proposal": {"text": "En skylt", "cost": 0, "reversible": true}, "decision": {"owner": "noor"}}""";

    @ParameterizedTest
    @EnumSource
    void somebodySaysThatTheyWillBeAwayAndThatTheyAreBack(Screen screen) {
        Page page = open(screen, "sv");
        logIn(page, "noor", "/absence");
        page.locator("#new-first").fill("2041-05-06");
        page.locator("#new-last").fill("2041-05-02");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Ange frånvaron"))
                .click();
        assertThat(page.locator("#new-last-wrong").isVisible()).isTrue();
        look(page, "absence-wrong", screen, "sv");
        page.locator("#new-last").fill("2041-05-10");
        page.locator("#new-substitute").selectOption("bodil");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Ange frånvaron"))
                .click();
        assertThat(page.locator(".flash").textContent()).contains("Frånvaron är angiven");
        assertThat(page.locator("main").textContent()).contains("Bodil").contains("ersättare");
        look(page, "absence-mine", screen, "sv");
        page.locator("summary.button").first().click();
        page.locator("details[open] input[name=last]").fill("2041-05-12");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Spara ändringen"))
                .click();
        assertThat(page.locator(".flash").textContent()).contains("Frånvaron är ändrad");
        page.locator("button.danger").first().click();
        assertThat(page.locator(".flash").textContent()).contains("Frånvaron är slut");
    }

    @ParameterizedTest
    @EnumSource
    void aManagerNamesItForTheUnitAndAStewardForAnybody(Screen screen) {
        Page page = open(screen, "en");
        logIn(page, "en", "bodil", "/units/nordvik/medborgarservice/bibliotek/absences");
        page.locator("#new-person").selectOption("noor");
        page.locator("#new-first").fill("2042-05-06");
        page.locator("#new-last").fill("2042-05-07");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Name the absence"))
                .click();
        assertThat(page.locator("main").textContent()).contains("The manager stands in");
        look(page, "absence-unit", screen, "en");
        page.locator("button.danger").first().click();
        assertThat(page.locator(".flash").textContent()).contains("The absence is over");

        Page steward = open(screen, "en");
        logIn(steward, "en", "sten", "/steward/absences");
        steward.locator("#new-person").selectOption("tove");
        steward.locator("#new-first").fill("2043-05-06");
        steward.locator("#new-last").fill("2043-05-07");
        steward.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Name the absence"))
                .click();
        assertThat(steward.locator("main").textContent()).contains("Tove");
        look(steward, "absence-all", screen, "en");
        steward.locator("button.danger").last().click();
        assertThat(steward.locator(".flash").textContent()).contains("The absence is over");
    }

    @ParameterizedTest
    @EnumSource
    void aManagerMovesWhatSomebodyInTheUnitOwes(Screen screen) {
        String number = RunningSystem.json(
                        system.post("noor", "/api/v1/cases", OWNED_BY_NOOR).body())
                .get("number")
                .asText();
        Page page = open(screen, "sv");
        logIn(page, "bodil", "/units/nordvik/medborgarservice/bibliotek/obligations?kind=ACT");
        Locator tick = page.locator("input[name=obligations][aria-label*='" + number + "']");
        tick.check();
        page.locator("#handover-to").selectOption("hugo");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Flytta de valda"))
                .click();
        assertThat(page.locator("#handover-reason-wrong").isVisible()).isTrue();
        assertThat(page.locator("input[name=obligations][aria-label*='" + number + "']")
                        .isChecked())
                .isTrue();
        look(page, "handover", screen, "sv");
        page.locator("#handover-reason").fill("Noor byter tjänst");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Flytta de valda"))
                .click();
        assertThat(page.locator(".flash").textContent()).contains("flyttade");
        assertThat(page.locator("input[name=obligations][aria-label*='" + number + "']")
                        .count())
                .isZero();
    }
}
