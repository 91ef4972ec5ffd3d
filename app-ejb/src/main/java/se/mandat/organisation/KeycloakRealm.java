package se.mandat.organisation;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Where the realm is, and who the application is there.
 *
 * @param issuer the realm's address, {@code http://localhost:8180/realms/mandat}
 * @param client the client whose service account may view realm, users and groups
 */
record KeycloakRealm(String issuer, String client, String secret) {

    private static final String REALMS = "/realms/";

    /** As the server is configured: {@code mandat.oidc.issuer}, {@code mandat.oidc.client}, {@code mandat.oidc.secret}. */
    static KeycloakRealm configured() throws ReadingRefused {
        return new KeycloakRealm(
                property("mandat.oidc.issuer"), property("mandat.oidc.client"), property("mandat.oidc.secret"));
    }

    KeycloakRealm {
        issuer = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
    }

    URI token() {
        return URI.create(issuer + "/protocol/openid-connect/token");
    }

    /** The address of {@code path} in the administration of this realm. */
    URI administration(String path) throws ReadingRefused {
        int at = issuer.lastIndexOf(REALMS);
        if (at < 0) {
            throw new ReadingRefused("mandat.oidc.issuer is no address of a realm");
        }
        return URI.create(issuer.substring(0, at) + "/admin" + REALMS + issuer.substring(at + REALMS.length()) + path);
    }

    String credentials() {
        return "grant_type=client_credentials&client_id=" + encoded(client) + "&client_secret=" + encoded(secret);
    }

    @Override
    public String toString() {
        return issuer;
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static String property(String name) throws ReadingRefused {
        String value = System.getProperty(name);
        if (value == null || value.isBlank()) {
            throw new ReadingRefused(name + " is not set");
        }
        return value;
    }
}
