package se.mandat.running;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import se.mandat.launcher.Mailbox;
import se.mandat.launcher.MandatSystem;
import se.mandat.launcher.WireTransaction;

/** The system that the tests run against, seen from outside. */
public final class RunningSystem {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, Token> TOKENS = new ConcurrentHashMap<>();

    private final MandatSystem system;
    private final Supplier<DataSource> database;
    // an answer as long as the description is sometimes lost on the way up from 1.1
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /** @param renewal what the next one is given for, without the password, which is slow to check */
    private record Token(String value, Instant until, String renewal) {}

    private RunningSystem(MandatSystem system, Supplier<DataSource> database) {
        this.system = system;
        this.database = database;
    }

    static RunningSystem current() {
        return of(SuiteContainer.running());
    }

    /** This one. */
    public static RunningSystem of(MandatSystem system) {
        return new RunningSystem(system, () -> system.administration().orElseThrow());
    }

    /** The address of a page or a call, {@code /api/v1/me}. */
    public URI at(String path) {
        return URI.create(system.settings().url() + path);
    }

    /** The application's database, as its superuser. */
    public DataSource database() {
        return database.get();
    }

    /**
     * Another system in the same realm, with a simulated clock and a database of this name of its own, until it is closed.
     * Begun again with the same name, it goes on where it stood.
     */
    public Simulated simulated(String name) {
        MandatSystem beside = system.simulatedBeside(name);
        return new Simulated(beside, new RunningSystem(beside, () -> system.administration(name)));
    }

    /** A system with a simulated clock. */
    public record Simulated(MandatSystem node, RunningSystem system) implements AutoCloseable {
        @Override
        public void close() {
            node.close();
        }
    }

    /** Where everybody's mail arrives. */
    public Mailbox mailbox() {
        return system.mailbox().orElseThrow();
    }

    /**
     * The transactions that the application carried out while these calls were made. Left out are those of its own
     * accord: it looks for due jobs, for new readings of the directory, for closing days, and for what new voices are
     * about.
     */
    public List<WireTransaction> hear(Runnable calls) {
        return system.wireTap().orElseThrow().during(calls).stream()
                .filter(transaction -> !transaction.mentions("act_ru_job")
                        && !transaction.mentions("directory_reading")
                        && !transaction.mentions("insert into voice_gist")
                        && !transaction.isOnly("closing_day", "open_eve"))
                .toList();
    }

    /** Another node on the same database and realm, with these models instead of its own, while {@code work} goes on. */
    public void besideOneWithModels(Path models, Consumer<RunningSystem> work) {
        try (MandatSystem node = system.beside(models)) {
            work.accept(of(node));
        }
    }

    /** Two nodes behind one address in the same realm, on a database of their own of this name, until they are closed. */
    public TwoNodes twoNodes(String database) {
        return TwoNodes.started(system, database);
    }

    /** Does not wait for the application to do so by itself: all cases raised until now are found as similar ones. */
    public void takeGists() {
        HttpResponse<String> taken = send(HttpRequest.newBuilder(at("/inside/levers?pull=gists"))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build());
        if (taken.statusCode() != 200) {
            throw new IllegalStateException(taken.statusCode() + " " + taken.body());
        }
    }

    /** From here on the application cannot reach its database, until this is closed. */
    public Outage withoutDatabase() {
        return Outage.ofDatabase(this, system.maintenance().orElseThrow());
    }

    /** From here on nobody gets an answer from the identity provider, until this is closed. */
    public Outage withoutIdentityProvider() {
        return Outage.of(this, system::identityProviderStandsStill, system::identityProviderGoesOn);
    }

    /** What the identity provider's administrator can do to the organisation. */
    public Directory directory() {
        return new Directory(this, system.issuer().url());
    }

    /** A bearer token of this person, as an outside program gets it. */
    public String token(String username) {
        return TOKENS.compute(username, this::current).value();
    }

    private Token current(String username, Token known) {
        String realm = system.issuer().url();
        if (known == null) {
            return passwordGrant(realm, "mandat-api", username, username);
        }
        if (known.until().isAfter(Instant.now())) {
            return known;
        }
        HttpResponse<String> renewed = askForToken(
                realm,
                Map.of("grant_type", "refresh_token", "client_id", "mandat-api", "refresh_token", known.renewal()));
        return renewed.statusCode() == 200 ? tokenOf(renewed) : passwordGrant(realm, "mandat-api", username, username);
    }

    /** A bearer token of this person that another application of the realm has asked for. */
    public String token(String username, String client) {
        return passwordGrant(issuer(), client, username, username).value();
    }

    /** The realm that the application trusts. */
    public String issuer() {
        return system.issuer().url();
    }

    /** From here on everybody gets a token of today. */
    static void forgetTokens() {
        TOKENS.clear();
    }

    /** Whether the identity provider turns this person away just now. */
    public boolean isRefusedAToken(String username) {
        return askForToken(system.issuer().url(), "mandat-api", username, username)
                        .statusCode()
                != 200;
    }

    /** A call to the API as this person. */
    public HttpResponse<String> get(String username, String path) {
        return send(request(username, path).GET().build());
    }

    /** A command to the API as this person; further headers by {@link #request}. */
    public HttpResponse<String> post(String username, String path, String json) {
        return send(request(username, path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build());
    }

    public HttpRequest.Builder request(String username, String path) {
        return HttpRequest.newBuilder(at(path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + token(username));
    }

    public HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    String administratorToken() {
        String master = system.issuer().url().replace("/realms/mandat", "/realms/master");
        return passwordGrant(master, "admin-cli", "admin", "admin").value();
    }

    private Token passwordGrant(String realm, String client, String username, String password) {
        HttpResponse<String> answer = askForToken(realm, client, username, password);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("No token for " + username + ": " + answer.body());
        }
        return tokenOf(answer);
    }

    private static Token tokenOf(HttpResponse<String> answer) {
        JsonNode token = json(answer.body());
        return new Token(
                token.path("access_token").asText(),
                Instant.now().plusSeconds(token.path("expires_in").asLong() / 2),
                token.path("refresh_token").asText());
    }

    private HttpResponse<String> askForToken(String realm, String client, String username, String password) {
        return askForToken(
                realm,
                Map.of("grant_type", "password", "client_id", client, "username", username, "password", password));
    }

    private HttpResponse<String> askForToken(String realm, Map<String, String> fields) {
        String form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(URI.create(realm + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build());
    }

    /** @throws UncheckedIOException when it is not JSON */
    public static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
