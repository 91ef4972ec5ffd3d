package se.mandat.web.platform;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.mandat.shared.MandatException;

/**
 * What has to be put right in a form before it can be sent: one message per field, in the reader's language and in the
 * order of the form.
 */
public record Mistakes(Map<String, String> messages) {

    public static final Mistakes NONE = new Mistakes(Map.of());

    public static Mistakes of(MandatException refusal, Words words) {
        Map<String, String> messages = new LinkedHashMap<>();
        for (MandatException.FieldError error : refusal.errors()) {
            messages.putIfAbsent(error.field(), words.say(error.key(), error.arguments()));
        }
        return new Mistakes(messages);
    }

    public static Mistakes of(String field, String message) {
        return new Mistakes(Map.of(field, message));
    }

    /** The same, where the form has another name for a field than the command. */
    public Mistakes renamed(String field, String inForm) {
        Map<String, String> renamed = new LinkedHashMap<>();
        messages.forEach((name, message) -> renamed.put(name.equals(field) ? inForm : name, message));
        return new Mistakes(renamed);
    }

    public boolean any() {
        return !messages.isEmpty();
    }

    public boolean in(String field) {
        return messages.containsKey(field);
    }

    /** What is wrong with this field, or null. */
    public String of(String field) {
        return messages.get(field);
    }

    public List<Map.Entry<String, String>> all() {
        return List.copyOf(messages.entrySet());
    }

    /** The id of the field with this name: list and part of a name have no place in one. */
    public static String id(String prefix, String name) {
        return prefix + name.replaceAll("[.\\[\\]]+", "-");
    }

    /** Which elements describe the field with this id, for {@code aria-describedby}; null when none does. */
    public String describedBy(String id, String field, boolean hint) {
        if (in(field)) {
            return hint ? id + "-hint " + id + "-wrong" : id + "-wrong";
        }
        return hint ? id + "-hint" : null;
    }
}
