package se.mandat.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.mandat.running.ClientTest;
import se.mandat.running.RunningSystem;

/** One person has as many calls open as they may, and asks for one more. */
class RateLimitIT extends ClientTest {

    private static final int AT_ONCE = 50;
    private static final String GREEDY = "gun";

    @Test
    void whoAsksForTooMuchAtOnceIsToldSoWithTheTimeToWaitAndNobodyElseIsTouched() throws IOException {
        Visitor browser = new Visitor(system);
        String csrf = browser.logIn(GREEDY).csrf();
        List<Socket> open = new ArrayList<>();
        try {
            while (open.size() < AT_ONCE || status() != 429) {
                // one more than allowed where asking has taken somebody's place
                assertThat(open).hasSizeLessThan(2 * AT_ONCE);
                open.add(halfACall());
            }

            assertTooMany("sv", "För många anrop", "Försök igen om en sekund");
            assertTooMany("en", "Too many calls", "Try again in one second");

            Visitor.Seen page = browser.get("/");
            assertThat(page.status()).isEqualTo(429);
            assertThat(page.retryAfter()).isEqualTo("1");
            assertThat(page.body()).contains("Lite för fort", "Försök igen om en sekund", "Försök igen");
            Visitor.Seen form = browser.post("/language", Map.of("csrf", csrf, "lang", "en", "back", "/"));
            assertThat(form.status()).isEqualTo(429);
            assertThat(form.hiddenFields()).containsEntry("lang", "en");

            assertThat(system.get("noor", "/api/v1/me").statusCode()).isEqualTo(200);
        } finally {
            for (Socket socket : open) {
                socket.close();
            }
        }
        awaitThatOneMayAskAgain();
        assertThat(browser.get("/").status()).isEqualTo(200);
    }

    /** A call whose body does not come: it is under way for as long as its connection is open. */
    private Socket halfACall() throws IOException {
        URI address = system.at("/api/v1/mandate-checks");
        Socket socket = new Socket(address.getHost(), address.getPort());
        socket.getOutputStream()
                .write(("POST " + address.getPath() + " HTTP/1.1\r\nHost: " + address.getAuthority()
                                + "\r\nAuthorization: Bearer " + system.token(GREEDY)
                                + "\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private int status() {
        return system.get(GREEDY, "/api/v1/me").statusCode();
    }

    private void awaitThatOneMayAskAgain() {
        long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (status() != 200 && System.nanoTime() < until) {
            Thread.onSpinWait();
        }
        assertThat(status()).isEqualTo(200);
    }

    private void assertTooMany(String language, String title, String detail) {
        HttpResponse<String> answer = system.send(system.request(GREEDY, "/api/v1/me")
                .header("Accept-Language", language)
                .GET()
                .build());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        JsonNode problem = RunningSystem.json(answer.body());
        assertThat(problem.path("type").asText()).isEqualTo("/problems/too-many-calls");
        assertThat(problem.path("title").asText()).isEqualTo(title);
        assertThat(problem.path("detail").asText()).contains(detail);
    }
}
