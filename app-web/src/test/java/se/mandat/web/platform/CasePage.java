package se.mandat.web.platform;

import gg.jte.Content;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.mandat.web.cases.CaseForms;
import se.mandat.web.cases.CaseSheet;
import se.mandat.web.cases.Choice;

/** What the page of a case is put together of. */
abstract class CasePage extends Samples {

    CasePage(Spoken t) {
        super(t);
    }

    CaseSheet sheet(
            String stage,
            String closedAs,
            CaseSheet.Proposal proposal,
            CaseSheet.Decision decision,
            String owner,
            CaseSheet.Plan plan,
            List<CaseSheet.Note> notes,
            List<CaseSheet.Review> reviews,
            CaseSheet.Now now,
            List<CaseSheet.Stop> rail,
            Set<String> rights,
            CaseSheet.Process process) {
        return sheet(
                stage,
                closedAs,
                proposal,
                decision,
                owner,
                plan,
                notes,
                reviews,
                now,
                rail,
                rights,
                process,
                NOTHING_MORE);
    }

    CaseSheet sheet(
            String stage,
            String closedAs,
            CaseSheet.Proposal proposal,
            CaseSheet.Decision decision,
            String owner,
            CaseSheet.Plan plan,
            List<CaseSheet.Note> notes,
            List<CaseSheet.Review> reviews,
            CaseSheet.Now now,
            List<CaseSheet.Stop> rail,
            Set<String> rights,
            CaseSheet.Process process,
            Beyond beyond) {
        return new CaseSheet(
                "M-2026-0418",
                5,
                stage,
                closedAs,
                "DETOUR",
                beyond.protection(),
                beyond.origin(),
                "REVIEWING".equals(stage) || beyond.protection().hidden() ? breach() : null,
                beyond.protection().hidden() ? hidden(voice()) : voice(),
                "DECIDING".equals(stage) ? List.of(anotherVoice()) : List.of(),
                say("Sidorna länkar i ring.", "The pages link in a circle."),
                proposal,
                null,
                new CaseSheet.Mandate(
                        "OWN",
                        4,
                        say(
                                "Ändringen går att backa, kostar högst 5 000 kr och berör högst två enheter.",
                                "The change can be reversed, costs at most 5,000 kr and touches at most two units."),
                        "mandate",
                        "3"),
                decision == null ? List.of() : List.of(decision),
                "Sara Nyberg",
                at("2026-11-23T09:11"),
                "Kundservice",
                owner,
                plan,
                reviews.isEmpty() ? 1 : 2,
                notes,
                reviews,
                decision == null
                        ? null
                        : say("Har posten kommit till din nya adress?", "Has the post come to your new address?"),
                decision == null ? null : say("Färre samtal om adressbyte.", "Fewer calls about changed addresses."),
                now,
                beyond.asks(),
                rail,
                beyond.beside(),
                beyond.talk(),
                rights,
                trail(),
                new CaseSheet.Chain(true, 4, null),
                process,
                4);
    }

    /** What only some cases have. */
    record Beyond(
            CaseSheet.Protection protection,
            CaseSheet.Origin origin,
            Map<String, CaseSheet.Asked> asks,
            CaseSheet.Beside beside,
            CaseSheet.Talk talk) {}

    static final Beyond NOTHING_MORE = new Beyond(
            new CaseSheet.Protection(false, false),
            new CaseSheet.Origin(null, null),
            Map.of(),
            new CaseSheet.Beside(List.of(), List.of(), List.of(), List.of()),
            new CaseSheet.Talk(List.of(), List.of(), false, false));

    static CaseSheet.Voice hidden(CaseSheet.Voice voice) {
        return new CaseSheet.Voice(
                voice.id(),
                null,
                voice.goal(),
                voice.outcome(),
                voice.occurredOn(),
                voice.channel(),
                voice.wantsReply(),
                voice.hasContact(),
                true,
                null,
                voice.addedBy(),
                voice.addedAt());
    }

    CaseSheet.Process process(String here) {
        List<CaseSheet.Step> steps = List.of(
                new CaseSheet.Step(say("Besluta", "Decide"), "done", null),
                new CaseSheet.Step(
                        say("Ta emot ägarskapet", "Accept ownership"),
                        "callActivity_AcceptOwnership".equals(here) ? "here" : "done",
                        null),
                new CaseSheet.Step(
                        say("Genomför åtgärden", "Carry out the action"),
                        "callActivity_Act".equals(here) ? "here" : "ahead",
                        null),
                new CaseSheet.Step(
                        say("Följ upp effekten", "Review the effect"),
                        "callActivity_ReviewEffect".equals(here) ? "here" : "ahead",
                        null));
        return new CaseSheet.Process(
                "/assets/case-handling.bpmn",
                List.of(here),
                List.of("startEvent_CaseSubmitted", "gateway_DoesTheRaiserDecide", "callActivity_Decide"),
                steps);
    }

