package se.mandat.web.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LogoutTokenTest {

    private static final String ISSUER = "http://localhost:8180/realms/mandat";
    private static final String CLIENT = "mandat-web";
    private static RsaJsonWebKey ours;
    private static RsaJsonWebKey another;

    @BeforeAll
    static void keys() throws JoseException {
        ours = RsaJwkGenerator.generateJwk(2048);
        another = RsaJwkGenerator.generateJwk(2048);
    }

    @Test
    void a_logout_token_names_the_log_in_that_has_ended() throws Exception {
        assertThat(verified(sign(claims(), ours))).isEqualTo(new LogoutToken("session-1", "person-1"));
    }

    @Test
    void it_may_name_the_person_alone() throws Exception {
        assertThat(verified(sign(with(claims -> claims.unsetClaim("sid")), ours)))
                .isEqualTo(new LogoutToken(null, "person-1"));
    }

    @Test
    void one_that_somebody_else_signed_is_refused() {
        assertRefused(() -> sign(claims(), another));
    }

    @Test
    void one_that_nobody_signed_is_refused() {
        assertRefused(() -> {
            JsonWebSignature signature = new JsonWebSignature();
            signature.setAlgorithmConstraints(org.jose4j.jwa.AlgorithmConstraints.NO_CONSTRAINTS);
            signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.NONE);
            signature.setPayload(claims().toJson());
            return signature.getCompactSerialization();
        });
    }

    @Test
    void one_signed_with_the_public_key_as_if_it_were_a_shared_secret_is_refused() {
        assertRefused(() -> {
            JsonWebSignature signature = new JsonWebSignature();
            signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
            signature.setKey(new HmacKey(ours.getRsaPublicKey().getEncoded()));
            signature.setPayload(claims().toJson());
            return signature.getCompactSerialization();
        });
    }

    @Test
    void one_of_another_issuer_or_for_another_client_is_refused() {
        assertRefused(() -> sign(with(claims -> claims.setIssuer("http://elsewhere")), ours));
        assertRefused(() -> sign(with(claims -> claims.setAudience("mandat-api")), ours));
        assertRefused(() -> sign(with(claims -> claims.unsetClaim("aud")), ours));
    }

    @Test
    void one_that_has_run_out_is_too_old_or_says_no_times_is_refused() {
        assertRefused(() -> sign(with(claims -> claims.setExpirationTime(inSeconds(-300))), ours));
        assertRefused(() -> sign(with(claims -> claims.setIssuedAt(inSeconds(-3_600))), ours));
        assertRefused(() -> sign(with(claims -> claims.setIssuedAt(inSeconds(3_600))), ours));
        assertRefused(() -> sign(with(claims -> claims.unsetClaim("iat")), ours));
        assertRefused(() -> sign(with(claims -> claims.unsetClaim("exp")), ours));
    }

    @Test
    void an_id_token_is_no_logout_token() {
        assertRefused(() -> sign(with(claims -> claims.unsetClaim("events")), ours));
        assertRefused(() -> sign(with(claims -> claims.setClaim("events", Map.of("other", Map.of()))), ours));
        assertRefused(() -> sign(with(claims -> claims.setClaim("nonce", "n")), ours));
    }

    @Test
    void one_that_names_neither_log_in_nor_person_is_refused() {
        assertRefused(() -> sign(
                with(claims -> {
                    claims.unsetClaim("sid");
                    claims.unsetClaim("sub");
                }),
                ours));
    }

    @Test
    void something_else_altogether_is_refused() {
        assertRefused(() -> "");
        assertRefused(() -> "a.b.c");
    }

    @Test
    void why_one_is_refused_is_said_without_what_it_claims() {
        assertThat(List.<Making>of(
                        () -> sign(with(claims -> claims.setIssuer("http://elsewhere")), ours),
                        () -> sign(with(claims -> claims.setExpirationTime(inSeconds(-300))), ours),
                        () -> sign(with(claims -> claims.unsetClaim("events")), ours),
                        () -> sign(with(claims -> claims.setClaim("sid", List.of("session-1"))), ours),
                        () -> sign(claims(), another)))
                .allSatisfy(making -> assertThatThrownBy(() -> verified(making.token()))
                        .hasNoCause()
                        .hasMessageNotContainingAny("session-1", "person-1", "elsewhere", "{")
                        .message()
                        .isNotBlank());
    }

    private interface Making {
        String token() throws JoseException;
    }

    private static void assertRefused(Making making) {
        assertThatThrownBy(() -> verified(making.token())).isInstanceOf(LogoutToken.Invalid.class);
    }

    private static LogoutToken verified(String token) throws LogoutToken.Invalid {
        VerificationKeyResolver keys = (signature, context) -> ours.getKey();
        return LogoutToken.verified(token, keys, ISSUER, CLIENT);
    }

    private static JwtClaims claims() {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(ISSUER);
        claims.setAudience(CLIENT);
        claims.setIssuedAtToNow();
        claims.setExpirationTime(inSeconds(120));
        claims.setSubject("person-1");
        claims.setClaim("sid", "session-1");
        claims.setClaim("events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()));
        return claims;
    }

    private static JwtClaims with(Consumer<JwtClaims> change) {
        JwtClaims claims = claims();
        change.accept(claims);
        return claims;
    }

    private static NumericDate inSeconds(long seconds) {
        NumericDate date = NumericDate.now();
        date.addSeconds(seconds);
        return date;
    }

    private static String sign(JwtClaims claims, RsaJsonWebKey key) throws JoseException {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        signature.setHeader("typ", "logout+jwt");
        signature.setKey(key.getPrivateKey());
        signature.setPayload(claims.toJson());
        return signature.getCompactSerialization();
    }
}
