package se.mandat.history;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * An entry for readers: everything that was hashed, and the texts it refers to.
 *
 * @param payload the facts, and for each text its id and digest; exactly what was hashed
 * @param texts the free texts, by their names in the payload
 */
public record HistoryEntryView(
        String subject,
        int seq,
        String type,
        Instant at,
        String actor,
        String onBehalfOf,
        Map<String, Object> payload,
        Map<String, TextView> texts,
        String hash,
        String previousHash) {

    private static final String GOAL = "goal";

    /**
     * What a person wrote.
     *
     * @param content null when it was erased
     * @param salt 64 hexadecimal digits that stand before the text in its digest; null when it was erased
     */
    public record TextView(UUID id, String content, String salt) {

        public boolean isErased() {
            return content == null;
        }
    }

    /** The time as it was hashed, and as programs are told it: UTC with six decimals. */
    public String hashedAt() {
        return Link.hashed(at);
    }

    /** What was written under this name, {@code reason}; null when nothing was, or it was erased. */
    public String text(String name) {
        TextView text = texts.get(name);
        return text == null ? null : text.content();
    }

    /**
     * The same entry for a reader from whom the texts are kept: that there are any is seen, not what they say. What the
     * customer wanted to achieve everybody may read.
     */
    public HistoryEntryView withheld() {
        Map<String, TextView> kept = texts.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey,
                        text -> text.getKey().equals(GOAL)
                                ? text.getValue()
                                : new TextView(text.getValue().id(), null, null)));
        return new HistoryEntryView(subject, seq, type, at, actor, onBehalfOf, payload, kept, hash, previousHash);
    }

    static HistoryEntryView of(Link link, Map<UUID, StoredText> stored) {
        Map<String, Object> payload = CanonicalJson.read(link.payload()).orElse(Map.of());
        Map<String, TextView> texts = Payload.references(payload).entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey,
                        name -> view(stored.get(name.getValue().id()), name.getValue())));
        return new HistoryEntryView(
                link.subject(),
                link.seq(),
                link.type(),
                link.at(),
                link.actor(),
                link.onBehalfOf(),
                payload,
                texts,
                link.hash(),
                link.previousHash());
    }

    private static TextView view(StoredText text, Payload.Reference reference) {
        return text == null || text.isErased()
                ? new TextView(reference.id(), null, null)
                : new TextView(text.id(), text.content(), text.salt());
    }
}
