package se.mandat.organisation;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import se.mandat.shared.Actor;

/**
 * The organisation as a Keycloak realm has it. Groups are units, by their path; their attributes say {@code name},
 * {@code manager}, {@code onCall} and, on the top one, {@code deputy}. Where a realm has several top groups, the
 * organisation is the one that names a manager. A role counts whether it is given to a person or to a group they stand
 * in or below.
 */
@ApplicationScoped
class KeycloakDirectory implements IdentityProvider {

    private static final int PAGE = 500;
    private static final Duration ALL_CALLS = Duration.ofSeconds(25);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(3))
            .build();

    @Override
    public Register read() throws ReadingRefused {
        return read(KeycloakRealm.configured(), PAGE);
    }

    Register read(KeycloakRealm realm, int pageSize) throws ReadingRefused {
        return new Reading(new KeycloakCalls(http, realm, pageSize, ALL_CALLS)).register();
    }

    @PreDestroy
    void stop() {
        http.shutdownNow();
    }

    /** One reading, from the token to the last page. */
    private static final class Reading {

        private final KeycloakCalls calls;
        private final List<Unit> units = new ArrayList<>();
        private final Map<String, String> unitsOfGroups = new HashMap<>();
        private final Map<String, SortedSet<String>> unitsOfUsers = new HashMap<>();
        private final Map<String, Set<Role>> rolesOfUsers = new HashMap<>();

        Reading(KeycloakCalls calls) {
            this.calls = calls;
        }

        Register register() throws ReadingRefused {
            JsonObject top = top(calls.pages("/groups", "&briefRepresentation=false"));
            unit(top, null);
            List<JsonObject> users = calls.pages("/users", "&briefRepresentation=false");
            members();
            roles();
            return Register.of(
                    units,
                    accounts(users),
                    attribute(top, "deputy").map(Reading::username).orElse(null));
        }

        private static JsonObject top(List<JsonObject> groups) throws ReadingRefused {
            List<JsonObject> candidates = groups.size() == 1
                    ? groups
                    : groups.stream()
                            .filter(group -> attribute(group, "manager").isPresent())
                            .toList();
            if (candidates.size() != 1) {
                throw new ReadingRefused("it has " + candidates.size() + " top groups that could be the organisation");
            }
            return candidates.getFirst();
        }

        private void unit(JsonObject group, String parent) throws ReadingRefused {
            String id = KeycloakCalls.text(group, "id");
            String groupName = KeycloakCalls.text(group, "name");
            String path = KeycloakCalls.text(group, "path").replaceFirst("^/", "");
            if (parent != null && !path.startsWith(parent + "/")) {
                throw new ReadingRefused("it answers a group that does not lie where its path says");
            }
            units.add(new Unit(
                    path,
                    attribute(group, "name").orElse(groupName),
                    parent,
                    attribute(group, "manager").map(Reading::username).orElse(null),
                    attribute(group, "onCall").orElse(null)));
            unitsOfGroups.put(id, path);
            if (group.getInt("subGroupCount", 1) > 0) {
                for (JsonObject below : calls.pages("/groups/" + id + "/children", "&briefRepresentation=false")) {
                    unit(below, path);
                }
            }
        }

        private void members() throws ReadingRefused {
            for (Map.Entry<String, String> group : unitsOfGroups.entrySet()) {
                for (JsonObject user :
                        calls.pages("/groups/" + group.getKey() + "/members", "&briefRepresentation=true")) {
                    unitsOfUsers
                            .computeIfAbsent(KeycloakCalls.text(user, "id"), id -> new TreeSet<>())
                            .add(group.getValue());
                }
            }
        }

        private void roles() throws ReadingRefused {
            for (Role role : Role.values()) {
                String path = "/roles/" + role.realmName();
                Set<String> holders = new HashSet<>();
                for (JsonObject user : calls.whole(path + "/users", "&briefRepresentation=true")) {
                    holders.add(KeycloakCalls.text(user, "id"));
                }
                for (JsonObject group : calls.whole(path + "/groups", "&briefRepresentation=true")) {
                    Optional.ofNullable(unitsOfGroups.get(KeycloakCalls.text(group, "id")))
                            .ifPresent(unit -> holders.addAll(usersWithin(unit)));
                }
                holders.forEach(user -> rolesOfUsers
                        .computeIfAbsent(user, id -> EnumSet.noneOf(Role.class))
                        .add(role));
            }
        }

        private Set<String> usersWithin(String unit) {
            Set<String> users = new HashSet<>();
            unitsOfUsers.forEach((user, theirs) -> {
                if (theirs.stream().anyMatch(path -> Unit.contains(unit, path))) {
                    users.add(user);
                }
            });
            return users;
        }

        private List<Account> accounts(List<JsonObject> users) throws ReadingRefused {
            List<Account> accounts = new ArrayList<>();
            for (JsonObject user : users) {
                String id = KeycloakCalls.text(user, "id");
                String username = username(KeycloakCalls.text(user, "username"));
                // service accounts are programs; nobody may bear the name under which the system acts
                if (!user.containsKey("serviceAccountClientId")
                        && !username.startsWith("service-account-")
                        && !username.equals(Actor.SYSTEM.username())) {
                    accounts.add(new Account(
                            username,
                            displayName(user, username),
                            unitsOfUsers.getOrDefault(id, new TreeSet<>()),
                            rolesOfUsers.getOrDefault(id, Set.of()),
                            enabled(user),
                            email(user),
                            attribute(user, "locale").orElse(null)));
                }
            }
            return accounts;
        }

        /** Whoever answers without it is not Keycloak; taking it for "no" would throw everybody out. */
        private static boolean enabled(JsonObject user) throws ReadingRefused {
            JsonValue enabled = user.getOrDefault("enabled", JsonValue.NULL);
            if (!enabled.equals(JsonValue.TRUE) && !enabled.equals(JsonValue.FALSE)) {
                throw new ReadingRefused("it answers somebody without saying whether enabled");
            }
            return enabled.equals(JsonValue.TRUE);
        }

        private static String email(JsonObject user) {
            String email = user.getString("email", "").strip();
            return email.isEmpty() ? null : email;
        }

        private static String displayName(JsonObject user, String username) {
            String name = (user.getString("firstName", "") + " " + user.getString("lastName", "")).strip();
            return name.isEmpty() ? username : name;
        }

        private static String username(String text) {
            return text.strip().toLowerCase(Locale.ROOT);
        }

        private static Optional<String> attribute(JsonObject from, String name) {
            if (from.get("attributes") instanceof JsonObject attributes
                    && attributes.get(name) instanceof JsonArray values
                    && !values.isEmpty()
                    && values.getFirst() instanceof JsonString value
                    && !value.getString().isBlank()) {
                return Optional.of(value.getString().strip());
            }
            return Optional.empty();
        }
    }
}
