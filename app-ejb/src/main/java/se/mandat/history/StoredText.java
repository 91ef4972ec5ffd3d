package se.mandat.history;

import java.util.HexFormat;
import java.util.UUID;

/**
 * A free text beside the chain.
 *
 * @param salt 64 hexadecimal digits; null when the text was erased
 * @param content null when it was erased
 */
record StoredText(UUID id, String salt, String content) {

    static StoredText of(UUID id, byte[] salt, String content) {
        return new StoredText(id, HexFormat.of().formatHex(salt), content);
    }

    boolean isErased() {
        return content == null || salt == null;
    }

    String digest() {
        return Digest.of(HexFormat.of().parseHex(salt), content);
    }
}
