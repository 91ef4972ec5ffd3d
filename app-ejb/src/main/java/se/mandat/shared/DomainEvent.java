package se.mandat.shared;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A fact that has happened to something that has a history of its own.
 *
 * <p>An event is the only way a state changes, and it is what {@code history_entry} keeps: {@link #facts()} are hashed
 * into the chain of {@link #subject()} for good, while {@link #texts()} can be erased later without breaking it.
 */
public interface DomainEvent {

    /** Whose chain the entry belongs to: the case number, for example {@code M-2026-0412}. */
    String subject();

    /** Name and schema version, for example {@code case.handed-over.v1}; it outlives every rename of a class. */
    String type();

    /**
     * Structured facts without any free text: strings, whole numbers, booleans, lists and maps of them. Times are ISO
     * 8601 in UTC, persons are user names, units are paths.
     */
    Map<String, Object> facts();

    /** The free texts a person wrote, by their name in the entry: {@code words}, {@code reason}, {@code evidence}. */
    default List<FreeText> texts() {
        return List.of();
    }

    /** Whether nothing can have happened to its subject before, since it came into being just now. */
    default boolean begins() {
        return false;
    }

    /** User names of those who are told of it: one message each, in the transaction of the command. */
    default Set<String> tells() {
        return Set.of();
    }

    /** What a person wrote. It is kept beside the chain, of which only a salted digest is part. */
    record FreeText(String name, String content) {}
}
