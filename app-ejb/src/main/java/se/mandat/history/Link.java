package se.mandat.history;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;

/**
 * One entry of a chain: what happened, and the hash of the entry before it.
 *
 * @param seq 1 for the first entry
 * @param at in microseconds
 * @param payload canonical JSON, an object
 * @param hash over all the others, see {@link #computedHash()}
 */
record Link(
        String subject,
        int seq,
        String type,
        Instant at,
        String actor,
        String onBehalfOf,
        String payload,
        String previousHash,
        String hash) {

    /** The hash that stands before the first entry. */
    static final String NOTHING = "0".repeat(64);

    private static final DateTimeFormatter HASHED_TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    /** What follows {@code head}; its hash is computed. */
    static Link after(
            Head head, String subject, String type, Instant at, String actor, String onBehalfOf, String payload) {
        int seq = head.seq() + 1;
        String hash = hash(subject, seq, type, at, actor, onBehalfOf, payload, head.hash());
        return new Link(subject, seq, type, at, actor, onBehalfOf, payload, head.hash(), hash);
    }

    /** The time as it is hashed: UTC with six decimals, {@code 2026-11-22T09:30:00.000000Z}. */
    static String hashed(Instant at) {
        return HASHED_TIME.format(at);
    }

    /** What the hash is if nothing was changed. */
    String computedHash() {
        return hash(subject, seq, type, at, actor, onBehalfOf, payload, previousHash);
    }

    Head head() {
        return new Head(seq, hash);
    }

    private static String hash(
            String subject,
            int seq,
            String type,
            Instant at,
            String actor,
            String onBehalfOf,
            String payload,
            String previousHash) {
        Map<String, Object> hashed = new HashMap<>();
        hashed.put("subject", subject);
        hashed.put("seq", seq);
        hashed.put("type", type);
        hashed.put("at", hashed(at));
        hashed.put("actor", actor);
        hashed.put("onBehalfOf", onBehalfOf);
        hashed.put("payload", CanonicalJson.read(payload).orElse(Map.of()));
        hashed.put("previousHash", previousHash);
        return Digest.of(CanonicalJson.of(hashed));
    }
}
