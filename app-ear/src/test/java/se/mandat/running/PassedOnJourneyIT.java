package se.mandat.running;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cases in a real browser that are taken back, sent on, understood anew, tried again, owned by nobody and asked about. */
class PassedOnJourneyIT extends PathJourney {

    @OnScreens
    void theRaiserTakesTheCaseBack(Screen screen, String language) {
        String number = raised("sara", 20_000, "");
        Page page = as("sara", number, screen, language);
        unfold(page, "/withdrawal");
        submit(page, "/withdrawal");
        assertThat(page.locator("#withdrawal-reason-wrong")).isVisible();
        page.locator("#withdrawal-reason").fill("Kunden ringde igen: det var ett missförstånd.");
        look(page, "path-withdrawal", screen, language);
        submit(page, "/withdrawal");
        assertThat(read(number).get("closedAs").asText()).isEqualTo("WITHDRAWN");
        look(page, "path-withdrawn", screen, language);
    }

    @OnScreens
    void aDecisionThatConcernsOtherUnitsGoesToWhomTheMandateNames(Screen screen, String language) {
        String number = raised("sara", 20_000, "");
        Page page = as("karin", number, screen, language);
        unfold(page, "/referral");
        page.locator("#referral-leadUnit").selectOption("nordvik/teknik/gata");
        page.locator("form[action$='/referral'] details.more > summary").click();
        page.locator("form[action$='/referral'] input[value='nordvik/medborgarservice/kundservice']")
                .check();
        look(page, "path-referral", screen, language);
        submit(page, "/referral");
        assertThat(page.locator("#referral-reason-wrong")).isVisible();
        assertThat(page.locator("#referral-leadUnit")).hasValue("nordvik/teknik/gata");
        page.locator("#referral-reason").fill("Skylten står på gatans mark.");
        submit(page, "/referral");
        look(page, "path-referred", screen, language);

        page = as("eva", number, screen, language);
        assertThat(page.locator("main")).containsText("Skylten står på gatans mark.");
        assertThat(page.locator("form.decide")).isVisible();
        look(page, "path-referred-to", screen, language);
    }

    @OnScreens
    void whoeverIsTooNearToDecideSendsItUp(Screen screen, String language) {
        String number = raised("sara", 20_000, "");
        Page page = as("karin", number, screen, language);
        unfold(page, "/referral");
        page.locator("#referral-reason").fill("Kunden är min bror.");
        look(page, "path-disqualified", screen, language);
        submit(page, "/referral");
        assertThat(page.locator("form.decide")).hasCount(0);

        page = as("per", number, screen, language);
        assertThat(page.locator("form.decide")).isVisible();
        assertThat(page.locator("main")).containsText("Kunden är min bror.");
        look(page, "path-disqualified-to", screen, language);
    }

    @OnScreens
    void howItWentIsUnderstoodAnew(Screen screen, String language) {
        String number = raised("sara", 20_000, "");
        Page page = as("karin", number, screen, language);
        unfold(page, "/outcome");
        page.locator("form[action$='/outcome'] input[value=HARMED]").check();
        page.locator("#outcome-reason").fill("Hon missade sin behandling.");
        look(page, "path-outcome", screen, language);
        submit(page, "/outcome");
        assertThat(read(number).get("severity").asText()).isEqualTo("HARMED");
        assertThat(page.locator(".voice .outcome.harmed")).isVisible();
        look(page, "path-outcome-corrected", screen, language);
    }

