package se.mandat.organisation;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.net.URI;
import java.net.http.HttpRequest;

/** Changes people in the real Keycloak, for tests that stand inside the application. */
final class Administrator {

    private final String issuer = System.getProperty("mandat.oidc.issuer");
    private final String administration = issuer.replace("/realms/", "/admin/realms/");
    private final String token =
            Programs.token(issuer.replace("/realms/mandat", "/realms/master"), "admin-cli", "admin");

    void disable(String username) {
        change(
                username,
                Json.createObjectBuilder(person(username)).add("enabled", false).build());
    }

    void enable(String username) {
        change(
                username,
                Json.createObjectBuilder(person(username)).add("enabled", true).build());
    }

    void giveRole(String username, String role) {
        roles("POST", username, role);
    }

    void takeRole(String username, String role) {
        roles("DELETE", username, role);
    }

    void add(String username, String firstName, String lastName) {
        send(
                "POST",
                "/users",
                Json.createObjectBuilder()
                        .add("username", username)
                        .add("firstName", firstName)
                        .add("lastName", lastName)
                        .add("enabled", true)
                        .build());
    }

    void delete(String username) {
        send("DELETE", "/users/" + person(username).getString("id"), null);
    }

    private void change(String username, JsonObject person) {
        send("PUT", "/users/" + person(username).getString("id"), person);
    }

    private void roles(String method, String username, String role) {
        JsonStructure found = Programs.read(send("GET", "/roles/" + role, null));
        send(
                method,
                "/users/" + person(username).getString("id") + "/role-mappings/realm",
                Json.createArrayBuilder().add(found).build());
    }

    private JsonObject person(String username) {
        return Programs.read(send("GET", "/users?exact=true&username=" + username, null))
                .asJsonArray()
                .getJsonObject(0);
    }

    private String send(String method, String path, JsonValue body) {
        return Programs.send(HttpRequest.newBuilder(URI.create(administration + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body.toString()))
                .build());
    }
}
