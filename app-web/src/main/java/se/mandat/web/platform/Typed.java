package se.mandat.web.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a person typed into a form, as they typed it, by the name of the field. A form that is shown again shows exactly
 * this.
 */
public record Typed(Map<String, List<String>> values) {

    public static final Typed NOTHING = new Typed(Map.of());

    /** What came with this request: the form's fields, or the query's. */
    public static Typed of(HttpServletRequest request) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, all) -> values.put(name, Arrays.asList(all)));
        return new Typed(values);
    }

    /** The text of a field; empty when there is none. Line ends are as the reader's machine has them: one character. */
    public String get(String field) {
        List<String> all = values.getOrDefault(field, List.of());
        return all.isEmpty() || all.get(0) == null ? "" : all.get(0).replace("\r\n", "\n");
    }

    /** The text without surrounding space, or null when nothing is left. */
    public String text(String field) {
        String text = get(field).strip();
        return text.isEmpty() ? null : text;
    }

    public boolean is(String field, String value) {
        return values.getOrDefault(field, List.of()).contains(value);
    }

    public boolean has(String field) {
        return text(field) != null;
    }

    public List<String> all(String field) {
        return values.getOrDefault(field, List.of()).stream()
                .filter(value -> value != null && !value.isBlank())
                .toList();
    }

    public Typed with(String field, String value) {
        Map<String, List<String>> more = new LinkedHashMap<>(values);
        more.put(field, List.of(value));
        return new Typed(more);
    }

    /** As {@link #with}, with several values. */
    public Typed withAll(String field, List<String> several) {
        Map<String, List<String>> more = new LinkedHashMap<>(values);
        more.put(field, several);
        return new Typed(more);
    }
}
