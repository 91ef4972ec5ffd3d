package se.mandat.running;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The main job in a real browser, by each role, on a phone and on a desk, in both languages. */
class JourneysIT extends BrowserTest {

    private static final Pattern NUMBER = Pattern.compile("M-\\d{4}-\\d{4,}");

    @OnScreens
    void frontlineDecidesWithinTheMandateDoesItAndSomebodyElseSeesTheEffect(Screen screen, String language) {
        Page page = open(screen, language);
        logIn(page, language, "amir", "/raise");
        look(page, "raise-empty", screen, language);

        writeCase(page, "Jag ville bara byta adress men skickades runt", "0");
        answers(page, "OWN");
        look(page, "raise-own", screen, language);
        String number = send(page);

        look(page, "case-acting", screen, language);
        unfold(page, "/action");
        page.locator("#action-what").fill("En enda sida för adressbyte");
        page.locator("#action-dueOn").fill(page.locator("#action-dueOn").getAttribute("max"));
        submit(page, "/action");
        progress(page, "Halvvägs");
        complete(page);
        look(page, "case-reviewing", screen, language);

        page = logIn(open(screen, language), language, reviewer(number), "/cases/" + number);
        look(page, "case-review", screen, language);
        review(page, "NOT_EFFECTIVE", "Kunden gick vilse igen");
        assertThat(stage(number)).isEqualTo("ACTING");
    }

    @OnScreens
    void whatIsBeyondTheMandateIsDecidedOwnedDoneReviewedAndClosed(Screen screen, String language) {
        Page page = logIn(open(screen, language), language, "sara", "/raise");
        writeCase(page, "Jag fick vänta i tre timmar utan att någon sa varför", "20000");
        answers(page, "MANAGER");
        look(page, "raise-manager", screen, language);
        String number = send(page);
        look(page, "case-deciding", screen, language);

        page = logIn(open(screen, language), language, "karin", "/");
        look(page, "todo-manager", screen, language);
        page.navigate(system.at("/cases/" + number).toString());
        page.locator("input[name=verdict][value=APPROVED]").check();
        submit(page, "/decision");
        assertThat(page.locator("#decision-reason-wrong")).isVisible();
        look(page, "decision-mistakes", screen, language);
        page.locator("#decision-reason").fill("Den som väntar ska få veta varför.");
        page.locator("#decision-owner").selectOption("ola");
        submit(page, "/decision");

        page = logIn(open(screen, language), language, "ola", "/cases/" + number);
        look(page, "case-assigning", screen, language);
        submit(page, "/ownership");
        complete(page);

        page = logIn(open(screen, language), language, "sara", "/cases/" + number);
        assertThat(page.locator("form.review input[value=EFFECTIVE]")).hasCount(0);
        letTheReviewDateCome(number);
        page.reload();
        review(page, "EFFECTIVE", "Hon fick veta det direkt");
        look(page, "case-closed", screen, language);
        assertThat(stage(number)).isEqualTo("CLOSED");
    }

    @OnScreens
    void anAuditorReadsEverythingChangesNothingAndVerifiesTheHistory(Screen screen, String language) {
        String number = raised("hugo");
        Page page = logIn(open(screen, language), language, "astrid", "/");
        look(page, "todo-auditor", screen, language);
        assertThat(page.locator("a[href='/raise']")).hasCount(0);

        page.navigate(system.at("/cases").toString());
        look(page, "cases", screen, language);
        page.locator("#q").fill(number);
        page.locator("#q").press("Enter");
        page.locator("a[href='/cases/" + number + "']").click();
        assertThat(page.locator(".actions form")).hasCount(0);
        look(page, "case-auditor", screen, language);

        page.locator("a[href='/cases/" + number + "/history']").click();
        page.locator("button[name=verify]").click();
        assertThat(page.locator("#verdict.whole")).isVisible();
        look(page, "history", screen, language);
        page.navigate(system.at("/organisation").toString());
        look(page, "organisation", screen, language);
    }

    @OnScreens
    void aDraftIsKeptForItsAuthorAndBecomesACase(Screen screen, String language) {
        Page page = logIn(open(screen, language), language, "noor", "/raise");
        page.locator("#customerVoice-words").fill("Boken fanns inte där den skulle");
        page.locator("button[value=draft]").click();
        page.waitForLoadState();
        page.navigate(system.at("/drafts").toString());
        look(page, "drafts", screen, language);
        page.locator("li.draft a.button").first().click();
        assertThat(page.locator("#customerVoice-words")).hasValue("Boken fanns inte där den skulle");
        page.locator("#customerVoice-goal").fill("Låna boken");
        page.locator("input[name='customerVoice.outcome'][value=DETOUR]").check();
        assertThat(page.locator("#send")).not().hasText(page.locator("#send").getAttribute("data-unasked"));
        look(page, "draft", screen, language);

        assertThat(stage(send(page))).isEqualTo("DECIDING");
    }

