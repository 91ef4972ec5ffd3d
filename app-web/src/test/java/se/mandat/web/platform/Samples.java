package se.mandat.web.platform;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import se.mandat.web.cases.Choice;
import se.mandat.web.obligation.TodoView;

/** Sample pages of one area, and who looks at them. */
abstract class Samples {

    static final Instant NOW = at("2026-11-23T13:00");

    final Spoken t;
    final boolean sv;

    Samples(Spoken t) {
        this.t = t;
        this.sv = t.isSwedish();
    }

    abstract Map<String, Page> all();

    static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(Spoken.STOCKHOLM).toInstant();
    }

    String say(String swedish, String english) {
        return sv ? swedish : english;
    }

    Frame karin(String here) {
        return new Frame(
                t,
                new Frame.Me("karin", "Karin Lund", "MANAGER", "Kundservice", true, false),
                "c5rf",
                "0nce",
                here,
                "/" + here,
                null);
    }

    Frame sara(String here, String done) {
        return new Frame(
                t,
                new Frame.Me("sara", "Sara Nyberg", "FRONTLINE", "Kundservice", true, false),
                "c5rf",
                "0nce",
                here,
                "/" + here,
                done);
    }

    Frame astrid(String here) {
        return new Frame(
                t,
                new Frame.Me("astrid", "Astrid Falk", "STAFF", "Kansli", false, false),
                "c5rf",
                "0nce",
                here,
                "/" + here,
                null);
    }

    Frame stina() {
        return new Frame(
                t,
                new Frame.Me("stina", "Stina Ek", "STAFF", "Kansli", true, true, 3),
                "c5rf",
                "0nce",
                "steward",
                "/steward",
                null,
                t.now());
    }

    Frame nobody() {
        return new Frame(t, null, "", "", "", "/", null);
    }

    List<Choice> units() {
        return List.of(
                new Choice("nordvik/medborgarservice/kundservice", "Kundservice"),
                new Choice("nordvik", "Nordvik"),
                new Choice("nordvik/ekonomi", "Ekonomi"),
                new Choice("nordvik/medborgarservice/bibliotek", "Bibliotek"),
                new Choice("nordvik/teknik/gata", "Gata"),
                new Choice("nordvik/teknik/vatten", "Vatten"));
    }

    List<Choice> people() {
        return List.of(
                new Choice("amir", "Amir Haddad, Kundservice"),
                new Choice("bodil", "Bodil Strand, Bibliotek"),
                new Choice("hugo", "Hugo Berg, Gata"));
    }

    /** As somebody reads it who has nothing to do with it. */
    List<TodoView.UnitTab> managed() {
        return List.of(new TodoView.UnitTab("nordvik/medborgarservice/kundservice", "Kundservice"));
    }
}
