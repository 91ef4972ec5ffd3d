package se.mandat.organisation;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Answers the calls of a reading in the shapes of Keycloak 26, over HTTP, from lists in memory. */
final class KeycloakStandIn implements AutoCloseable {

    private static final String BASE = "/auth/admin/realms/mandat";

    private final HttpServer server;
    private final Map<String, JsonObject> groups = new LinkedHashMap<>();
    private final Map<String, JsonObject> users = new LinkedHashMap<>();
    private final Map<String, List<String>> members = new HashMap<>();
    private final Map<String, List<String>> roleUsers = new HashMap<>();
    private final Map<String, List<String>> roleGroups = new HashMap<>();
    private final Map<String, Function<String, String>> spoiled = new HashMap<>();

    final List<String> calls = new ArrayList<>();
    int status = 200;
    Runnable beforeEachCall = () -> {};

    /** Whether it begins to answer and says nothing more then. */
    boolean fallsSilent;

    KeycloakStandIn() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        for (Role role : Role.values()) {
            roleUsers.put(role.realmName(), new ArrayList<>());
            roleGroups.put(role.realmName(), new ArrayList<>());
        }
    }

    KeycloakRealm realm() {
        return new KeycloakRealm(
                "http://localhost:" + server.getAddress().getPort() + "/auth/realms/mandat", "mandat-web", "s&cret");
    }

    /** Attributes come in pairs of name and value. */
    void group(String path, String... attributes) {
        JsonObjectBuilder named = Json.createObjectBuilder();
        for (int i = 0; i < attributes.length; i += 2) {
            named.add(attributes[i], Json.createArrayBuilder().add(attributes[i + 1]));
        }
        groups.put(
                path,
                Json.createObjectBuilder()
                        .add("id", id(path))
                        .add("name", path.substring(path.lastIndexOf('/') + 1))
                        .add("path", path)
                        .add("subGroups", Json.createArrayBuilder())
                        .add("attributes", named)
                        .add("realmRoles", Json.createArrayBuilder())
                        .build());
        members.put(path, new ArrayList<>());
    }

    void user(String username, String first, String last, boolean enabled, String... paths) {
        users.put(
                username,
                Json.createObjectBuilder()
                        .add("id", id(username))
                        .add("username", username)
                        .add("firstName", first)
                        .add("lastName", last)
                        .add("emailVerified", true)
                        .add("enabled", enabled)
                        .build());
        for (String path : paths) {
            members.get(path).add(username);
        }
    }

    /** As the identity provider keeps where mail reaches somebody, and their language. */
    void reach(String username, String email, String locale) {
        users.computeIfPresent(username, (name, user) -> Json.createObjectBuilder(user)
                .add("email", email)
                .add(
                        "attributes",
                        Json.createObjectBuilder()
                                .add("locale", Json.createArrayBuilder().add(locale)))
                .build());
    }

    void removeUser(String username) {
        users.remove(username);
        members.values().forEach(names -> names.remove(username));
        roleUsers.values().forEach(names -> names.remove(username));
    }

    void role(String role, String... usernames) {
        roleUsers.get(role).addAll(List.of(usernames));
    }

    void groupRole(String role, String path) {
        roleGroups.get(role).add(path);
    }

    void forgetRole(String role) {
        roleUsers.remove(role);
    }

    /** Changes what is answered to calls whose path ends so. */
    void spoil(String end, Function<String, String> change) {
        spoiled.put(end, change);
    }

    private static String id(String of) {
        return UUID.nameUUIDFromBytes(of.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        beforeEachCall.run();
        String path = exchange.getRequestURI().getPath();
        String query = exchange.getRequestURI().getQuery();
        calls.add(path + (query == null ? "" : "?" + query));
        String body;
        int answered = status;
        if (path.equals("/auth/realms/mandat/protocol/openid-connect/token")) {
            String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            boolean known = form.equals("grant_type=client_credentials&client_id=mandat-web&client_secret=s%26cret");
            answered = known ? status : 401;
            body = "{\"access_token\":\"a.b.c\",\"expires_in\":300,\"token_type\":\"Bearer\"}";
        } else if (!"Bearer a.b.c".equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            answered = 401;
            body = "{\"error\":\"HTTP 401 Unauthorized\"}";
        } else {
            List<JsonObject> found = found(path);
            answered = found == null ? 404 : status;
            body = found == null ? "{\"error\":\"not found\"}" : page(found, query);
        }
        for (Map.Entry<String, Function<String, String>> each : spoiled.entrySet()) {
            if (path.endsWith(each.getKey())) {
                body = each.getValue().apply(body);
            }
        }
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json;charset=UTF-8");
        exchange.sendResponseHeaders(answered, bytes.length);
        if (fallsSilent) {
            exchange.getResponseBody().write(bytes, 0, 1);
            exchange.getResponseBody().flush();
            return;
        }
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private List<JsonObject> found(String path) {
        String[] parts =
                path.startsWith(BASE) ? path.substring(BASE.length() + 1).split("/") : new String[] {""};
        return switch (parts[0]) {
            case "groups" -> parts.length == 1 ? below("") : group(parts);
            case "users" -> users.values().stream().toList();
            case "roles" -> {
                List<String> names = (parts[2].equals("users") ? roleUsers : roleGroups).get(parts[1]);
                yield names == null
                        ? null
                        : names.stream()
                                .map(name -> parts[2].equals("users") ? users.get(name) : groups.get(name))
                                .toList();
            }
            default -> null;
        };
    }

    private List<JsonObject> group(String[] parts) {
        String path = groups.keySet().stream()
                .filter(each -> id(each).equals(parts[1]))
                .findFirst()
                .orElseThrow();
        return parts[2].equals("children")
                ? below(path)
                : members.get(path).stream().map(users::get).toList();
    }

    private List<JsonObject> below(String parent) {
        return groups.entrySet().stream()
                .filter(each -> parent(each.getKey()).equals(parent))
                .map(each -> Json.createObjectBuilder(each.getValue())
                        .add(
                                "subGroupCount",
                                groups.keySet().stream()
                                        .filter(other -> parent(other).equals(each.getKey()))
                                        .count())
                        .build())
                .toList();
    }

    private static String parent(String path) {
        return path.substring(0, path.lastIndexOf('/'));
    }

    private static String page(List<JsonObject> all, String query) {
        Map<String, String> parameters = Stream.of(query.split("&"))
                .collect(Collectors.toMap(each -> each.split("=")[0], each -> each.split("=")[1]));
        JsonArrayBuilder page = Json.createArrayBuilder();
        all.stream()
                .skip(Integer.parseInt(parameters.get("first")))
                .limit(Integer.parseInt(parameters.get("max")))
                .forEach(page::add);
        return page.build().toString();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
