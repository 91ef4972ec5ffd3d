package se.mandat.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
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
    void nobodyElseCanSayThatALogInHasEnded() {
        HttpResponse<String> answer = system.send(HttpRequest.newBuilder(system.at("/backchannel-logout"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("logout_token=" + system.token("sara")))
                .build());

        assertThat(answer.statusCode()).isEqualTo(400);
    }
}