    @OnScreens
    void whoeverWritesWhatOthersHaveMetWithSeesTheirCasesAndLosesNothing(Screen screen, String language) {
        Alike alike = Alike.ALL.get(screen.ordinal() * 2 + (language.equals("sv") ? 0 : 1));
        String words = alike.words();
        String number = raised("hugo", alike.known());
        system.takeGists();
        Page page = logIn(open(screen, language), language, "sara", "/raise");
        writeCase(page, words, "0");

        Locator link = page.locator("#answer .similar .quote a[href='/cases/" + number + "']");
        assertThat(link).isVisible();
        answers(page, "OWN");
        look(page, "raise-similar", screen, language);
        Page beside = page.waitForPopup(link::click);
        beside.waitForLoadState();
        assertThat(beside).hasURL(Pattern.compile(number));
        assertThat(page.locator("#customerVoice-words")).hasValue(words);

        Page added = page.waitForPopup(addTo(page, number)::click);
        added.waitForLoadState();
        assertThat(added.locator("#voices-customerVoice-words")).hasValue(words);
        assertThat(added.locator("form[action$='/voices'] input[value=DETOUR]")).isChecked();
        look(added, "raise-added", screen, language);
        submit(added, "/voices");
        assertThat(added.locator(".another")).containsText(words);
        assertThat(page.locator("#customerVoice-words")).hasValue(words);
        assertThat(send(page)).isNotEqualTo(number);
    }

    /** What somebody has met with, and how another says the same. */
    private record Alike(String known, String words) {
        static final List<Alike> ALL = List.of(
                new Alike(
                        "Grinden till koloniområdet Ekbacken är låst, koden fungerar inte",
                        "Jag kommer inte in på koloniområdet i Ekbacken, grindens kod är fel"),
                new Alike(
                        "Bänken vid kvarndammen i Lillån har ruttnat och bär ingen",
                        "Bänken vid kvarndammen i Lillån är rutten"),
                new Alike(
                        "Ekorrarna har byggt bo i klocktornet så att urverket har stannat",
                        "Urverket i klocktornet har stannat, det är ekorrar i det"),
                new Alike("Masten på lekskeppet i Sjövik är vass som en kniv", "Lekskeppet i Sjövik har en vass mast"));
    }

    private static Locator addTo(Page page, String number) {
        return page.locator("#answer .similar button[formaction^='/cases/" + number + "/voices/begun']");
    }

    @Test
    void everythingCanBeDoneWithoutJavaScript() {
        String like = raised("hugo", "Spiraltrappan i tornet saknar ledstång");
        system.takeGists();
        Page page = logIn(openWithoutScripts(), "sara", "/raise");
        writeCase(page, "Spiraltrappan i tornet har ingen ledstång", "20000");
        page.locator("button[formaction^='/raise/answer']").click();
        assertThat(page.locator("[data-route=MANAGER]")).isVisible();
        assertThat(page.locator(".similar .quote")).not().hasCount(0);
        Page added = page.waitForPopup(addTo(page, like)::click);
        added.waitForLoadState();
        assertThat(added.locator("#voices-customerVoice-words")).hasValue("Spiraltrappan i tornet har ingen ledstång");
        submit(added, "/voices");
        assertThat(added.locator(".another")).containsText("Spiraltrappan i tornet har ingen ledstång");

        String number = send(page);
        assertThat(page.locator(".steps")).isVisible();
        assertThat(stage(number)).isEqualTo("DECIDING");
    }

