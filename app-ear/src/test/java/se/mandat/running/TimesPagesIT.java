package se.mandat.running;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import se.mandat.worktime.WorkingCalendar;

/** How people move due times: more time, pauses, closing days. */
class TimesPagesIT extends BrowserTest {

    @OnScreens
    void moreTimeIsAskedForAndGivenAndTheClockStandsStill(Screen screen, String language) {
        String number = RunningSystem.json(system.post(
                                "hugo",
                                "/api/v1/cases",
                                "{\"customerVoice\": {\"words\": \"Jag kom inte in\", \"goal\": \"Komma in\","
                                        + " \"outcome\": \"DETOUR\"}, \"proposal\": {\"text\": \"En ramp\","
                                        + " \"cost\": 0, \"reversible\": true}, \"decision\": {\"owner\": \"hugo\"}}")
                        .body())
                .path("number")
                .asText();
        Page hugo = logIn(open(screen, language), language, "hugo", "/cases/" + number);
        unfold(hugo, "/extensions");
        hugo.locator("form[action$='/extensions'] input[name=dueOn]").fill(dayAfterDue(number));
        hugo.locator("form[action$='/extensions'] button").click();
        assertThat(hugo.locator("form[action$='/extensions'] .mistake")).hasCount(1);
        look(hugo, "extension-wrong", screen, language);
        hugo.locator("form[action$='/extensions'] textarea").fill("Leverantören är sen");
        hugo.locator("form[action$='/extensions'] button").click();
        assertThat(hugo.locator("form[action$='/extensions']")).hasCount(0);

        Page gun = logIn(open(screen, language), language, "gun", "/");
        assertThat(gun.locator(".questions")).containsText("Leverantören är sen");
        look(gun, "todo-question", screen, language);
        gun.locator(".questions a[href^='/cases/" + number + "']").click();
        gun.locator("form[action$='/decision'] button[value=true]").click();
        unfold(gun, "/pauses");
        gun.locator("form[action$='/pauses'] input[name=until]").fill(soon());
        gun.locator("form[action$='/pauses'] textarea").fill("Länsstyrelsen ska svara");
        gun.locator("form[action$='/pauses'] button").click();
        assertThat(gun.locator("form[action$='/end']")).hasCount(1);
        look(gun, "case-paused", screen, language);

        assertThat(gun.locator("#act .sentence")).containsText(language.equals("sv") ? "Pausat till" : "Paused until");
        gun.locator("form[action$='/end'] button").click();
        assertThat(gun.locator("form[action$='/end']")).hasCount(0);
    }

    @OnScreens
    void aStewardClosesAUnitOnADayAndOpensItAgain(Screen screen, String language) {
        String day = LocalDate.of(2030, 5, 7)
                .plusWeeks(screen.ordinal())
                .plusDays(language.equals("sv") ? 0 : 1)
                .toString();
        Page page = logIn(open(screen, language), language, "stina", "/steward/closing-days");
        Locator form = page.locator("form[action='/steward/closing-days']");
        form.locator("select[name=unit]").selectOption("nordvik/ekonomi");
        form.locator("input[name=day]").fill(day);
        form.locator("button[name=ask]").click();
        assertThat(page.locator("[role=status].answer-given")).hasCount(1);
        form.locator(".button").first().click();
        assertThat(page.locator(".mistake")).hasCount(1);
        form.locator("input[name=reason]").fill("Planeringsdag");
        form.locator(".button").first().click();
        assertThat(page.locator("form[action$='/removal']")).not().hasCount(0);
        look(page, "closing-days", screen, language);
        int before = page.locator("form[action$='/removal']").count();
        page.locator("form[action$='/removal'] button").first().click();
        assertThat(page.locator("form[action$='/removal']")).hasCount(before - 1);

        Page auditor = logIn(open(screen, language), language, "astrid", "/steward/closing-days");
        assertThat(auditor.locator("main form")).hasCount(0);
    }

    @OnScreens
    void aStewardKeepsAnEveOpenForAUnitAndClosesItAgain(Screen screen, String language) {
        Page page = logIn(open(screen, language), language, "stina", "/steward/closing-days");
        assertThat(page.locator("section[aria-labelledby=eves] ul"))
                .containsText(language.equals("sv") ? "Midsommarafton" : "Midsummer’s Eve");
        Locator form = page.locator("form[action$='/eves']");
        String eve = form.locator("select[name=day] option").last().getAttribute("value");
        form.locator("select[name=unit]").selectOption("nordvik/kansli");
        form.locator("select[name=day]").selectOption(eve);
        form.locator("button[name=ask]").click();
        assertThat(page.locator("[role=status].answer-given")).hasCount(1);
        form.locator(".button").first().click();
        assertThat(page.locator(".mistake")).hasCount(1);
        form.locator("input[name=reason]").fill("Snöjour");
        form.locator(".button").first().click();
        Locator closing = page.locator("li:has-text('Snöjour') > form[action$='/closing'] button");
        assertThat(closing).hasCount(1);
        look(page, "open-eve", screen, language);

        form.locator("select[name=unit]").selectOption("nordvik/kansli");
        form.locator("select[name=day]").selectOption(eve);
        form.locator("input[name=reason]").fill("Igen");
        form.locator(".button").first().click();
        assertThat(page.locator(".mistake")).hasCount(1);
        closing.click();
        assertThat(closing).hasCount(0);
    }

    private String dayAfterDue(String number) {
        JsonNode owed = RunningSystem.json(
                        system.get("hugo", "/api/v1/cases/" + number).body())
                .path("obligations")
                .get(0);
        LocalDate due = OffsetDateTime.parse(owed.path("dueAt").asText())
                .atZoneSameInstant(WorkingCalendar.ZONE)
                .toLocalDate();
        assertThat(owed.path("rights").toString()).contains("extensions");
        return WorkingCalendar.standard().nextWorkingDay(due).toString();
    }

    private static String soon() {
        return WorkingCalendar.standard()
                .nextWorkingDay(LocalDate.now(WorkingCalendar.ZONE).plusDays(7))
                .toString();
    }
}
