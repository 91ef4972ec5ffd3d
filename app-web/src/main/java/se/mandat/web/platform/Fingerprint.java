package se.mandat.web.platform;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Tells whether the same thing was sent again. */
final class Fingerprint {

    /** Fields that differ between two showings of one form, or that say how rather than what. */
    private static final Set<String> BESIDE = Set.of(Csrf.FIELD, OnceInterceptor.FIELD);

    private Fingerprint() {}

    /** Of a call's body, byte by byte. */
    static byte[] of(byte[] body) {
        return sha256().digest(body);
    }

    /** Of what a person filled in, in whatever order it comes. */
    static byte[] of(Map<String, String[]> form) {
        MessageDigest digest = sha256();
        new TreeMap<>(form).forEach((name, values) -> {
            if (!BESIDE.contains(name)) {
                put(digest, name);
                put(digest, Integer.toString(values.length));
                for (String value : values) {
                    put(digest, value);
                }
            }
        });
        return digest.digest();
    }

    private static void put(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
