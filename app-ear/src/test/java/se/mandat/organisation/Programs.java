package se.mandat.organisation;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonStructure;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Calls the API as a program does, from a test that stands inside the application. */
final class Programs {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String issuer = System.getProperty("mandat.oidc.issuer");
    private final String api = System.getProperty("mandat.url") + "/api/v1";

    /** What {@code username} is answered. */
    JsonObject post(String username, String path, String json) {
        return read(send(HttpRequest.newBuilder(URI.create(api + path))
                        .header("Authorization", "Bearer " + token(issuer, "mandat-api", username))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json))
                        .build()))
                .asJsonObject();
    }

    /** A token of somebody whose password is their user name. */
    static String token(String realm, String client, String username) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(realm + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "grant_type=password&client_id=" + client + "&username=" + username + "&password=" + username))
                .build();
        return read(send(request)).asJsonObject().getString("access_token");
    }

    static String send(HttpRequest request) {
        try {
            HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new IllegalStateException(
                        request.uri().getPath() + " answers " + answer.statusCode() + " " + answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static JsonStructure read(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.read();
        }
    }
}
