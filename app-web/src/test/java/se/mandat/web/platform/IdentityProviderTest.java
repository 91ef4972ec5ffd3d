package se.mandat.web.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class IdentityProviderTest {

    private static final byte[] DESCRIPTION = "{\"issuer\": \"x\"}".getBytes(StandardCharsets.UTF_8);

    @Test
    void a_provider_that_describes_itself_answers() throws IOException {
        assertThat(answers(200)).isTrue();
    }

    @Test
    void a_provider_that_is_starting_does_not() throws IOException {
        assertThat(answers(503)).isFalse();
    }

    @Test
    void where_nobody_listens_nobody_answers() throws IOException {
        int nobodys;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobodys = socket.getLocalPort();
        }
        assertThat(new IdentityProvider("http://127.0.0.1:" + nobodys).answers())
                .isFalse();
    }

    @Test
    void who_listens_but_says_nothing_does_not_answer() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(new IdentityProvider("http://127.0.0.1:" + silent.getLocalPort()).answers())
                    .isFalse();
        }
    }

    @Test
    @Timeout(20)
    void who_begins_to_answer_and_falls_silent_does_not_answer() throws IOException {
        assertThat(answers(Duration.ofMillis(300), exchange -> {
                    exchange.sendResponseHeaders(200, DESCRIPTION.length);
                    exchange.getResponseBody().write(DESCRIPTION, 0, 1);
                    exchange.getResponseBody().flush();
                }))
                .isFalse();
    }

    private static boolean answers(int status) throws IOException {
        return answers(Duration.ofSeconds(20), exchange -> {
            exchange.sendResponseHeaders(status, DESCRIPTION.length);
            exchange.getResponseBody().write(DESCRIPTION);
            exchange.close();
        });
    }

    private static boolean answers(Duration patience, HttpHandler description) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/.well-known/openid-configuration", description);
        server.start();
        try {
            return new IdentityProvider(
                            "http://127.0.0.1:" + server.getAddress().getPort(), patience)
                    .answers();
        } finally {
            server.stop(0);
        }
    }
}