    @ParameterizedTest
    @CsvSource({"PHONE, sv, APPROVED, ACTING", "DESKTOP, sv, AMENDED, ASSIGNING", "DESKTOP, en, REJECTED, DECIDING"})
    void afterTwoReviewsWithoutEffectSomebodyDecidesHowToGoOn(
            Screen screen, String language, String verdict, String stage) {
        String number = raised("sara", 20_000, "");
        does("karin", number, "decision", "{\"verdict\": \"APPROVED\", \"reason\": \"Det ska gå\"}");
        for (int i = 0; i < 2; i++) {
            does("karin", number, "action/completion", "{\"text\": \"Sidan finns\"}");
            does(
                    "sara",
                    number,
                    "effect-review",
                    "{\"verdict\": \"NOT_EFFECTIVE\", \"evidence\": \"Ingen hittar dit\"}");
        }
        Page page = as("per", number, screen, language);
        page.locator("input[name=verdict][value=" + verdict + "]").check();
        page.locator("#decision-reason").fill("Så här går vi vidare.");
        if (stage.equals("ASSIGNING")) {
            page.locator("#decision-owner").selectOption("gun");
        }
        look(page, "path-failed-twice-" + verdict.toLowerCase(Locale.ROOT), screen, language);
        submit(page, "/decision");
        assertThat(read(number).get("stage").asText()).isEqualTo(stage);
        look(page, "path-after-failure-" + verdict.toLowerCase(Locale.ROOT), screen, language);
    }

    @OnScreens
    void whenTwoDoNotWantToOwnItTheirManagerNamesSomebody(Screen screen, String language) {
        String number = raised("sara", 20_000, "");
        does(
                "karin",
                number,
                "decision",
                "{\"verdict\": \"APPROVED\", \"reason\": \"Det ska gå\", \"owner\": \"lina\"}");
        Page page = as("lina", number, screen, language);
        look(page, "path-ownership", screen, language);
        unfold(page, "/ownership");
        page.locator("#ownership-betterOwner").selectOption("gun");
        page.locator("#ownership-reason").fill("Det är gatans skylt.");
        look(page, "path-ownership-decline", screen, language);
        page.locator("details.act form[action$='/ownership'] > button.button").click();
        page.waitForLoadState(LoadState.LOAD);
        look(page, "path-ownership-declined", screen, language);
        does(
                "gun",
                number,
                "ownership",
                "{\"accept\": false, \"betterOwner\": \"hugo\", \"reason\": \"Hugo kan skyltar\"}");

        page = as("tove", number, screen, language);
        assertThat(page.locator("main")).containsText("Det är gatans skylt.");
        assertThat(page.locator("#appointment-person-hint"))
                .containsText(language.equals("sv") ? "Två har tackat nej." : "Two have declined.");
        look(page, "path-appoint", screen, language);
        submit(page, "/appointment");
        assertThat(page.locator("#appointment-person-wrong")).isVisible();
        page.locator("#appointment-person").selectOption("hugo");
        submit(page, "/appointment");
        assertThat(read(number).get("owner").asText()).isEqualTo("hugo");
        look(page, "path-appointed", screen, language);
    }

    @OnScreens
    void theRaiserAsksAboutTheOutcomeAndIsAnswered(Screen screen, String language) {
        String number = raised("sara", 20_000, "");
        does("karin", number, "decision", "{\"verdict\": \"REJECTED\", \"reason\": \"Vi har redan en sida\"}");
        does("sara", number, "response", "{\"accept\": true}");
        Page page = as("sara", number, screen, language);
        look(page, "path-acknowledge", screen, language);
        unfold(page, "/acknowledgement");
        page.locator("#acknowledgement-question").fill("Vilken sida är det?");
        look(page, "path-question", screen, language);
        page.locator("details.act form[action$='/acknowledgement'] > button.button")
                .click();
        page.waitForLoadState(LoadState.LOAD);
        look(page, "path-asked", screen, language);

        page = as("karin", number, screen, language);
        assertThat(page.locator(".ask")).containsText("Vilken sida är det?");
        look(page, "path-answer", screen, language);
        page.locator("#answer-text").fill("Den heter Flytta och ligger under Boende.");
        submit(page, "/answer");

        page = as("sara", number, screen, language);
        assertThat(page.locator("main")).containsText("Den heter Flytta och ligger under Boende.");
        look(page, "path-answered", screen, language);
        submit(page, "/acknowledgement");
        assertThat(page.locator("form[action$='/acknowledgement']")).hasCount(0);
        look(page, "path-acknowledged", screen, language);
    }
}
