package se.mandat.running;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

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

    /** From the next reading on, this person reads in this language. */
    public void reads(String username, String language) {
        ObjectNode person = person(username);
        person.withObject("/attributes").putArray("locale").add(language);
        put(person);
    }

    /** Another application of the same realm, whose tokens are not meant for ours. */
    public void addApplication(String client) {
        HttpResponse<String> answer = send(
                "POST",
                users.replaceFirst("/users$", "/clients"),
                "{\"clientId\": \"" + client + "\", \"publicClient\": true, \"standardFlowEnabled\": false,"
                        + " \"directAccessGrantsEnabled\": true}");
        if (answer.statusCode() != 201) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
    }

    /**
     * Ends every log-in of this person, and tells the applications. The server then takes no token issued before, as soon
     * as that person logs in anew, whoever's it is.
     */
    public void logOut(String username) {
        HttpResponse<String> answer =
                call("POST", "/" + person(username).get("id").asText() + "/logout", "{}");
        if (answer.statusCode() != 204) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        RunningSystem.forgetTokens();
    }

    /**
     * Lets so many people begin who meet customers, in the units of those who do. Their passwords are their user names.
     *
     * @return the user names
     */
    public List<String> add(int people) {
        List<String> units =
                List.of("medborgarservice/kundservice", "medborgarservice/bibliotek", "teknik/gata", "teknik/vatten");
        ObjectNode many = (ObjectNode) RunningSystem.json("{\"ifResourceExists\": \"SKIP\", \"users\": []}");
        List<String> added = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            String username = "person-" + i;
            ObjectNode person = (ObjectNode) RunningSystem.json(
                    "{\"enabled\": true, \"emailVerified\": true, \"realmRoles\": [\"default-roles-mandat\","
                            + " \"frontline\"], \"attributes\": {\"locale\": [\"sv\"]}}");
            person.put("username", username).put("firstName", "Person").put("lastName", String.valueOf(i));
            person.put("email", username + "@nordvik.example");
            person.putArray("groups").add("/nordvik/" + units.get(i % units.size()));
            person.putArray("credentials")
                    .addObject()
                    .put("type", "password")
                    .put("value", username)
                    .put("temporary", false);
            many.withArray("users").add(person);
            added.add(username);
        }
        HttpResponse<String> answer = send("POST", users.replaceFirst("/users$", "/partialImport"), many.toString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return added;
    }

    private ObjectNode person(String username) {
        return (ObjectNode) RunningSystem.json(
                        call("GET", "?exact=true&username=" + username, null).body())
                .get(0);
    }

    private void setEnabled(String username, boolean enabled) {
        ObjectNode person = person(username);
        person.put("enabled", enabled);
        put(person);
    }

    private void put(ObjectNode person) {
        HttpResponse<String> answer = call("PUT", "/" + person.get("id").asText(), person.toString());
        if (answer.statusCode() != 204) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
    }

    private HttpResponse<String> call(String method, String path, String body) {
        return send(method, users + path, body);
    }

    private HttpResponse<String> send(String method, String address, String body) {
        return system.send(HttpRequest.newBuilder(URI.create(address))
                .header("Authorization", "Bearer " + system.administratorToken())
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body))
                .build());
    }
}
