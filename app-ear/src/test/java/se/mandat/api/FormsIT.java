package se.mandat.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.mandat.running.ClientTest;
import se.mandat.running.RunningSystem;

/** What a form is answered when something else has happened since it was shown. */
class FormsIT extends ClientTest {

    @Test
    void whatWasTypedIntoADraftThatIsNoMoreStaysAndBecomesSomethingNew() {
        Visitor sara = new Visitor(system);
        Map<String, String> form = form(sara.logIn("sara").csrf());
        String draft = sara.post("/raise", form).at().getPath().replace("/drafts/", "");
        form.put("version", version(draft));
        assertThat(system.send(system.request("sara", "/api/v1/cases/" + draft + "/draft")
                                .header("If-Match", "*")
                                .DELETE()
                                .build())
                        .statusCode())
                .isEqualTo(204);
        form.put("customerVoice.words", "Jag väntade hela dagen och fick inget svar");

        Visitor.Seen refused = sara.post("/drafts/" + draft, form);

        assertThat(refused.status()).isEqualTo(404);
        assertThat(refused.body())
                .contains(
                        "Det finns inget utkast med numret " + draft + " som är ditt. Det du skrev står kvar här.",
                        "Jag väntade hela dagen och fick inget svar",
                        "action=\"/raise\"");
        assertThat(sara.post("/raise", form).at().getPath())
                .startsWith("/drafts/U-")
                .isNotEqualTo("/drafts/" + draft);
    }

    @Test
    void whatWasTypedIntoADraftThatHasBecomeACaseStaysAndItIsSaidWhich() {
        Visitor sara = new Visitor(system);
        Map<String, String> form = form(sara.logIn("sara").csrf());
        String draft = sara.post("/raise", form).at().getPath().replace("/drafts/", "");
        form.put("version", version(draft));
        String number = RunningSystem.json(system.send(system.request("sara", "/api/v1/cases/" + draft + "/submission")
                                .header("Content-Type", "application/json")
                                .header("If-Match", "*")
                                .POST(BodyPublishers.ofString("{}"))
                                .build())
                        .body())
                .path("number")
                .asText();
        form.put("customerVoice.words", "Jag väntade hela dagen");

        Visitor.Seen stale = sara.post("/drafts/" + draft, form);
        form.put("version", Long.toString(Long.parseLong(form.get("version")) + 1));
        Visitor.Seen late = sara.post("/drafts/" + draft, form);

        assertThat(stale.status()).isEqualTo(412);
        assertThat(late.status()).isEqualTo(409);
        assertThat(List.of(stale, late)).allSatisfy(refused -> assertThat(refused.body())
                .contains(
                        "Utkastet " + draft + " är redan inlämnat och heter nu " + number + ".",
                        "Jag väntade hela dagen",
                        "action=\"/raise\""));
    }

    @Test
    void contactDetailsStandBesideTheWordsOfWhoeverLeftThem() {
        String number = RunningSystem.json(
                        system.post("sara", "/api/v1/cases", "{\"customerVoice\": " + voice("Först", "070-1") + "}")
                                .body())
                .path("number")
                .asText();
        JsonNode of =
                RunningSystem.json(system.post("amir", "/api/v1/cases/" + number + "/voices", voice("Sedan", "070-2"))
                        .body());
        Visitor karin = new Visitor(system);
        String csrf = karin.logIn("karin").csrf();

        Visitor.Seen page = karin.post(
                "/cases/" + number + "/contact",
                Map.of("csrf", csrf, "voice", of.at("/voices/1/id").asText()));

        assertThat(page.body()).contains("Sedan", "070-2").doesNotContain("Först", "070-1");
    }

    private String version(String draft) {
        return RunningSystem.json(system.get("sara", "/api/v1/cases/" + draft).body())
                .path("version")
                .asText();
    }

    private static Map<String, String> form(String csrf) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("csrf", csrf);
        form.put("act", "draft");
        form.put("customerVoice.words", "Jag väntade");
        form.put("customerVoice.goal", "Få svar");
        form.put("customerVoice.outcome", "DETOUR");
        return form;
    }

    private static String voice(String words, String contact) {
        return "{\"words\": \"" + words + "\", \"goal\": \"Få svar\", \"outcome\": \"DETOUR\", \"contact\": \""
                + contact + "\"}";
    }
}
