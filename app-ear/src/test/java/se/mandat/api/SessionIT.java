package se.mandat.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.mandat.running.ClientTest;

/** Logging in and out, and what a session proves. */
class SessionIT extends ClientTest {

    private static final String QUESTION = "{\"outcome\": \"DETOUR\"}";

    @Test
    void aPageAsksWhoOneIsAndIsShownThen() {
        Visitor sara = new Visitor(system);
        assertThat(sara.get("/about").asksWhoOneIs()).isTrue();

        Visitor.Seen page = sara.logIn("sara");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.at().getPath()).isEqualTo("/about");
        assertThat(page.body()).contains("Sara Nyberg");
        assertThat(sara.sessionCookie()).containsIgnoringCase("HttpOnly").containsIgnoringCase("SameSite=Lax");
    }

    @Test
    void aSessionReadsTheApiButCommandsNeedAProofThatTheyAreMeant() {
        Visitor sara = new Visitor(system);
        String csrf = sara.logIn("sara").csrf();

        assertThat(sara.read("/api/v1/me").statusCode()).isEqualTo(200);
        assertThat(sara.call("/api/v1/mandate-checks", QUESTION, null).statusCode())
                .isEqualTo(403);
        assertThat(sara.call("/api/v1/mandate-checks", QUESTION, "made-up").statusCode())
                .isEqualTo(403);
        assertThat(sara.call("/api/v1/mandate-checks", QUESTION, csrf).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aTokenThatIsMeantForAnotherApplicationIsRefused() {
        system.directory().addApplication("another-application");
        String token = system.token("sara", "another-application");

        HttpResponse<String> refused = system.send(HttpRequest.newBuilder(system.at("/api/v1/me"))
                .header("Authorization", "Bearer " + token)
                .build());

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(401);
        assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(system.get("sara", "/api/v1/me").statusCode()).isEqualTo(200);
    }

    @Test
    void whatTheServerCannotReadAsATokenIsNoProofAndTheSessionCounts() {
        Visitor noor = new Visitor(system);
        noor.logIn("noor");

        assertThat(noor.readWith("Bearer a b", "/api/v1/me").statusCode()).isEqualTo(200);
        assertThat(noor.callWith("Bearer a b", "/api/v1/mandate-checks", QUESTION)
                        .statusCode())
                .isEqualTo(403);

        system.directory().logOut("noor");
        assertThat(noor.readWith("Bearer a b", "/api/v1/me").statusCode()).isEqualTo(401);
    }

    @Test
    void whoeverKnewTheSessionBeforeTheLogInDoesNotKnowItAfterwards() {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("csrf", new Visitor(system).logIn("hugo").csrf());
        form.put("act", "draft");
        form.put("customerVoice.words", UUID.randomUUID() + " Bron är avstängd");
        form.put("customerVoice.goal", "Komma över ån");
        Visitor hugo = new Visitor(system);
        Visitor.Seen asked = hugo.post("/raise", form);
        String before = hugo.sessionCookie();
        assertThat(before).isNotEmpty();

        Visitor.Seen kept = hugo.answer(asked, "hugo");

        assertThat(kept.at().getPath()).matches("/drafts/U-.*");
        assertThat(hugo.sessionCookie().split(";", 2)[0]).isNotEqualTo(before.split(";", 2)[0]);
        assertThat(hugo.read("/api/v1/me").statusCode()).isEqualTo(200);
        Visitor other = new Visitor(system);
        other.takesUp(before);
        assertThat(other.read("/api/v1/me").statusCode()).isEqualTo(401);
        assertThat(other.get("/about").asksWhoOneIs()).isTrue();
    }

    @Test
    void theProofIsThePersonsOwn() {
        String sarasCsrf = new Visitor(system).logIn("sara").csrf();
        Visitor amir = new Visitor(system);
        amir.logIn("amir");

        assertThat(amir.call("/api/v1/mandate-checks", QUESTION, sarasCsrf).statusCode())
                .isEqualTo(403);
    }

    @Test
    void aFormWithoutTheProofChangesNothingAndSaysSoOnAPage() {
        Visitor sara = new Visitor(system);
        sara.logIn("sara");

        Visitor.Seen refused = sara.post("/logout", Map.of("csrf", "x"));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body()).contains("<html").doesNotContain("Exception");
        assertThat(sara.read("/api/v1/me").statusCode()).isEqualTo(200);
    }

    @Test
    void loggingOutEndsItHereAndAtTheProvider() {
        Visitor sara = new Visitor(system);
        String csrf = sara.logIn("sara").csrf();

        sara.post("/logout", Map.of("csrf", csrf));

        assertThat(sara.read("/api/v1/me").statusCode()).isEqualTo(401);
        assertThat(sara.get("/about").asksWhoOneIs()).isTrue();
    }

    @Test
    void whenTheProviderEndsALogInItsSessionHereEndsAtTheNextRequest() {
        Visitor hugo = new Visitor(system);
        hugo.logIn("hugo");
        Visitor noor = new Visitor(system);
        noor.logIn("noor");

        system.directory().logOut("hugo");

        assertThat(hugo.read("/api/v1/me").statusCode()).isEqualTo(401);
        assertThat(hugo.get("/about").asksWhoOneIs()).isTrue();
        assertThat(noor.read("/api/v1/me").statusCode()).isEqualTo(200);
    }

    @Test
    void aSessionThatEndedIsTakenUpAgainByLoggingInOnceMore() {
        Visitor hugo = new Visitor(system);
        hugo.logIn("hugo");
        system.directory().logOut("hugo");

        Visitor.Seen page = hugo.answer(hugo.get("/about"), "hugo");

        assertThat(page.body()).contains("Hugo Sjögren");
        assertThat(hugo.read("/api/v1/me").statusCode()).isEqualTo(200);
    }

    @Test
    void aLongFormOnASessionThatIsGoneIsCarriedOut() {
        String swedish = "Två gånger om året går bron över ån sönder, och då åker vi runt hela sjön. ";
        Map<String, String> form = new LinkedHashMap<>();
        Visitor hugo = new Visitor(system);
        form.put("csrf", hugo.logIn("hugo").csrf());
        form.put("act", "draft");
        form.put("customerVoice.words", (UUID.randomUUID() + " " + swedish.repeat(60)).substring(0, 4_000));
        form.put("customerVoice.goal", "Komma över ån");
        form.put("reading", "å".repeat(4_000));
        form.put("proposal.text", "ä".repeat(4_000));
        form.put("decision.expectedEffect", "\uD83D\uDE80".repeat(4_000));
        hugo.loseTheSession();

        Visitor.Seen kept = hugo.post("/raise", form);

        assertThat(kept.at().getPath()).matches("/drafts/U-.*");
        assertThat(kept.body())
                .contains(
                        form.get("customerVoice.words"),
                        form.get("reading"),
                        form.get("proposal.text"),
                        form.get("decision.expectedEffect"));
    }

    @Test
    void aFormOnASessionThatTheProviderHasEndedIsCarriedOutAfterLoggingIn() {
        Visitor hugo = new Visitor(system);
        Map<String, String> form = new LinkedHashMap<>();
        form.put("csrf", hugo.logIn("hugo").csrf());
        form.put("act", "draft");
        form.put("customerVoice.words", UUID.randomUUID() + " Bron är avstängd");
        form.put("customerVoice.goal", "Komma över ån");
        system.directory().logOut("hugo");

        Visitor.Seen asked = hugo.post("/raise", form);
        assertThat(asked.asksWhoOneIs()).isTrue();
        Visitor.Seen kept = hugo.answer(asked, "hugo");

        assertThat(kept.at().getPath()).matches("/drafts/U-.*");
        assertThat(kept.body()).contains(form.get("customerVoice.words"));
    }

    @Test
    void whatSomebodySentOnASessionThatHasEndedIsNotCarriedOutAsSomebodyElse() {
        Visitor browser = new Visitor(system);
        Map<String, String> form = new LinkedHashMap<>();
        form.put("csrf", browser.logIn("hugo").csrf());
        form.put("act", "draft");
        form.put("customerVoice.words", UUID.randomUUID() + " Bron är avstängd");
        form.put("customerVoice.goal", "Komma över ån");
        system.directory().logOut("hugo");

        Visitor.Seen refused = browser.answer(browser.post("/raise", form), "noor");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(browser.get("/drafts").body()).doesNotContain(form.get("customerVoice.words"));
    }

    @Test
    void nobodyElseCanSayThatALogInHasEnded() {
        HttpResponse<String> answer = system.send(HttpRequest.newBuilder(system.at("/backchannel-logout"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("logout_token=" + system.token("sara")))
                .build());

        assertThat(answer.statusCode()).isEqualTo(400);
    }
}
