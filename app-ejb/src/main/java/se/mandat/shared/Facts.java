package se.mandat.shared;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.mandat.shared.DomainEvent.FreeText;

/** The facts and free texts of an event, by name; what is unknown or was not written is left out. */
public final class Facts {

    private final Map<String, Object> facts = new LinkedHashMap<>();

    public static Facts of(String name, Object value) {
        return new Facts().with(name, value);
    }

    public Facts with(String name, Object value) {
        switch (value) {
            case null -> {}
            case Boolean b -> facts.put(name, b);
            case Number n -> facts.put(name, n);
            case List<?> l -> facts.put(name, l);
            case Map<?, ?> m -> facts.put(name, m);
            case Facts f -> facts.put(name, f.asMap());
            case Enum<?> e -> facts.put(name, e.name());
            default -> facts.put(name, value.toString());
        }
        return this;
    }

    public Map<String, Object> asMap() {
        return facts;
    }

    /** Name and content in turn: {@code texts("words", words, "goal", goal)}. */
    public static List<FreeText> texts(String... namesAndContents) {
        List<FreeText> texts = new ArrayList<>();
        for (int i = 0; i < namesAndContents.length; i += 2) {
            String content = namesAndContents[i + 1];
            if (content != null && !content.isBlank()) {
                texts.add(new FreeText(namesAndContents[i], content));
            }
        }
        return texts;
    }
}
