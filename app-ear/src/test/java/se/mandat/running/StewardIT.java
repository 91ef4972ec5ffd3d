package se.mandat.running;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** What stewards look after, and what everybody may read of it. */
class StewardIT extends BrowserTest {

    @OnScreens
    void aStewardSeesWhatNeedsAttention(Screen screen, String language) {
        Page page = logIn(open(screen, language), language, "stina", "/steward");
        assertThat(page.locator("main li.card")).not().hasCount(0);
        look(page, "steward", screen, language);

        page.locator("main a[href='/steward/incidents']").click();
        assertThat(page.locator("h1")).isVisible();
        look(page, "steward-incidents", screen, language);
    }

    @OnScreens
    void everybodyReadsTheTablesAsTheyAreDeployed(Screen screen, String language) {
        Page page = logIn(open(screen, language), language, "sara", "/tables");
        assertThat(page.locator("main li.card")).hasCount(4);
        look(page, "tables", screen, language);

        page.locator("main a[href='/tables/mandate']").click();
        assertThat(page.locator("table.rules tbody tr")).hasCount(7);
        look(page, "table-mandate", screen, language);
        page.navigate(system.at("/tables/service-levels").toString());
        look(page, "table-service-levels", screen, language);
        assertThat(page.navigate(system.at("/tables/service-levels?version=99").toString())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void othersThanStewardsAndAuditorsHaveNoBusinessThere() {
        Page page = logIn(open(Screen.DESKTOP, "sv"), "karin", "/");
        assertThat(page.locator("nav a[href='/steward']")).hasCount(0);
        for (String path :
                new String[] {"/steward", "/steward/incidents", "/steward/closing-days", "/steward/promises"}) {
            assertThat(page.navigate(system.at(path).toString()).status()).isEqualTo(403);
        }
        assertThat(page.navigate(system.at("/steward/clock").toString()).status())
                .isEqualTo(404);

        Page auditor = logIn(open(Screen.DESKTOP, "sv"), "astrid", "/steward/incidents");
        assertThat(auditor.locator("h1")).containsText("misslyckats");
        assertThat(auditor.locator("form[action$='/retry']")).hasCount(0);
    }

    @Test
    void whatHasFailedIsSeenAndTriedAgain() throws SQLException {
        HttpResponse<String> raised = system.post(
                "sara",
                "/api/v1/cases",
                "{\"customerVoice\": {\"words\": \"Ingen svarade\", \"goal\": \"Få svar\", \"outcome\": \"DETOUR\"}}");
        String number = RunningSystem.json(raised.body()).path("number").asText();
        String later = "held_until = now() + interval '1 hour', tries = 2, failure = 'SQLException'";
        sql("update mandat.obligation set " + later + " where case_number = ? and state = 'OPEN'", number);

        JsonNode failed = incidentOf(number);
        assertThat(failed.path("kind").asText()).isEqualTo("DEADLINE");
        assertThat(failed.path("failure").asText()).isEqualTo("SQLException");
        assertThat(failed.path("tries").asInt()).isEqualTo(2);
        Page page = logIn(open(Screen.DESKTOP, "sv"), "sv", "sten", "/steward/incidents");
        assertThat(page.locator("main")).containsText(number);
        look(page, "steward-incidents-failed", Screen.DESKTOP, "sv");

        sql("update mandat.obligation set next_at = now() - interval '1 second' where case_number = ?", number);
        HttpResponse<String> retried =
                system.post("stina", "/api/v1/incidents/" + failed.path("id").asText() + "/retry", "");
        assertThat(retried.statusCode()).as(retried.body()).isEqualTo(200);
        assertThat(incidentOf(number)).isNull();
        assertThat(system.get("sara", "/api/v1/cases/" + number + "/history").body())
                .contains("obligation.reminded.v1");
    }

    private JsonNode incidentOf(String number) {
        for (JsonNode one : RunningSystem.json(
                        system.get("astrid", "/api/v1/incidents").body())
                .path("items")) {
            if (one.path("caseNumber").asText().equals(number)) {
                return one;
            }
        }
        return null;
    }

    private void sql(String statement, String number) throws SQLException {
        try (Connection connection = system.database().getConnection();
                PreparedStatement update = connection.prepareStatement(statement)) {
            update.setString(1, number);
            update.executeUpdate();
        }
    }
}
