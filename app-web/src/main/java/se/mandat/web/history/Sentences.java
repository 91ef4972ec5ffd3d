package se.mandat.web.history;

import gg.jte.Content;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import se.mandat.history.HistoryEntryView;
import se.mandat.web.platform.Names;
import se.mandat.web.platform.Spoken;
import se.mandat.web.platform.Words;

/** Says what happened as one sentence in the reader's language, made of the facts that the event left. */
@ApplicationScoped
public class Sentences {

    private static final Set<String> PEOPLE = Set.of(
            "raisedBy",
            "by",
            "owner",
            "person",
            "from",
            "to",
            "debtor",
            "betterOwner",
            "better",
            "asked",
            "askedInPlaceOf",
            "onBehalfOf",
            "heldFor");

    /** Kept: the static methods of {@code Json} look for a provider at every call. */
    private static final JsonReaderFactory JSON = Json.createReaderFactory(Map.of());

    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T[0-9:.]+Z");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    @Inject
    private Names names;

    @Inject
    private Clock clock;

    public Sentences() {}

    public Sentences(Names names, Clock clock) {
        this.names = names;
        this.clock = clock;
    }

    private static final Code NONE = new Code("none");

    /** One of a closed set, which the pattern chooses by and nobody reads. */
    private record Code(String name) {
        @Override
        public String toString() {
            return name;
        }
    }

    /**
     * The sentence for an event of this type.
     *
     * @param facts by name; those that the pattern does not use do no harm
     * @param actor the user name of who did it
     */
    public Content say(String type, Map<String, ?> facts, String actor, Spoken t) {
        return say(type, facts, actor, null, t);
    }

    /**
     * As {@link #say(String, Map, String, Spoken)}, for what somebody did in an absent person's place.
     *
     * @param absent the user name of the absent person; null when it was the actor's own to do
     */
    public Content say(String type, Map<String, ?> facts, String actor, String absent, Spoken t) {
        return t.plain(key(type, t), arguments(type, facts, actor, absent, t));
    }

    /** As {@link #say(String, Map, String, String, Spoken)}, as plain text. */
    public String text(String type, Map<String, ?> facts, String actor, String absent, Spoken t) {
        return t.words().say(key(type, t), arguments(type, facts, actor, absent, t));
    }

    /** The facts of an event that are texts or numbers, from JSON. */
    public static Map<String, Object> facts(String json) {
        Map<String, Object> facts = new TreeMap<>();
        try (JsonReader reader = JSON.createReader(new StringReader(json))) {
            JsonObject object = reader.readObject();
            object.forEach((name, value) -> {
                if (value instanceof JsonString text) {
                    facts.put(name, text.getString());
                } else if (value.getValueType() == JsonValue.ValueType.NUMBER) {
                    facts.put(name, object.getJsonNumber(name).longValue());
                }
            });
        }
        return facts;
    }

    /** The sentence of this entry as plain text, for programs. */
    public String of(HistoryEntryView entry, Locale language) {
        Spoken t = new Spoken(Words.in(language), clock.instant());
        return t.words()
                .say(
                        key(entry.type(), t),
                        arguments(entry.type(), entry.payload(), entry.actor(), entry.onBehalfOf(), t));
    }

    /** Nodes of two versions may share a database: what a newer one has written stays readable to an older one. */
    private static String key(String type, Spoken t) {
        String key = "history." + type;
        return t.words().has(key) ? key : "history.other";
    }

    private Map<String, Object> arguments(String type, Map<String, ?> facts, String actor, String absent, Spoken t) {
        Map<String, Object> arguments = new TreeMap<>();
        arguments.put("type", type);
        arguments.put("by", t.say("history.somebody"));
        arguments.put("owner", t.say("history.somebody"));
        arguments.put("onBehalfOf", NONE);
        arguments.put("heldFor", NONE);
        arguments.put("askedInPlaceOf", NONE);
        arguments.put("promise", NONE);
        arguments.put("opensAt", NONE);
        facts.forEach((name, value) -> arguments.put(name, readable(name, value, t)));
        String who = names.actor(actor, t);
        if (absent != null) {
            who = t.say("history.in-place-of", "who", who, "absent", names.person(absent));
            if (Set.of(actor, absent).contains(String.valueOf(facts.get("by")))) {
                arguments.put("by", who);
            }
        }
        arguments.put("actor", who);
        return arguments;
    }

    /** How it looks: {@code good} for a step forward, {@code bad} for one back, else {@code plain}. */
    public static String tone(String type, Map<String, ?> facts) {
        return switch (type) {
            case "case.decided.v1", "case.ownership-accepted.v1", "case.action-completed.v1", "case.closed.v1" ->
                "REJECTED".equals(facts.get("verdict")) ? "bad" : "good";
            case "case.effect-reviewed.v1" -> "EFFECTIVE".equals(facts.get("verdict")) ? "good" : "bad";
            case "obligation.cancelled.v1",
                    "obligation.transferred.v1",
                    "obligation.escalated.v1",
                    "obligation.told-again.v1",
                    "obligation.lapsed.v1" -> "bad";
            default -> "plain";
        };
    }

    private Object readable(String name, Object value, Spoken t) {
        if (!(value instanceof String text)) {
            return value instanceof Map<?, ?> ? "" : value;
        }
        if (MOMENT.matcher(text).matches()) {
            return t.moment(Instant.parse(text));
        }
        if (DAY.matcher(text).matches()) {
            return t.day(LocalDate.parse(text));
        }
        if (PEOPLE.contains(name)) {
            return names.actor(text, t);
        }
        return name.equals("kind") ? t.one("obligation.shall", text) : new Code(text);
    }
}
