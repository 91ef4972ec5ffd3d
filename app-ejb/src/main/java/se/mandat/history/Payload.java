package se.mandat.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import se.mandat.shared.DomainEvent;
import se.mandat.shared.DomainEvent.FreeText;

/**
 * What an entry says: the facts of an event, and for each free text its id and digest in place of the text.
 *
 * @param json canonical JSON
 * @param texts what stands beside the chain
 */
record Payload(String json, List<StoredText> texts) {

    private static final String ID = "text";
    private static final String DIGEST = "sha256";
    private static final Pattern IDS = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    /** Where an entry refers to a text. */
    record Reference(UUID id, String sha256) {}

    /** @throws IllegalArgumentException when a fact and a text, or two texts, have the same name */
    static Payload of(DomainEvent event, Supplier<UUID> ids, Supplier<byte[]> salts) {
        Map<String, Object> payload = new HashMap<>(event.facts());
        if (!references(payload).isEmpty()) {
            throw new IllegalArgumentException(event.type() + " has a fact that looks like a text");
        }
        List<StoredText> texts = new ArrayList<>();
        for (FreeText text : event.texts()) {
            byte[] salt = salts.get();
            StoredText stored = StoredText.of(ids.get(), salt, text.content());
            Object same = payload.put(
                    text.name(), Map.of(ID, stored.id().toString(), DIGEST, Digest.of(salt, text.content())));
            if (same != null) {
                throw new IllegalArgumentException(event.type() + " says " + text.name() + " twice");
            }
            texts.add(stored);
        }
        return new Payload(CanonicalJson.of(payload), texts);
    }

    /** The texts that a payload refers to, by their names in it. */
    static Map<String, Reference> references(Map<String, Object> payload) {
        Map<String, Reference> references = new HashMap<>();
        payload.forEach((name, value) -> reference(value).ifPresent(reference -> references.put(name, reference)));
        return references;
    }

    private static Optional<Reference> reference(Object value) {
        return value instanceof Map<?, ?> map
                        && map.size() == 2
                        && map.get(ID) instanceof String id
                        && map.get(DIGEST) instanceof String digest
                        && IDS.matcher(id).matches()
                ? Optional.of(new Reference(UUID.fromString(id), digest))
                : Optional.empty();
    }
}
