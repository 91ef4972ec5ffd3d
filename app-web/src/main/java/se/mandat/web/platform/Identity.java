package se.mandat.web.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.wildfly.security.http.oidc.IDToken;
import org.wildfly.security.http.oidc.OidcPrincipal;
import org.wildfly.security.http.oidc.OidcSecurityContext;

/** Who a request comes from, as the identity provider says it, and by which way: a log-in's session or a bearer token. */
public final class Identity {

    private final String username;
    private final OidcSecurityContext tokens;

    private Identity(String username, OidcSecurityContext tokens) {
        this.username = username;
        this.tokens = tokens;
    }

    /** Empty when nobody is logged in. */
    public static Optional<Identity> of(HttpServletRequest request) {
        if (request.getUserPrincipal() == null) {
            return Optional.empty();
        }
        OidcSecurityContext tokens = request.getUserPrincipal() instanceof OidcPrincipal<?> principal
                ? principal.getOidcSecurityContext()
                : null;
        return Optional.of(new Identity(request.getUserPrincipal().getName(), tokens));
    }

    /** Whether the caller sends something along as a token. It says nothing of whether that was taken for one. */
    static boolean hasBearer(HttpServletRequest request) {
        String authorization = request.getHeader("Authorization");
        return authorization != null && authorization.regionMatches(true, 0, "Bearer ", 0, 7);
    }

    public String username() {
        return username;
    }

    /**
     * Whether it is a token sent along that says who they are. No page of another site can make a browser do that, so
     * such a call needs no other proof that its author meant it.
     *
     * <p>The header does not tell: what the server cannot read as a token it passes over, and goes by the session. A
     * log-in always brings an id token, and a bearer token none.
     */
    public boolean isBearer() {
        return tokens != null && tokens.getIDToken() == null;
    }

    /** The language that the identity provider has for this person. */
    public Optional<String> locale() {
        return idToken().map(token -> token.getClaimValueAsString("locale"));
    }

    /** The provider's name for this log-in. */
    Optional<String> sid() {
        return idToken().map(token -> token.getClaimValueAsString("sid"));
    }

    Optional<String> subject() {
        return idToken().map(IDToken::getSubject);
    }

    /** When the person last proved who they are or the token was issued, in seconds since 1970. */
    Optional<Long> loggedInAt() {
        return idToken()
                .map(token -> token.hasClaim("auth_time")
                        ? Long.valueOf(token.getClaimValueAsString("auth_time"))
                        : token.getIssuedAt());
    }

    /** The id token as it came, to be shown to the provider when logging out. */
    Optional<String> idTokenText() {
        return Optional.ofNullable(tokens).map(OidcSecurityContext::getIDTokenString);
    }

    private Optional<IDToken> idToken() {
        return Optional.ofNullable(tokens).map(OidcSecurityContext::getIDToken);
    }
}