    @Test
    void whatWasTypedIsKeptWhenItIsWrongOrWhenTheSessionIsLost() {
        Page page = logIn(open(Screen.DESKTOP, "sv"), "sara", "/raise");
        page.locator("#customerVoice-words").fill("Ingen svarade i telefonen");
        page.locator("#proposal-cost").fill("fyra tusen");
        page.locator("#send").click();
        assertThat(page.locator("[role=alert]").first()).isVisible();
        assertThat(page.locator("#customerVoice-words")).hasValue("Ingen svarade i telefonen");
        assertThat(page.locator("#proposal-cost")).hasValue("fyra tusen");
        look(page, "raise-mistakes", Screen.DESKTOP, "sv");

        writeCase(page, "Ingen svarade i telefonen", "20000");
        answers(page, "MANAGER");
        page.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("JSESSIONID"));
        String number = send(page);
        assertThat(stage(number)).isEqualTo("DECIDING");
    }

    @Test
    void theSecondOfTwoWhoActAtOnceIsToldAndLosesNothing() {
        String number = raised("sara");
        Page first = logIn(open(Screen.DESKTOP, "sv"), "karin", "/cases/" + number);
        Page second = first.context().newPage();
        second.navigate(first.url());
        decide(first, "Ja, genast.");

        decide(second, "Nej, jag tänker om.");

        assertThat(second.locator(".conflict")).isVisible();
        assertThat(second.locator(".conflict")).containsText("Nej, jag tänker om.");
        look(second, "case-conflict", Screen.DESKTOP, "sv");
    }

    @Test
    void whoeverLogsOutHasToLogInAgain() {
        Page page = logIn(open(Screen.PHONE, "sv"), "sara", "/");
        page.locator("form[action='/logout'] button").click();
        page.waitForLoadState();
        page.navigate(system.at("/").toString());

        assertThat(page.locator("#username")).isVisible();
    }

    @Test
    void whatDoesNotExistSaysWhatToDo() {
        Page page = logIn(open(Screen.PHONE, "sv"), "sara", "/");
        page.navigate(system.at("/cases/M-1999-0001").toString());

        assertThat(page.locator("main a.button, main a")).not().hasCount(0);
        look(page, "not-found", Screen.PHONE, "sv");
    }

    private static void decide(Page page, String reason) {
        page.locator("input[name=verdict][value=APPROVED]").check();
        page.locator("#decision-reason").fill(reason);
        submit(page, "/decision");
    }

    private String raised(String by) {
        return raised(by, "Jag gav upp");
    }

    private String raised(String by, String words) {
        String body = "{\"customerVoice\": {\"words\": \"" + words + "\", \"goal\": \"Byta adress\","
                + " \"outcome\": \"DETOUR\"}, \"proposal\": {\"text\": \"En sida\", \"cost\": 20000,"
                + " \"reversible\": true}}";
        return RunningSystem.json(system.post(by, "/api/v1/cases", body).body())
                .get("number")
                .asText();
    }

    private static void writeCase(Page page, String words, String cost) {
        page.locator("#customerVoice-words").fill(words);
        page.locator("#customerVoice-goal").fill("Slippa ringa igen");
        page.locator("input[name='customerVoice.outcome'][value=DETOUR]").check();
        page.locator("#proposal-text").fill("En enda sida, länkad från startsidan.");
        page.locator("#proposal-cost").fill(cost);
        page.locator("input[name='proposal.reversible'][value=true]").check();
    }

    /** The mandate's answer comes by itself while one types. */
    private static void answers(Page page, String route) {
        assertThat(page.locator("#answer [data-route]")).hasAttribute("data-route", route);
    }

    private static String send(Page page) {
        page.locator("#send").click();
        page.waitForURL(NUMBER);
        return page.url().replaceFirst(".*(M-\\d{4}-\\d{4,}).*", "$1");
    }

    private static void progress(Page page, String text) {
        unfold(page, "/progress");
        page.locator("#progress-text").fill(text);
        submit(page, "/progress");
        assertThat(page.locator("main")).containsText(text);
    }

    private static void complete(Page page) {
        unfold(page, "/action/completion");
        page.locator("#completion-text").fill("Sidan finns och de gamla pekar dit.");
        submit(page, "/action/completion");
    }

    private static void review(Page page, String verdict, String evidence) {
        page.locator("form.review input[value=" + verdict + "]").check();
        page.locator("form.review input[value=CUSTOMER_SAID]").check();
        page.locator("#review-evidence-text").fill(evidence);
        submit(page, "/effect-review");
    }

    private String reviewer(String number) {
        return value("select debtor from mandat.obligation where case_number = ? and state = 'OPEN'", number);
    }

    private String stage(String number) {
        return value("select stage from mandat.case_ where number = ?", number);
    }

    private void letTheReviewDateCome(String number) {
        try (Connection connection = system.database().getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "update mandat.obligation set opens_at = opened_at where case_number = ? and state = 'OPEN'")) {
            statement.setString(1, number);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String value(String sql, String number) {
        try (Connection connection = system.database().getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, number);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
