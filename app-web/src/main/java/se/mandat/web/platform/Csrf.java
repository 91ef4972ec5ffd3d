package se.mandat.web.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;

/**
 * Proof that a form was shown to the person who sends it. It is bound to the user name rather than to a session, so
 * that what somebody typed survives a silent new log-in, and every node can check it. It looks different each time, so
 * that it cannot be guessed from the length of compressed pages.
 */
@ApplicationScoped
public class Csrf {

    /** The form field. */
    public static final String FIELD = "csrf";

    /** The header, for scripts and for programs that use a session. */
    public static final String HEADER = "X-CSRF-Token";

    private static final String SECRET = "csrf";

    @Inject
    private Secrets secrets;

    public Csrf() {}

    Csrf(Secrets secrets) {
        this.secrets = secrets;
    }

    /** A token for a form that is shown to this person. */
    public String tokenFor(String username) {
        byte[] mask = secrets.random();
        byte[] masked = xor(mask, code(username));
        byte[] both = Arrays.copyOf(mask, mask.length + masked.length);
        System.arraycopy(masked, 0, both, mask.length, masked.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(both);
    }

    /** Whether the token, which may be null, was made for this person. */
    public boolean isValid(String token, String username) {
        if (token == null) {
            return false;
        }
        byte[] both;
        try {
            both = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
        byte[] code = code(username);
        if (both.length != 2 * code.length) {
            return false;
        }
        byte[] mask = Arrays.copyOf(both, code.length);
        byte[] masked = Arrays.copyOfRange(both, code.length, both.length);
        return MessageDigest.isEqual(xor(mask, masked), code);
    }

    private byte[] code(String username) {
        return secrets.mac(SECRET, username);
    }

    private static byte[] xor(byte[] one, byte[] other) {
        byte[] result = new byte[one.length];
        for (int i = 0; i < one.length; i++) {
            result[i] = (byte) (one[i] ^ other[i]);
        }
        return result;
    }
}
