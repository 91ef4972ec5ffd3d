package se.mandat.running;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** A journey on the page of a case that has come some way: what is not looked at is done over the API. */
abstract class PathJourney extends BrowserTest {

    /** A page of this case, opened by this person. */
    Page as(String username, String number, Screen screen, String language) {
        return logIn(open(screen, language), language, username, "/cases/" + number);
    }

    /** Beyond the mandate, so that the raiser's manager decides. */
    String raised(String by, int cost, String voice) {
        return raised(by, "\"cost\": " + cost, voice, "");
    }

    /** Decided within the mandate, and owned by whoever raised it. */
    String acting(String by) {
        return raised(by, "\"cost\": 0", "", ", \"decision\": {\"owner\": \"" + by + "\"}");
    }

    private String raised(String by, String cost, String voice, String decision) {
        String body = "{\"customerVoice\": {\"words\": \"Jag gav upp\", \"goal\": \"Byta adress\","
                + " \"outcome\": \"DETOUR\"" + voice + "}, \"proposal\": {\"text\": \"En sida\", " + cost
                + ", \"reversible\": true}" + decision + "}";
        return RunningSystem.json(system.post(by, "/api/v1/cases", body).body())
                .get("number")
                .asText();
    }

    /** The case as an auditor reads it over the API. */
    JsonNode read(String number) {
        return RunningSystem.json(system.send(system.request("astrid", "/api/v1/cases/" + number)
                        .method("GET", HttpRequest.BodyPublishers.noBody())
                        .build())
                .body());
    }

    /** Carries this out on the case over the API, whatever else has happened to it. */
    void does(String by, String number, String call, String json) {
        HttpResponse<String> answer = system.send(system.request(by, "/api/v1/cases/" + number + "/" + call)
                .header("Content-Type", "application/json")
                .header("If-Match", "*")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build());
        if (answer.statusCode() >= 300) {
            throw new AssertionError(call + " by " + by + ": " + answer.statusCode() + " " + answer.body());
        }
    }
}
