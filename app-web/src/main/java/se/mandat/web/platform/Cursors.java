package se.mandat.web.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;

/**
 * Where a list goes on, as the reader hands it back. It is signed together with the question it belongs to: a cursor
 * that was made up, or that belongs to another question, is refused.
 */
@ApplicationScoped
public class Cursors {

    private static final String SECRET = "cursor";
    private static final int SIGNATURE_BYTES = 12;

    @Inject
    private Secrets secrets;

    public Cursors() {}

    Cursors(Secrets secrets) {
        this.secrets = secrets;
    }

    /**
     * A cursor to hand out.
     *
     * @param question everything that decides what is listed and how it is sorted
     * @param position the last one shown, or null when there is no more
     */
    public String seal(String question, String position) {
        if (position == null) {
            return null;
        }
        byte[] text = position.getBytes(StandardCharsets.UTF_8);
        byte[] sealed = Arrays.copyOf(signature(question, position), SIGNATURE_BYTES + text.length);
        System.arraycopy(text, 0, sealed, SIGNATURE_BYTES, text.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    /**
     * The position in a cursor that was handed out for this question; null for none.
     *
     * @throws Refused as {@link Refusal#MALFORMED}
     */
    public String open(String question, String cursor) {
        if (cursor == null || cursor.isEmpty()) {
            return null;
        }
        byte[] sealed;
        try {
            sealed = Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException notBase64) {
            throw Refused.malformed("cursor", "error.cursor");
        }
        if (sealed.length <= SIGNATURE_BYTES) {
            throw Refused.malformed("cursor", "error.cursor");
        }
        String position = new String(sealed, SIGNATURE_BYTES, sealed.length - SIGNATURE_BYTES, StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(Arrays.copyOf(sealed, SIGNATURE_BYTES), signature(question, position))) {
            throw Refused.malformed("cursor", "error.cursor");
        }
        return position;
    }

    private byte[] signature(String question, String position) {
        return Arrays.copyOf(secrets.mac(SECRET, question + "\n" + position), SIGNATURE_BYTES);
    }
}
