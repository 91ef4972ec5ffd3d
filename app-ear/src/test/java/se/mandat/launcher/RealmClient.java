package se.mandat.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/**
 * The application as the realm knows it. A realm is imported once and kept, while the address of the application may be
 * another one at the next run.
 */
final class RealmClient {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final String keycloak;

    RealmClient(String keycloak) {
        this.keycloak = keycloak;
    }

    /** Log-in and log-out lead to this address from now on. */
    void isAt(String url) {
        try {
            String token = token();
            String clients = keycloak + "/admin/realms/mandat/clients";
            ObjectNode client = (ObjectNode) JSON.readTree(send(request(clients + "?clientId=mandat-web", token)
                            .GET()
                            .build()))
                    .get(0);
            if (client.path("rootUrl").asText().equals(url)) {
                return;
            }
            client.put("rootUrl", url);
            ((ObjectNode) client.get("attributes")).put("backchannel.logout.url", url + "/backchannel-logout");
            send(request(clients + "/" + client.get("id").asText(), token)
                    .header("Content-Type", "application/json")
                    .PUT(HttpRequest.BodyPublishers.ofString(client.toString()))
                    .build());
        } catch (IOException e) {
            throw new CannotStartException("Keycloak does not take the address " + url, e);
        }
    }

    private String token() throws IOException {
        String form = "grant_type=password&client_id=admin-cli&username=" + Keycloak.ADMINISTRATOR + "&password="
                + Keycloak.ADMINISTRATOR;
        JsonNode answer = JSON.readTree(
                send(HttpRequest.newBuilder(URI.create(keycloak + "/realms/master/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build()));
        return answer.path("access_token").asText();
    }

    private static HttpRequest.Builder request(String address, String token) {
        return HttpRequest.newBuilder(URI.create(address))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + token);
    }

    private String send(HttpRequest request) throws IOException {
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IOException("Keycloak answers " + answer.statusCode());
            }
            return answer.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
