package se.mandat.running;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** The identity provider under the hands of its administrator. */
public final class Directory {

    private final RunningSystem system;
    private final String users;

    Directory(RunningSystem system, String issuer) {
        this.system = system;
        this.users = issuer.replace("/realms/", "/admin/realms/") + "/users";
    }

    /** From the next reading on, this person can be given nothing more. */
    public void disable(String username) {
        setEnabled(username, false);
    }

    public void enable(String username) {
        setEnabled(username, true);
    }

    private void setEnabled(String username, boolean enabled) {
        JsonNode found = RunningSystem.json(
                call("GET", "?exact=true&username=" + username, null).body());
        ObjectNode person = (ObjectNode) found.get(0);
        person.put("enabled", enabled);
        HttpResponse<String> answer = call("PUT", "/" + person.get("id").asText(), person.toString());
        if (answer.statusCode() != 204) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
    }

    private HttpResponse<String> call(String method, String path, String body) {
        return system.send(HttpRequest.newBuilder(URI.create(users + path))
                .header("Authorization", "Bearer " + system.administratorToken())
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body))
                .build());
    }
}
