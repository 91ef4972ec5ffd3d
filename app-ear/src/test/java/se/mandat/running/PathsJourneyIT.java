package se.mandat.running;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import org.junit.jupiter.api.Test;

/** The other paths of a case's life in a real browser: people who do not agree, pass on, help, and meet more customers. */
class PathsJourneyIT extends PathJourney {

    @OnScreens
    void aRejectionIsAppealedAndTheNextManagerUpDecides(Screen screen, String language) {
        String number = raised("sara", 20_000, "");
        Page page = as("karin", number, screen, language);
        page.locator("input[name=verdict][value=REJECTED]").check();
        assertThat(page.locator("#decision-owner")).isHidden();
        page.locator("#decision-reason").fill("Vi har redan en sådan sida.");
        submit(page, "/decision");

        page = as("sara", number, screen, language);
        look(page, "path-respond", screen, language);
        submit(page, "/appeal");
        assertThat(page.locator("#appeal-reason-wrong")).isVisible();
        page.locator("#appeal-reason").fill("Den sidan hittar ingen.");
        submit(page, "/appeal");
        look(page, "path-appealed", screen, language);

        page = as("per", number, screen, language);
        assertThat(page.locator(".decide .ask")).containsText("Den sidan hittar ingen.");
        look(page, "path-appeal", screen, language);
        page.locator("input[name=verdict][value=APPROVED]").check();
        page.locator("#decision-reason").fill("Kunderna hittar inte den gamla.");
        submit(page, "/decision");
        assertThat(read(number).get("stage").asText()).isNotEqualTo("DECIDING");
        look(page, "path-appeal-decided", screen, language);
    }

    @OnScreens
    void aManagerObjectsAndTheirManagerStopsTheWork(Screen screen, String language) {
        String number = acting("amir");
        Page page = as("karin", number, screen, language);
        look(page, "path-objector", screen, language);
        unfold(page, "/objection");
        page.locator("#objection-reason").fill("Webben hinner inte före nyår.");
        look(page, "path-objecting", screen, language);
        submit(page, "/objection");

        page = as("per", number, screen, language);
        look(page, "path-objection", screen, language);
        page.locator("input[name=verdict][value=REJECTED]").check();
        page.locator("#decision-reason").fill("Vi väntar till våren.");
        submit(page, "/decision");

        page = as("amir", number, screen, language);
        look(page, "path-overturned", screen, language);
        submit(page, "/response");
        assertThat(read(number).get("closedAs").asText()).isEqualTo("REJECTED");
        page.locator("a[href='/raise?recurrenceOf=" + number + "']").click();
        assertThat(page.locator(".again")).containsText(number);
        look(page, "path-again", screen, language);
    }

    @OnScreens
    void theOwnerHandsOverAndTheNewOneTakesOver(Screen screen, String language) {
        String number = acting("amir");
        Page page = as("amir", number, screen, language);
        unfold(page, "/handover");
        page.locator("#handover-to").selectOption("ola");
        page.locator("#handover-reason").fill("Jag byter tjänst på måndag.");
        submit(page, "/handover");
        look(page, "path-handover-offered", screen, language);

        page = as("ola", number, screen, language);
        assertThat(page.locator(".ask").first()).containsText("Jag byter tjänst på måndag.");
        look(page, "path-handover", screen, language);
        submit(page, "/ownership");
        assertThat(read(number).get("owner").asText()).isEqualTo("ola");
        look(page, "path-handed-over", screen, language);
    }

    @OnScreens
    void aColleagueContributesAndTheActionWaitsForThem(Screen screen, String language) {
        String number = acting("amir");
        Page page = as("amir", number, screen, language);
        unfold(page, "/action");
        page.locator("#action-what").fill("En enda sida för adressbyte");
        page.locator("#action-dueOn").fill(page.locator("#action-dueOn").getAttribute("max"));
        page.locator("form[action$='/action'] details.more > summary").first().click();
        page.locator("#action-contributors-0-to").selectOption("hugo");
        page.locator("form[action$='/action'] details.more details.more > summary")
                .first()
                .click();
        page.locator("#action-contributors-1-to").selectOption("nordvik/teknik/vatten");
        page.locator("#action-contributors-1-what").fill("Se efter att brunnen syns");
        look(page, "path-plan", screen, language);
        submit(page, "/action");
        assertThat(page.locator("#action-contributors-0-what-wrong")).isVisible();
        assertThat(page.locator("#action-contributors-0-to")).hasValue("hugo");
        page.locator("#action-contributors-0-what").fill("Rita kartan till sidan");
        submit(page, "/action");
        assertThat(page.locator("form[action$='/action/completion']")).hasCount(0);
        assertThat(page.locator("main")).containsText("Ola Berg");
        look(page, "path-contribution-asked", screen, language);
        page.locator("li:has-text('Ola Berg') details.act > summary").click();
        page.locator("li:has-text('Ola Berg') form[action$='/cancellation'] textarea")
                .fill("Brunnen syns inte på kartan.");
        look(page, "path-contribution-cancel", screen, language);
        submit(page, "/cancellation");

        page = as("hugo", number, screen, language);
        look(page, "path-contribution", screen, language);
        unfold(page, "/decline");
        look(page, "path-contribution-decline", screen, language);
        unfold(page, "/completion");
        page.locator("form[action$='/completion'] textarea").fill("Kartan är ritad.");
        submit(page, "/completion");
        assertThat(page.locator("main")).containsText("Kartan är ritad.");

        page = as("amir", number, screen, language);
        assertThat(page.locator("form[action$='/action/completion']")).hasCount(1);
        look(page, "path-contributed", screen, language);
    }

