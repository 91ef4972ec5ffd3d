package se.mandat.web.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import se.mandat.shared.MandatException;
import se.mandat.shared.MandatException.FieldError;

/** Says on a page why something was refused: people by their names, times as they are spoken, fields as the form calls them. */
@ApplicationScoped
public class Refusals {

    private static final Set<String> PEOPLE = Set.of("who", "person");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T[0-9:.]+Z");

    @Inject
    private Names names;

    /** The refusal as a sentence. */
    public String sentence(MandatException refusal, Spoken t) {
        return t.words().say(refusal.key(), readable(refusal.arguments(), t));
    }

    /** What has to be put right, field by field. */
    public Mistakes mistakes(MandatException refusal, Spoken t) {
        Map<String, String> messages = new LinkedHashMap<>();
        for (FieldError error : refusal.errors()) {
            messages.putIfAbsent(field(error.field()), message(error, t));
        }
        return new Mistakes(messages);
    }

    private String message(FieldError error, Spoken t) {
        String field = field(error.field()).replaceAll("\\[\\d+]", "");
        String own = "mistake." + field + "." + error.key();
        Map<String, Object> arguments = readable(error.arguments(), t);
        if (t.words().has(own)) {
            return t.words().say(own, arguments);
        }
        String said = t.words().say(error.key(), arguments);
        String label = "mistake.label." + field;
        return t.words().has(label)
                ? t.say(
                        "mistake",
                        "label",
                        t.say(label),
                        "said",
                        said.substring(0, 1).toLowerCase(Locale.ROOT) + said.substring(1))
                : said;
    }

    /** The field of the form: an element of a list of choices is the list, a missing proposal is its missing text. */
    private static String field(String path) {
        String plain = path.replaceAll("\\[\\d+]$", "");
        return switch (plain) {
            case "proposal" -> "proposal.text";
            case "customerVoice" -> "customerVoice.words";
            case "evidence" -> "evidence.text";
            default -> plain;
        };
    }

    private Map<String, Object> readable(Map<String, Object> arguments, Spoken t) {
        Map<String, Object> readable = new TreeMap<>();
        arguments.forEach((name, value) -> readable.put(name, readable(name, value, t)));
        return readable;
    }

    private Object readable(String name, Object value, Spoken t) {
        if (value instanceof Instant at) {
            return t.moment(at);
        }
        if (!(value instanceof String text)) {
            return value;
        }
        if (PEOPLE.contains(name)) {
            return names.person(text);
        }
        if (DAY.matcher(text).matches()) {
            return t.day(LocalDate.parse(text));
        }
        return MOMENT.matcher(text).matches() ? t.moment(Instant.parse(text)) : text;
    }
}