    CaseSheet.Voice voice() {
        return new CaseSheet.Voice(
                "v1",
                say(
                        "Jag ville bara byta adress men skickades mellan fyra sidor, och till slut gav jag upp och"
                                + " ringde",
                        "I only wanted to change my address but was sent between four pages, and in the end I gave up"
                                + " and called"),
                say("Få posten till sin nya bostad före flytten", "Get the post to the new home before moving"),
                "DETOUR",
                LocalDate.of(2026, 11, 20),
                say("Telefon", "By telephone"),
                true,
                true,
                false,
                null,
                "Sara Nyberg",
                at("2026-11-23T09:11"));
    }

    CaseSheet.Breach breach() {
        return new CaseSheet.Breach(
                "L-1",
                say("Vi svarar inom två arbetsdagar.", "We answer within two working days."),
                say(
                        "Vi ringer upp, ber om ursäkt och säger när svaret kommer.",
                        "We call, apologise and say when the answer will come."));
    }

    CaseSheet.Proposal proposal() {
        return new CaseSheet.Proposal(
                say(
                        "En enda sida för adressbyte, länkad från startsidan.",
                        "One page for a change of address, linked from the start page."),
                4_000L,
                true,
                List.of("Kundservice", "Bibliotek"));
    }

    List<CaseSheet.Stop> rail(int here, String... notes) {
        List<String> names = List.of("raised", "decided", "owner", "action", "effect", "closed");
        List<CaseSheet.Stop> stops = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            stops.add(new CaseSheet.Stop(
                    t.say("rail." + names.get(i)),
                    i < here ? "done" : i == here ? "here" : "ahead",
                    i < notes.length ? notes[i] : null));
        }
        return stops;
    }

    List<CaseSheet.HistoryLine> trail() {
        return List.of(
                new CaseSheet.HistoryLine(
                        4,
                        at("2026-11-23T09:12"),
                        bold("Karin Lund", say(" ombads bli ägare.", " was asked to become the owner.")),
                        null,
                        "plain",
                        true),
                new CaseSheet.HistoryLine(
                        3,
                        at("2026-11-23T09:12"),
                        bold("Sara Nyberg", say(" beslutade inom eget mandat.", " decided within her own mandate.")),
                        null,
                        "good",
                        false),
                new CaseSheet.HistoryLine(
                        2,
                        at("2026-11-23T09:11"),
                        bold("Mandat", say(": regel 4, beslut i kundmötet.", ": rule 4, decided with the customer.")),
                        null,
                        "plain",
                        false),
                new CaseSheet.HistoryLine(
                        1,
                        at("2026-11-23T09:11"),
                        bold("Sara Nyberg", say(" tog upp ärendet.", " raised the case.")),
                        null,
                        "plain",
                        false));
    }

    static Content bold(String who, String rest) {
        return output -> {
            output.writeContent("<bdi>");
            output.writeUserContent(who);
            output.writeContent("</bdi>");
            output.writeUserContent(rest);
        };
    }

    CaseSheet.Decision decision() {
        return new CaseSheet.Decision("PROPOSAL", "APPROVED", null, "Sara Nyberg", at("2026-11-23T09:12"), false);
    }

    CaseForms forms(boolean waits) {
        return new CaseForms(
                null,
                Typed.NOTHING,
                Map.of(),
                Mistakes.NONE,
                false,
                null,
                List.of(),
                List.of(),
                people(),
                units(),
                "Karin Lund",
                "DECIDE",
                waits);
    }

    CaseSheet.Voice anotherVoice() {
        return new CaseSheet.Voice(
                "v2",
                say(
                        "Fyra sidor, och på den sista stod det att jag skulle börja om",
                        "Four pages, and the last one told me to start again"),
                say("Slippa åka in till kontoret", "Not having to go to the office"),
                "NOT_REACHED",
                LocalDate.of(2026, 11, 18),
                null,
                false,
                false,
                false,
                "M-2026-0377",
                "Noor Ali",
                at("2026-11-22T15:10"));
    }

    CaseSheet.Now now(String who, String kind, String silence, boolean mine) {
        boolean moves = silence.equals("MOVES");
        return new CaseSheet.Now(
                "o1",
                who,
                null,
                kind,
                null,
                at("2026-12-04T17:00"),
                Duration.ofHours(85),
                silence,
                moves ? "Per Ek" : null,
                at("2026-12-07T17:00"),
                mine);
    }

    Page page(Frame frame, CaseSheet sheet, CaseForms forms) {
        return Page.of("case", "frame", frame, "c", sheet, "forms", forms);
    }

    CaseSheet.Matter matter(String kind, String by, String whom, String state, String answer) {
        return new CaseSheet.Matter(
                kind,
                by,
                whom,
                say("Det hör hemma hos oss på gatan.", "It belongs with us in the street."),
                at("2026-11-21T10:00"),
                state,
                answer);
    }

    CaseSheet.Beside beside() {
        return new CaseSheet.Beside(
                List.of(
                        new CaseSheet.Owed("Hugo Berg", "CONTRIBUTE", at("2026-11-27T17:00"), false),
                        new CaseSheet.Owed("Per Ek", "DECIDE.OBJECTION", at("2026-11-20T17:00"), true)),
                List.of(
                        new CaseSheet.Contribution(
                                "c1",
                                2,
                                "Hugo Berg",
                                say("Rita kartan.", "Draw the map."),
                                at("2026-11-27T17:00"),
                                LocalDate.of(2026, 11, 27),
                                false,
                                "OPEN",
                                null,
                                false,
                                true),
                        new CaseSheet.Contribution(
                                null,
                                0,
                                "Bodil Strand",
                                say("Läsa texten.", "Read the text."),
                                null,
                                null,
                                false,
                                "GRANTED",
                                say("Läst och rättad.", "Read and corrected."),
                                false,
                                false)),
                List.of(
                        matter("OBJECTION", "Bodil Strand", null, "OPEN", null),
                        matter("DECLINE", "Ola Vik", "Karin Lund", "GRANTED", null),
                        matter("REFERRAL", "Per Ek", null, "GRANTED", null),
                        matter(
                                "QUESTION",
                                "Sara Nyberg",
                                "Karin Lund",
                                "GRANTED",
                                say("Den är klar i maj.", "In May."))),
                times());
    }

    List<CaseSheet.Time> times() {
        String late = say("Leverantören svarar först på torsdag.", "The supplier answers on Thursday.");
        return List.of(
                new CaseSheet.Time(
                        "t1",
                        4,
                        "Karin Lund",
                        "ACT",
                        at("2026-12-04T17:00"),
                        null,
                        null,
                        List.of(new CaseSheet.Question(
                                "q0",
                                "Karin Lund",
                                at("2026-11-19T10:00"),
                                at("2026-12-04T17:00"),
                                late,
                                "APPROVED",
                                "Per Ek",
                                say("Så får det bli.", "So be it."))),
                        Set.of("extensions")),
                new CaseSheet.Time(
                        "t2",
                        2,
                        "Sara Nyberg",
                        "CONTRIBUTE",
                        at("2026-11-27T17:00"),
                        null,
                        new CaseSheet.Question(
                                "q1",
                                "Sara Nyberg",
                                at("2026-11-23T09:00"),
                                at("2026-12-01T17:00"),
                                late,
                                "ASKED",
                                null,
                                null),
                        List.of(),
                        Set.of("extensions/decision", "pauses")),
                new CaseSheet.Time(
                        "t3",
                        3,
                        "Amir Haddad",
                        "CONTRIBUTE",
                        at("2026-12-03T12:00"),
                        at("2026-11-27T17:00"),
                        null,
                        List.of(),
                        Set.of("pauses/end")));
    }

    CaseSheet.Talk talk() {
        return new CaseSheet.Talk(
                List.of(
                        new CaseSheet.Message(
                                "Karin Lund",
                                null,
                                say("Jag ringer webben i dag.", "I call the web team today."),
                                at("2026-11-23T10:00")),
                        new CaseSheet.Message("Hugo Berg", "Karin Lund", say("Bra!", "Good!"), at("2026-11-23T10:05"))),
                List.of(new Choice("hugo", "Hugo Berg, Gata")),
                true,
                true);
    }

    Beyond asking(String call, String about, String by) {
        return new Beyond(
                NOTHING_MORE.protection(),
                NOTHING_MORE.origin(),
                Map.of(
                        call,
                        new CaseSheet.Asked(
                                about,
                                by,
                                by == null ? null : say("Det gäller fler än oss.", "It concerns more than us."))),
                NOTHING_MORE.beside(),
                NOTHING_MORE.talk());
    }
}
