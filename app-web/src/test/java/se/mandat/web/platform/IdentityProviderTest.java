package se.mandat.web.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

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

    private static boolean answers(int status) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/.well-known/openid-configuration", exchange -> {
            exchange.sendResponseHeaders(status, DESCRIPTION.length);
            exchange.getResponseBody().write(DESCRIPTION);
            exchange.close();
        });
        server.start();
        try {
            return new IdentityProvider(
                            "http://127.0.0.1:" + server.getAddress().getPort())
                    .answers();
        } finally {
            server.stop(0);
        }
    }
}
