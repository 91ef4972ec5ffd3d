package se.mandat.web.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import se.mandat.shared.WholeAnswer;

/** Where the identity provider has its endpoints and keys, as it says itself; asked when first needed. */
@ApplicationScoped
public class IdentityProvider {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Until when each issuer is taken to be silent; what one instance has found, all know. */
    private static final Map<String, Long> SILENT_UNTIL = new ConcurrentHashMap<>();

    private static final Duration PATIENCE_OF_WHO_WAITS = Duration.ofSeconds(2);
    private static final Duration BETWEEN_QUESTIONS_IN_VAIN = Duration.ofSeconds(1);

    private final String issuer;
    private final Duration patienceOfWhoWaits;
    private final String client = System.getProperty("mandat.oidc.client", "mandat-web");
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private volatile JsonNode said;
    private volatile VerificationKeyResolver keys;

    public IdentityProvider() {
        this(System.getProperty("mandat.oidc.issuer", "http://localhost:8180/realms/mandat"));
    }

    IdentityProvider(String issuer) {
        this(issuer, PATIENCE_OF_WHO_WAITS);
    }

    IdentityProvider(String issuer, Duration patienceOfWhoWaits) {
        this.issuer = issuer;
        this.patienceOfWhoWaits = patienceOfWhoWaits;
    }

    public String client() {
        return client;
    }

    /** Scheme, host and port of the provider; pages may send forms there. */
    public String origin() {
        URI uri = URI.create(issuer);
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }

    /** The name that the provider gives itself in its tokens. */
    public String issuer() {
        return said().get("issuer").asText();
    }

    /** Where a person is sent to be logged out there as well. */
    public URI endSessionEndpoint() {
        return URI.create(said().get("end_session_endpoint").asText());
    }

    /** Finds the key that a token is signed with; asks again when the provider has changed its keys. */
    public VerificationKeyResolver keys() {
        if (keys == null) {
            keys = new HttpsJwksVerificationKeyResolver(
                    new HttpsJwks(said().get("jwks_uri").asText()));
        }
        return keys;
    }

    /**
     * Whether people can log in now. Where the provider neither answers nor refuses this takes two seconds, and what was
     * found is then said at once for a second more.
     */
    public boolean answers() {
        if (isKnownToBeSilent()) {
            return false;
        }
        try {
            said = ask(patienceOfWhoWaits);
            return true;
        } catch (UncheckedIOException e) {
            SILENT_UNTIL.put(issuer, System.nanoTime() + BETWEEN_QUESTIONS_IN_VAIN.toNanos());
            return false;
        }
    }

    private boolean isKnownToBeSilent() {
        Long until = SILENT_UNTIL.get(issuer);
        return until != null && until - System.nanoTime() > 0;
    }

    private JsonNode said() {
        if (said == null) {
            said = ask(PATIENCE);
        }
        return said;
    }

    private JsonNode ask(Duration patience) {
        HttpRequest question = HttpRequest.newBuilder(URI.create(issuer + "/.well-known/openid-configuration"))
                .build();
        try {
            HttpResponse<byte[]> answer =
                    WholeAnswer.within(patience, http, question, HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new IOException("The identity provider answered " + answer.statusCode());
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
