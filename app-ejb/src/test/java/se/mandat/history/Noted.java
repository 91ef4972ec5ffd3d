package se.mandat.history;

import java.util.List;
import java.util.Map;
import se.mandat.shared.DomainEvent;

/** Something that happened in a test. */
record Noted(String subject, String type, Map<String, Object> facts, List<FreeText> texts, boolean begins)
        implements DomainEvent {

    static Noted of(String subject, String type) {
        return new Noted(subject, type, Map.of(), List.of(), false);
    }

    static Noted of(String subject, String type, Map<String, Object> facts, FreeText... texts) {
        return new Noted(subject, type, facts, List.of(texts), false);
    }

    /** What brings its subject into being. */
    static Noted beginning(String subject, String type) {
        return new Noted(subject, type, Map.of(), List.of(), true);
    }
}
