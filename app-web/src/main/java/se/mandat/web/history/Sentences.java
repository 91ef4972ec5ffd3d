package se.mandat.web.history;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import se.mandat.history.HistoryEntryView;
import se.mandat.organisation.Directory;
import se.mandat.organisation.Person;
import se.mandat.shared.Actor;
import se.mandat.web.platform.Spoken;
import se.mandat.web.platform.Words;

/** What happened, as one sentence in the reader's language. */
@ApplicationScoped
public class Sentences {

    private static final Set<String> PEOPLE =
            Set.of("actor", "raisedBy", "by", "owner", "person", "debtor", "from", "to");
    private static final Set<String> TIMES =
            Set.of("dueAt", "reviewFrom", "opensAt", "remindAt", "from", "to", "plannedAt");

    @Inject
    private Directory directory;

    @Inject
    private Clock clock;

    /** The sentence of this entry; its type by name when nobody has written one for it. */
    public String of(HistoryEntryView entry, Locale language) {
        Words words = Words.in(language);
        String key = "history." + entry.type();
        return words.has(key) ? words.say(key, arguments(entry, words)) : entry.type();
    }

    /** The facts of the entry as they are said: people by name, times of day, obligations by what is to be done. */
    public Map<String, Object> arguments(HistoryEntryView entry, Words words) {
        Map<String, Object> arguments = new HashMap<>();
        Spoken spoken = new Spoken(words, clock.instant());
        entry.payload().forEach((name, value) -> arguments.put(name, said(name, value, spoken)));
        arguments.put("actor", name(entry.actor(), words));
        return arguments;
    }

    private Object said(String name, Object value, Spoken spoken) {
        if (!(value instanceof String text)) {
            return value;
        }
        if (name.equals("kind")) {
            return spoken.one("obligation.shall", text);
        }
        if (TIMES.contains(name) && isTime(text)) {
            return spoken.moment(Instant.parse(text));
        }
        return PEOPLE.contains(name) ? name(text, spoken.words()) : text;
    }

    private static boolean isTime(String text) {
        return text.length() > 10 && text.endsWith("Z") && Character.isDigit(text.charAt(0));
    }

    private String name(String username, Words words) {
        return username.equals(Actor.SYSTEM.username())
                ? words.say("history.system")
                : directory.now().person(username).map(Person::name).orElse(username);
    }
}
