package se.mandat.history;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import se.mandat.history.Payload.Reference;
import se.mandat.history.Verification.Why;

/**
 * The entries of one subject and the texts beside them, as found in the database, to be checked against each other and
 * against the head.
 *
 * @param links in the order of their numbers
 * @param head null when there is none
 */
record Chain(String subject, List<Link> links, List<StoredText> texts, Head head) {

    /** The entry by which texts are erased says so under this name, a list of their ids. */
    static final String ERASED = "erasedTexts";

    /** Recomputes everything; the first break counts. */
    Verification verify() {
        Map<UUID, StoredText> byId = texts.stream().collect(Collectors.toMap(StoredText::id, Function.identity()));
        Set<String> erased = erased();
        Head last = Head.OF_NOTHING;
        for (Link link : links) {
            Optional<Why> why = breakAt(link, last).or(() -> textBreakAt(link, byId, erased));
            if (why.isPresent()) {
                return Verification.broken(links.size(), head, last.seq() + 1, why.get());
            }
            last = link.head();
        }
        if (head == null) {
            return Verification.broken(links.size(), null, last.seq() + 1, Why.HEAD_MISSING);
        }
        if (last.seq() < head.seq()) {
            return Verification.broken(links.size(), head, last.seq() + 1, Why.ENTRY_MISSING);
        }
        if (!last.equals(head) || head.seq() == 0) {
            return Verification.broken(
                    links.size(), head, Math.max(1, Math.min(last.seq(), head.seq() + 1)), Why.HEAD_DISAGREES);
        }
        return Verification.intact(head);
    }

    private Optional<Why> breakAt(Link link, Head last) {
        if (link.seq() != last.seq() + 1) {
            return Optional.of(Why.ENTRY_MISSING);
        }
        if (!link.previousHash().equals(last.hash()) || !link.subject().equals(subject)) {
            return Optional.of(Why.NOT_THE_NEXT);
        }
        boolean unchanged =
                CanonicalJson.read(link.payload()).isPresent() && link.hash().equals(link.computedHash());
        return unchanged ? Optional.empty() : Optional.of(Why.ENTRY_CHANGED);
    }

    private static Optional<Why> textBreakAt(Link link, Map<UUID, StoredText> texts, Set<String> erased) {
        return CanonicalJson.read(link.payload()).map(Payload::references).orElse(Map.of()).values().stream()
                .flatMap(reference -> textBreak(reference, texts.get(reference.id()), erased).stream())
                .findFirst();
    }

    private static Optional<Why> textBreak(Reference reference, StoredText text, Set<String> erased) {
        if (text == null) {
            return Optional.of(Why.TEXT_MISSING);
        }
        if (text.isErased()) {
            return erased.contains(reference.id().toString()) ? Optional.empty() : Optional.of(Why.TEXT_ERASED_UNSAID);
        }
        return text.digest().equals(reference.sha256()) ? Optional.empty() : Optional.of(Why.TEXT_CHANGED);
    }

    private Set<String> erased() {
        Set<String> erased = new HashSet<>();
        for (Link link : links) {
            if (CanonicalJson.read(link.payload()).orElse(Map.of()).get(ERASED) instanceof List<?> ids) {
                ids.forEach(id -> erased.add(String.valueOf(id)));
            }
        }
        return erased;
    }
}
