package se.mandat.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import se.mandat.shared.Actor;
import se.mandat.shared.DomainEvent;

/** A chain as the writer would have written it, with ids and salts that count upwards. */
final class ChainFixture {

    static final String SUBJECT = "M-2026-0412";

    private final List<Link> links = new ArrayList<>();
    private final List<StoredText> texts = new ArrayList<>();
    private Head head = Head.OF_NOTHING;
    private int ids;

    ChainFixture happened(DomainEvent event, Actor actor, Instant at) {
        Payload payload = Payload.of(event, this::id, ChainFixture::salt);
        Link link = Link.after(
                head, event.subject(), event.type(), at, actor.username(), actor.onBehalfOf(), payload.json());
        links.add(link);
        texts.addAll(payload.texts());
        head = link.head();
        return this;
    }

    Chain chain() {
        return new Chain(SUBJECT, List.copyOf(links), List.copyOf(texts), head);
    }

    private UUID id() {
        ids++;
        return UUID.fromString("00000000-0000-4000-8000-%012d".formatted(ids));
    }

    private static byte[] salt() {
        byte[] salt = new byte[Digest.SALT_BYTES];
        for (int i = 0; i < salt.length; i++) {
            salt[i] = (byte) i;
        }
        return salt;
    }
}