    @Test
    void whatIsNewSinceTheReaderLastLookedIsMarkedOnce() {
        String number = acting("amir");
        Page page = as("amir", number, Screen.PHONE, "sv");
        assertThat(page.locator(".trail .fresh")).hasCount(0);

        page = as("noor", number, Screen.PHONE, "sv");
        page.locator("form[action$='/following'] button").click();
        page.waitForLoadState(LoadState.LOAD);
        assertThat(page.locator(".trail .fresh")).hasCount(0);

        page = as("amir", number, Screen.PHONE, "sv");
        assertThat(page.locator("a[href='#history']")).isVisible();
        assertThat(page.locator(".trail .fresh")).hasCount(1);
        look(page, "path-news", Screen.PHONE, "sv");
        page.locator("form[action='/language'] button").click();
        assertThat(page.locator("html")).hasAttribute("lang", "en");
        assertThat(page.locator(".trail .fresh")).hasCount(1);
        page.reload();
        assertThat(page.locator(".trail .fresh")).hasCount(0);
    }

    @OnScreens
    void anotherCustomersVoiceIsAddedAndTheCaseIsMergedIntoAnother(Screen screen, String language) {
        String into = acting("sara");
        String number = acting("amir");
        Page page = as("noor", number, screen, language);
        unfold(page, "/voices");
        page.locator("#voices-customerVoice-words").fill("Jag letade i en timme");
        look(page, "path-voice", screen, language);
        submit(page, "/voices");
        assertThat(page.locator("#voices-customerVoice-goal-wrong")).isVisible();
        assertThat(page.locator("#voices-customerVoice-words")).hasValue("Jag letade i en timme");
        page.locator("#voices-customerVoice-goal").fill("Byta adress före flytten");
        page.locator("form[action$='/voices'] input[value=NOT_REACHED]").check();
        submit(page, "/voices");
        page.locator("form[action$='/following'] button").click();
        page.waitForLoadState(LoadState.LOAD);
        look(page, "path-voices", screen, language);

        page = as("amir", number, screen, language);
        unfold(page, "/messages");
        page.locator("#messages-text").fill("Jag slår ihop det här med Saras ärende.");
        submit(page, "/messages");
        unfold(page, "/merge");
        page.locator("#merge-into").fill(number);
        page.locator("#merge-reason").fill("Samma sak har hänt två kunder.");
        submit(page, "/merge");
        assertThat(page.locator("#merge-into-wrong")).isVisible();
        look(page, "path-merge", screen, language);
        page.locator("#merge-into").fill(into);
        submit(page, "/merge");
        look(page, "path-merged", screen, language);
        page.locator("#act a[href='/cases/" + into + "']").click();
        assertThat(page.locator(".another")).hasCount(2);
        look(page, "path-merged-into", screen, language);
    }

    @OnScreens
    void theWordsOfASensitiveCaseAreForThoseWhoWorkWithIt(Screen screen, String language) {
        String number = raised("sara", 20_000, ", \"sensitive\": true");
        Page page = as("karin", number, screen, language);
        assertThat(page.locator("h1")).containsText("Jag gav upp");
        look(page, "path-sensitive", screen, language);

        page = as("noor", number, screen, language);
        assertThat(page.locator("h1")).containsText("Byta adress");
        assertThat(page.locator("main")).not().containsText("Jag gav upp");
        assertThat(page.locator("main")).not().containsText("En sida");
        look(page, "path-hidden", screen, language);
        page.navigate(system.at("/cases/" + number + "/history").toString());
        assertThat(page.locator("main")).not().containsText("Jag gav upp");
        assertThat(page.locator("main")).not().containsText("En sida");
        look(page, "path-hidden-history", screen, language);
        page.navigate(system.at("/cases").toString());
        look(page, "path-hidden-cases", screen, language);
    }
}
