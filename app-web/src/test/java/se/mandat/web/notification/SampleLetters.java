package se.mandat.web.notification;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import se.mandat.cases.ObligationView;
import se.mandat.cases.ViewWhatNext;
import se.mandat.notification.Letter;
import se.mandat.notification.LetterWriter.Written;
import se.mandat.web.history.Sentences;
import se.mandat.web.platform.Names;
import se.mandat.web.platform.Spoken;

/** Every kind of letter, in one language, so that letters can be tested and looked at without a server. */
final class SampleLetters {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final UUID OWED = new UUID(3, 4);
    private static final Instant DUE = Instant.parse("2026-11-25T15:00:00Z");

    private final Locale language;
    private final boolean sv;
    private final Letters letters;

    SampleLetters(Locale language) {
        this.language = language;
        this.sv = language.getLanguage().equals("sv");
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        Names names = new KnownNames();
        this.letters = new Letters(new Sentences(names, clock), names, clock, new Foresight());
    }

    Map<String, Written> all() {
        Map<String, Letter> kinds = new LinkedHashMap<>();
        kinds.put("owed", letter(false, 0, about("M-2026-0412", pram(), owed("DECIDE", "PROPOSAL", DUE))));
        kinds.put("harmed", letter(true, 0, harmed()));
        kinds.put("protected", letter(false, 0, about("M-2026-0398", null, owed("ACT", null, DUE))));
        kinds.put("late", letter(false, 0, about("M-2026-0377", address(), late())));
        kinds.put("opens", letter(false, 0, about("M-2026-0341", arabic(), opens())));
        kinds.put("told", letter(false, 0, told("M-2026-0401", address())));
        kinds.put(
                "several",
                letter(
                        false,
                        4,
                        about("M-2026-0377", address(), late(), owed("CONTRIBUTE", null, DUE)),
                        about("M-2026-0412", pram(), owed("DECIDE", "OBJECTION", DUE)),
                        told("M-2026-0401", endless())));
        Map<String, Written> written = new LinkedHashMap<>();
        kinds.forEach((kind, letter) -> written.put(kind, letters.write(letter)));
        return written;
    }

    private Letter letter(boolean urgent, int more, Letter.About... cases) {
        return new Letter(
                "<" + new UUID(1, 2) + "@mandat.example>",
                "Karin Lund",
                "karin@nordvik.example",
                language,
                urgent,
                List.of(cases),
                more);
    }

    private Letter.About about(String number, String words, Letter.Owed... owed) {
        return new Letter.About(number, words, words == null ? null : goal(), false, List.of(owed), List.of());
    }

    private Letter.About harmed() {
        Letter.Owed owed = owed("DECIDE", "PROPOSAL", Instant.parse("2026-11-23T14:00:00Z"));
        return new Letter.About("M-2026-0420", fall(), goal(), true, List.of(owed), raised());
    }

    private Letter.About told(String number, String words) {
        return new Letter.About(number, words, goal(), false, List.of(), raised());
    }

    private static List<Letter.Told> raised() {
        return List.of(
                new Letter.Told("case.raised.v1", "{\"raisedBy\":\"sara\"}", "sara", null, NOW.minusSeconds(4000)),
                new Letter.Told("case.progress-noted.v1", "{\"by\":\"amir\",\"round\":1}", "amir", "per", NOW));
    }

    private static Letter.Owed owed(String kind, String concerns, Instant due) {
        return new Letter.Owed(OWED, kind, concerns, false, null, due, null);
    }

    private static Letter.Owed late() {
        return new Letter.Owed(OWED, "ACCEPT_OWNERSHIP", null, false, null, NOW.minusSeconds(7200), "per");
    }

    private static Letter.Owed opens() {
        return new Letter.Owed(
                OWED,
                "REVIEW_EFFECT",
                null,
                false,
                Instant.parse("2026-12-07T07:00:00Z"),
                Instant.parse("2026-12-14T16:00:00Z"),
                null);
    }

    private String pram() {
        return sv
                ? "Jag gick fram och tillbaka tre gånger & kom <ändå> inte in med barnvagnen. Till slut frågade jag en"
                        + " vaktmästare, som sa \"det är så det är\"."
                : "I went back and forth three times & <still> could not get in with the pram. In the end I asked a"
                        + " caretaker, who said \"that is how it is\".";
    }

    private String address() {
        return sv
                ? "Jag ville bara byta adress men skickades mellan fyra sidor"
                : "I only wanted to change my address but was sent between four pages";
    }

    private String fall() {
        return sv
                ? "Mamma föll på trappan som ni lovade att sanda.\n\nIngen kom förrän efter en timme."
                : "My mother fell on the stairs that you promised to sand.\n\nNobody came for an hour.";
    }

    private static String arabic() {
        return "سألوني: هل نمت جيداً؟ لا أحد سأل 🛏️";
    }

    private static String endless() {
        return "https://nordvik.example/" + "formular-som-aldrig-tar-slut-".repeat(6) + "?steg=17";
    }

    private String goal() {
        return sv ? "komma in med sin barnvagn" : "get in with the pram";
    }

    /** Whatever nobody answers is per's the day after. */
    private static final class Foresight extends ViewWhatNext {

        @Override
        public Map<UUID, ObligationView.Next> handle(Collection<UUID> ids) {
            return Map.of(OWED, new ObligationView.Next("per", ObligationView.Silence.MOVES, DUE.plusSeconds(86_400)));
        }
    }

    private static final class KnownNames extends Names {

        @Override
        public String person(String username) {
            return Map.of("sara", "Sara Nyberg", "amir", "Amir Haddad", "per", "Per Ek")
                    .get(username);
        }

        @Override
        public String actor(String username, Spoken t) {
            return person(username);
        }
    }
}
