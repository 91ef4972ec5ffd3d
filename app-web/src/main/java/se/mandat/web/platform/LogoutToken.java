package se.mandat.web.platform;

import java.util.List;
import java.util.Map;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.ErrorCodeValidator;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.keys.resolvers.VerificationKeyResolver;

/**
 * The identity provider's word that a log-in has ended (OpenID Connect Back-Channel Logout 1.0, section 2.4 and 2.6).
 *
 * @param sid the log-in, or null when all of the person's are meant
 * @param subject the person, or null when {@code sid} says enough
 */
public record LogoutToken(String sid, String subject) {

    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";
    private static final int SKEW_SECONDS = 60;
    private static final int OLDEST_SECONDS = 600;

    /** Not a logout token of our provider for us; the message says why, for the log, and nothing of what it claims. */
    public static class Invalid extends Exception {

        private static final long serialVersionUID = 1L;

        Invalid(String why) {
            super(why);
        }

        /** The library's own words repeat the token's claims: its codes alone are kept, and not it as the cause. */
        Invalid(InvalidJwtException refused) {
            super("error codes " + codes(refused));
        }

        private static List<Integer> codes(InvalidJwtException refused) {
            return refused.getErrorDetails().stream()
                    .map(ErrorCodeValidator.Error::getErrorCode)
                    .toList();
        }
    }

    /** The token, once everything about it has been checked. */
    public static LogoutToken verified(String token, VerificationKeyResolver keys, String issuer, String client)
            throws Invalid {
        try {
            JwtContext context = consumer(keys, issuer, client).process(token);
            String type = context.getJoseObjects().get(0).getHeader("typ");
            if (type != null && !type.equalsIgnoreCase("logout+jwt") && !type.equalsIgnoreCase("JWT")) {
                throw new Invalid("another kind of token");
            }
            return of(context.getJwtClaims());
        } catch (InvalidJwtException e) {
            throw new Invalid(e);
        } catch (MalformedClaimException e) {
            throw new Invalid("a claim of another type");
        }
    }

    private static JwtConsumer consumer(VerificationKeyResolver keys, String issuer, String client) {
        return new JwtConsumerBuilder()
                .setVerificationKeyResolver(keys)
                .setJwsAlgorithmConstraints(new AlgorithmConstraints(
                        ConstraintType.PERMIT,
                        AlgorithmIdentifiers.RSA_USING_SHA256,
                        AlgorithmIdentifiers.RSA_USING_SHA384,
                        AlgorithmIdentifiers.RSA_USING_SHA512,
                        AlgorithmIdentifiers.RSA_PSS_USING_SHA256,
                        AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256,
                        AlgorithmIdentifiers.ECDSA_USING_P384_CURVE_AND_SHA384))
                .setExpectedIssuer(issuer)
                .setExpectedAudience(client)
                .setRequireIssuedAt()
                .setRequireExpirationTime()
                .setIssuedAtRestrictions(SKEW_SECONDS, OLDEST_SECONDS)
                .setAllowedClockSkewInSeconds(SKEW_SECONDS)
                .build();
    }

    private static LogoutToken of(JwtClaims claims) throws Invalid, MalformedClaimException {
        if (!(claims.getClaimValue("events") instanceof Map<?, ?> events)
                || !(events.get(EVENT) instanceof Map<?, ?>)) {
            throw new Invalid("no logout event");
        }
        if (claims.hasClaim("nonce")) {
            throw new Invalid("an id token, not a logout token");
        }
        String sid = claims.getStringClaimValue("sid");
        String subject = claims.getSubject();
        if (sid == null && subject == null) {
            throw new Invalid("neither sid nor sub");
        }
        return new LogoutToken(sid, subject);
    }
}
