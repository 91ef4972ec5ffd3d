package se.mandat.organisation;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class KeycloakCallsTest {

    private final HttpClient http = HttpClient.newHttpClient();
    private KeycloakStandIn keycloak;

    @BeforeEach
    void start() throws IOException {
        keycloak = new KeycloakStandIn();
    }

    @AfterEach
    void stop() {
        keycloak.close();
        http.shutdownNow();
    }

    @Test
    @Timeout(20)
    void whoFallsSilentInTheMidstOfAnAnswerIsGivenUp() {
        keycloak.fallsSilent = true;

        assertThatThrownBy(() -> new KeycloakCalls(http, keycloak.realm(), 100, Duration.ofMillis(300)))
                .isInstanceOf(ReadingRefused.class)
                .hasMessage("it does not answer")
                .hasCauseInstanceOf(HttpTimeoutException.class);
    }
}
