package se.mandat.web.platform;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.mandat.cases.Incident;
import se.mandat.obligation.ObligationKind;
import se.mandat.web.absence.AbsenceView;
import se.mandat.web.cases.CaseForms;
import se.mandat.web.cases.CaseSheet;
import se.mandat.web.cases.CasesView;
import se.mandat.web.cases.Choice;
import se.mandat.web.cases.ContactView;
import se.mandat.web.cases.DraftsView;
import se.mandat.web.cases.FollowingView;
import se.mandat.web.cases.MandateView;
import se.mandat.web.cases.ProcessInWords;
import se.mandat.web.cases.ProcessView;
import se.mandat.web.cases.RaiseView;
import se.mandat.web.cases.SimilarView;
import se.mandat.web.clock.ClockView;
import se.mandat.web.history.HistoryView;
import se.mandat.web.insight.ChangesView;
import se.mandat.web.notification.DeadLettersView;
import se.mandat.web.notification.SettingsView;
import se.mandat.web.obligation.BrokenView;
import se.mandat.web.obligation.TodoView;
import se.mandat.web.obligation.UnitDebtsView;
import se.mandat.web.organisation.OrganisationView;
import se.mandat.web.steward.IncidentsView;
import se.mandat.web.steward.StewardView;
import se.mandat.web.steward.TableInWords;
import se.mandat.web.worktime.ClosingDaysView;

/** Every page with something on it, in both languages, so that templates can be tested and looked at without a server. */
final class SamplePages {

    static final Instant NOW = at("2026-11-23T13:00");

    private final Spoken t;
    private final boolean sv;

    SamplePages(Words words) {
        this.t = new Spoken(words, NOW);
        this.sv = t.isSwedish();
    }

    static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(Spoken.STOCKHOLM).toInstant();
    }

    Map<String, Page> all() {
        Map<String, Page> pages = new LinkedHashMap<>();
        pages.put("todo", todo());
        pages.put("todo-empty", emptyTodo());
        pages.put("raise", raise(Typed.NOTHING, Mistakes.NONE, null));
        pages.put("raise-own", raiseOwn());
        pages.put("raise-wrong", raiseWrong());
        pages.put("raise-changed", raiseChanged());
        pages.put("draft", draft());
        pages.put("case-accept", caseToAccept());
        pages.put("case-decide", caseToDecide());
        pages.put("case-act", caseToAct());
        pages.put("case-review", caseToReview());
        pages.put("case-conflict", caseInConflict());
        pages.put("case-closed", closedCase());
        pages.put("case-hidden", hiddenCase());
        pages.put("case-respond", caseToRespond());
        pages.put("case-objection", caseWithObjection());
        pages.put("case-stuck", caseThatFailedTwice());
        pages.put("case-contribute", caseToContribute());
        pages.put("case-handover", caseToTakeOver());
        pages.put("case-merged", mergedCase());
        pages.put("case-mistakes", caseWithMistakes());
        pages.put("case-new-voice", caseWithNewVoice());
        pages.put("cases", cases());
        pages.put("cases-empty", noCases());
        pages.put("drafts", drafts());
        pages.put("organisation", organisation());
        pages.put("history", history(true));
        pages.put("history-broken", history(false));
        pages.put("contact", contact());
        pages.put("about", Page.of("about", "frame", karin("")));
        pages.put("help", Page.of("help", "frame", karin("help")));
        pages.put("changes", changes());
        pages.put("changes-empty", noChanges());
        pages.put(
                "following",
                Page.of(
                        "following",
                        "frame",
                        karin("todo"),
                        "following",
                        new FollowingView(someCases(), managed(), "/following?cursor=x", null)));
        pages.put(
                "following-none",
                Page.of(
                        "following",
                        "frame",
                        sara("todo", null),
                        "following",
                        new FollowingView(List.of(), List.of(), null, null)));
        pages.put("closing-days", closingDays());
        pages.put("broken", broken());
        pages.put(
                "broken-none",
                Page.of("broken", "frame", karin("todo"), "broken", new BrokenView(List.of(), managed(), null, null)));
        pages.put("unit", unit());
        pages.put("unit-empty", emptyUnit());
        pages.put("absence", absence("mine", null));
        pages.put("absence-none", noAbsence());
        pages.put("absence-unit", absence("unit", "new"));
        pages.put("absence-all", absence("all", null));
        pages.put("processes", processes());
        pages.put("process", process());
        pages.put("case-appoint", caseToAppoint());
        pages.put("steward", steward());
        pages.put("steward-incidents", incidents());
        pages.put("steward-clock", clock());
        pages.put("tables", Page.of("tables", "frame", karin("processes"), "tables", List.of(table(1))));
        pages.put("table", Page.of("table", "frame", karin("processes"), "table", table(1)));
        pages.put("table-old", Page.of("table", "frame", karin("processes"), "table", table(3)));
        pages.put("settings", settings(new SettingsView("AT_ONCE", "karin@nordvik.example", true, null, null)));
        pages.put(
                "settings-calendar",
                settings(new SettingsView(
                        "DIGEST",
                        "karin@nordvik.example",
                        true,
                        at("2026-11-20T09:00"),
                        "https://mandat.example/calendar/qvBDnpxpVnbEiJ6eB5lSMMbKbMUrbmCvrIsIbkbbXdI.ics")));
        pages.put("settings-no-mail", settings(new SettingsView("AT_ONCE", null, false, at("2026-11-20T09:00"), null)));
        pages.put("dead-letters", deadLetters());
        pages.put(
                "dead-letters-none",
                Page.of("dead-letters", "frame", stina(), "mails", new DeadLettersView(List.of(), true)));
        for (String kind : List.of(
                "not-found",
                "forbidden",
                "conflict",
                "invalid",
                "too-large",
                "busy",
                "too-many",
                "broken",
                "unavailable",
                "provider",
                "signed-out",
                "expired")) {
            pages.put(
                    "error-" + kind,
                    Page.of(
                            "error",
                            "frame",
                            kind.equals("signed-out") || kind.equals("provider") ? nobody() : karin(""),
                            "error",
                            new ErrorView(kind, null, kind.equals("broken") ? "4f1c-77" : null, "/", null)));
        }
        pages.put(
                "error-unsent",
                Page.of(
                        "error",
                        "frame",
                        nobody(),
                        "error",
                        new ErrorView(
                                "unavailable",
                                null,
                                null,
                                "/",
                                new Unsent(
                                        "/cases/M-2026-0412/progress",
                                        List.of(
                                                new Unsent.Field("csrf", "c5rf"),
                                                new Unsent.Field("once", "0nce"),
                                                new Unsent.Field("text", "Vi har \"ringt\" <alla>.\nTvå svarade.")),
                                        List.of("Vi har \"ringt\" <alla>.\nTvå svarade.")))));
        return pages;
    }

    private Frame karin(String here) {
        return new Frame(
                t,
                new Frame.Me("karin", "Karin Lund", "MANAGER", "Kundservice", true, false),
                "c5rf",
                "0nce",
                here,
                "/" + here,
                null);
    }

    private Frame sara(String here, String done) {
        return new Frame(
                t,
                new Frame.Me("sara", "Sara Nyberg", "FRONTLINE", "Kundservice", true, false),
                "c5rf",
                "0nce",
                here,
                "/" + here,
                done);
    }

    private Frame astrid(String here) {
        return new Frame(
                t,
                new Frame.Me("astrid", "Astrid Falk", "STAFF", "Kansli", false, false),
                "c5rf",
                "0nce",
                here,
                "/" + here,
                null);
    }

    private Frame stina() {
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

    private Page steward() {
        return Page.of(
                "steward",
                "frame",
                stina(),
                "steward",
                new StewardView(List.of(
                        new StewardView.Row("incidents", "/steward/incidents", 2L),
                        new StewardView.Row("broken", "/broken", 0L),
                        new StewardView.Row("tables", "/tables", null),
                        new StewardView.Row("clock", "/steward/clock", null))));
    }

    private Page incidents() {
        return Page.of(
                "steward/incidents",
                "frame",
                stina(),
                "view",
                new IncidentsView(
                        List.of(
                                new Incident(
                                        "1",
                                        Incident.Kind.DEADLINE,
                                        "M-2026-0412",
                                        ObligationKind.DECIDE,
                                        "MOVE",
                                        "PSQLException",
                                        2,
                                        t.now().plusSeconds(300)),
                                new Incident("2", Incident.Kind.STEP, null, null, "task_Send", null, 5, null)),
                        true));
    }

    private Page clock() {
        return Page.of(
                "steward/clock",
                "frame",
                stina(),
                "clock",
                new ClockView(
                        t.now(),
                        t.now().plusSeconds(3600),
                        LocalDate.of(2026, 11, 30),
                        true,
                        Typed.NOTHING,
                        Mistakes.of("date", say("Klockan går bara framåt.", "The clock only goes forward.")),
                        null));
    }

    private TableInWords table(int newest) {
        return new TableInWords(
                "mandate",
                1,
                newest,
                say("Mandat: vem får besluta?", "Mandate: who may decide?"),
                sv ? "Första regeln som stämmer gäller." : null,
                List.of(say("Nivå", "Level"), say("Kostnad, kr", "Cost, SEK")),
                List.of(say("Väg", "Route")),
                List.of(
                        new TableInWords.Rule(
                                sv ? "Mycket dyrt" : null,
                                Arrays.asList(null, say("över 250 000", "above 250,000")),
                                List.of(say("Högsta ledningen", "The executive management"))),
                        new TableInWords.Rule(null, Arrays.asList(null, null), Arrays.asList((String) null))));
    }

    private Page settings(SettingsView settings) {
        return Page.of("settings", "frame", karin("settings"), "settings", settings);
    }

    private Page deadLetters() {
        return Page.of(
                "dead-letters",
                "frame",
                stina(),
                "mails",
                new DeadLettersView(
                        List.of(
                                new DeadLettersView.Item(
                                        "8d6c0d2e-9c3f-4b1e-8a51-0a5d9b3c7e11",
                                        "Lina Dahl",
                                        List.of("M-2026-0412"),
                                        at("2026-11-23T08:00"),
                                        at("2026-11-23T08:00"),
                                        "NO_SUCH_ADDRESS",
                                        1),
                                new DeadLettersView.Item(
                                        "8d6c0d2e-9c3f-4b1e-8a51-0a5d9b3c7e12",
                                        "Ola Berg",
                                        List.of("M-2026-0401", "M-2026-0407"),
                                        at("2026-11-20T12:00"),
                                        at("2026-11-22T01:00"),
                                        "UNREACHABLE",
                                        8)),
                        true));
    }

    private Frame nobody() {
        return new Frame(t, null, "", "", "", "/", null);
    }

    private String say(String swedish, String english) {
        return sv ? swedish : english;
    }

    private Page todo() {
        List<TodoView.Debt> debts = List.of(
                new TodoView.Debt(
                        "M-2026-0412",
                        "DECIDE",
                        "DECIDE",
                        say(
                                "Jag fick tre olika besked om när hantverkaren skulle komma, och ingen kom",
                                "I was told three different times for the plumber, and nobody came"),
                        say("komma fram", "get there"),
                        "Amir Haddad, Kundservice",
                        "HARMED",
                        null,
                        at("2026-11-20T16:00"),
                        Duration.ZERO,
                        null,
                        "Per Ek",
                        at("2026-11-23T16:00"),
                        null),
                new TodoView.Debt(
                        "M-2026-0418",
                        "ACCEPT_OWNERSHIP",
                        "ACCEPT_OWNERSHIP",
                        say(
                                "Jag ville bara byta adress men skickades mellan fyra sidor",
                                "I only wanted to change my address but was sent between four pages"),
                        say("komma fram", "get there"),
                        "Sara Nyberg, Kundservice",
                        "DETOUR",
                        null,
                        at("2026-11-23T16:00"),
                        Duration.ofHours(3),
                        null,
                        "Per Ek",
                        at("2026-11-24T16:00"),
                        null),
                new TodoView.Debt(
                        "M-2026-0397",
                        "ACT",
                        "ACT",
                        say(
                                "Jag förstod inte fakturan, så jag vågade inte betala den",
                                "I did not understand the invoice, so I did not dare to pay it"),
                        say("komma fram", "get there"),
                        "Noor Ali, Bibliotek",
                        "NOT_REACHED",
                        null,
                        at("2026-11-26T17:00"),
                        Duration.ofHours(31),
                        "Per Ek",
                        "Per Ek",
                        at("2026-11-27T17:00"),
                        null),
                new TodoView.Debt(
                        "M-2026-0341",
                        "REVIEW_EFFECT",
                        "REVIEW_EFFECT",
                        "سألوني: هل نمت جيداً؟ لا أحد سأل 🛏️",
                        say("komma fram", "get there"),
                        "Karin Lund, Kundservice",
                        "REACHED",
                        at("2026-12-07T08:00"),
                        at("2026-12-14T17:00"),
                        Duration.ofHours(45),
                        null,
                        "Per Ek",
                        at("2026-12-15T17:00"),
                        at("2026-11-26T17:00")));
        List<TodoView.News> news = List.of(
                new TodoView.News(
                        "1",
                        "M-2026-0401",
                        at("2026-11-23T09:12"),
                        output -> output.writeUserContent(say(
                                "Sara Nyberg beslutade inom eget mandat.",
                                "Sara Nyberg decided within her own mandate.")),
                        say(
                                "Det stod att ni öppnar åtta men dörren var låst",
                                "It said you open at eight but the door was locked"),
                        say("låna böcker", "borrow books")),
                new TodoView.News(
                        "2",
                        "M-2026-0377",
                        at("2026-11-20T15:40"),
                        output -> output.writeUserContent(say(
                                "Ärendet avslutades: det blev bättre för kunden.",
                                "The case was closed: it got better for the customer.")),
                        null,
                        say("veta när vattnet kommer tillbaka", "know when the water comes back")));
        return Page.of(
                "todo",
                "frame",
                karin("todo"),
                "todo",
                new TodoView(debts, 4, news, "Per Ek", false, managed(), List.of(question())));
    }

    private TodoView.Question question() {
        return new TodoView.Question(
                "M-2026-0409",
                "Sara Nyberg, Kundservice",
                "ACT",
                at("2026-11-27T17:00"),
                at("2026-12-01T17:00"),
                say("Leverantören svarar först på torsdag.", "The supplier answers on Thursday."),
                say("Ingen visste var jag skulle gå", "Nobody knew where I should go"),
                say("hitta rätt", "find the way"));
    }

    private Page emptyTodo() {
        return Page.of(
                "todo",
                "frame",
                astrid("todo"),
                "todo",
                new TodoView(List.of(), 0, List.of(), null, false, List.of(), List.of()));
    }

    private List<Choice> units() {
        return List.of(
                new Choice("nordvik/medborgarservice/kundservice", "Kundservice"),
                new Choice("nordvik", "Nordvik"),
                new Choice("nordvik/ekonomi", "Ekonomi"),
                new Choice("nordvik/medborgarservice/bibliotek", "Bibliotek"),
                new Choice("nordvik/teknik/gata", "Gata"),
                new Choice("nordvik/teknik/vatten", "Vatten"));
    }

    private List<Choice> people() {
        return List.of(
                new Choice("amir", "Amir Haddad, Kundservice"),
                new Choice("bodil", "Bodil Strand, Bibliotek"),
                new Choice("hugo", "Hugo Berg, Gata"));
    }

    private Page raise(Typed typed, Mistakes mistakes, MandateView answer) {
        return Page.of(
                "raise",
                "frame",
                sara("raise", null),
                "raise",
                new RaiseView(
                        null,
                        null,
                        typed,
                        mistakes,
                        answer,
                        typed.has("customerVoice.words") ? similar() : List.of(),
                        false,
                        units(),
                        people(),
                        "sara",
                        new Choice("karin", "Karin Lund"),
                        "0470-12 34 56"));
    }

    private List<SimilarView> similar() {
        return List.of(
                new SimilarView(
                        "M-2026-0388",
                        say("Adressen gick inte att spara", "The address could not be saved"),
                        "ACTING",
                        "Kundservice",
                        NOW.minus(Duration.ofDays(9))),
                new SimilarView(
                        "M-2026-0371",
                        say(
                                "Vi flyttade i maj och allt skickas fortfarande till den gamla adressen",
                                "We moved in May and everything is still sent to the old address"),
                        "DECIDING",
                        "Medborgarservice",
                        NOW.minus(Duration.ofDays(20))));
    }

    private Typed filled() {
        return new Typed(Map.of(
                "customerVoice.words",
                        List.of(say(
                                "Jag ville bara byta adress men skickades mellan fyra sidor, och till slut gav"
                                        + " jag upp och ringde.",
                                "I only wanted to change my address but was sent between four pages, and in"
                                        + " the end I gave up and called.")),
                "customerVoice.goal",
                        List.of(say(
                                "Få posten till sin nya bostad före flytten",
                                "Get the post to the new home before moving")),
                "customerVoice.outcome", List.of("DETOUR"),
                "proposal.text",
                        List.of(say(
                                "En enda sida för adressbyte, länkad från startsidan.",
                                "One page for a change of address, linked from the start page.")),
                "proposal.cost", List.of("4 000"),
                "proposal.reversible", List.of("true"),
                "recurrenceOf", List.of("M-2026-0101"),
                "customerVoice.sensitive", List.of("true"),
                "decision.contributors[0].to", List.of("hugo")));
    }

    private Page raiseOwn() {
        return raise(
                filled(),
                Mistakes.NONE,
                new MandateView(
                        "OWN",
                        4,
                        say(
                                "Ändringen går att backa, kostar högst 5 000 kr och berör högst två enheter.",
                                "The change can be reversed, costs at most 5,000 kr and touches at most two units."),
                        "Sara Nyberg",
                        null,
                        21_000L,
                        25_000L,
                        false));
    }

    private Page raiseWrong() {
        Map<String, String> wrong = new LinkedHashMap<>();
        wrong.put("customerVoice.words", say("Skriv vad kunden sade.", "Write what the customer said."));
        wrong.put(
                "customerVoice.outcome", say("Välj hur det gick för kunden.", "Choose how it went for the customer."));
        wrong.put(
                "proposal.cost",
                say(
                        "Skriv kostnaden i hela kronor, till exempel 4 000.",
                        "Write the cost in whole kronor, such as 4,000."));
        return raise(
                new Typed(Map.of(
                        "customerVoice.goal",
                        List.of(say("Betala i tid", "Pay in time")),
                        "proposal.cost",
                        List.of("fyra tusen"),
                        "customerVoice.outcome",
                        List.of("HARMED"))),
                new Mistakes(wrong),
                null);
    }

    private Page raiseChanged() {
        return raise(
                filled(),
                Mistakes.NONE,
                new MandateView(
                        "JOINT",
                        6,
                        say(
                                "Flera enheter berörs: deras närmaste gemensamma chef beslutar.",
                                "Several units are touched: their nearest common manager decides."),
                        "Per Ek",
                        say("chef Medborgarservice", "manager of Medborgarservice"),
                        null,
                        null,
                        true));
    }

    private Page draft() {
        return Page.of(
                "raise",
                "frame",
                sara("drafts", "draft-saved"),
                "raise",
                new RaiseView(
                        "U-2026-0003",
                        2L,
                        filled(),
                        Mistakes.NONE,
                        null,
                        List.of(),
                        false,
                        units(),
                        people(),
                        "sara",
                        new Choice("karin", "Karin Lund"),
                        null));
    }

    private CaseSheet.Voice voice() {
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

    private CaseSheet.Proposal proposal() {
        return new CaseSheet.Proposal(
                say(
                        "En enda sida för adressbyte, länkad från startsidan.",
                        "One page for a change of address, linked from the start page."),
                4_000L,
                true,
                List.of("Kundservice", "Bibliotek"));
    }

    private List<CaseSheet.Stop> rail(int here, String... notes) {
        List<String> names = List.of("raised", "decided", "owner", "action", "effect", "closed");
        List<CaseSheet.Stop> stops = new java.util.ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            stops.add(new CaseSheet.Stop(
                    t.say("rail." + names.get(i)),
                    i < here ? "done" : i == here ? "here" : "ahead",
                    i < notes.length ? notes[i] : null));
        }
        return stops;
    }

    private List<CaseSheet.HistoryLine> trail() {
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

    private static gg.jte.Content bold(String who, String rest) {
        return output -> {
            output.writeContent("<bdi>");
            output.writeUserContent(who);
            output.writeContent("</bdi>");
            output.writeUserContent(rest);
        };
    }

    private CaseSheet.Process process(String here) {
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

    private CaseSheet sheet(
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

    /** What only some cases have. */
    private record Beyond(
            CaseSheet.Protection protection,
            CaseSheet.Origin origin,
            Map<String, CaseSheet.Asked> asks,
            CaseSheet.Beside beside,
            CaseSheet.Talk talk) {}

    private static final Beyond NOTHING_MORE = new Beyond(
            new CaseSheet.Protection(false, false),
            new CaseSheet.Origin(null, null),
            Map.of(),
            new CaseSheet.Beside(List.of(), List.of(), List.of(), List.of()),
            new CaseSheet.Talk(List.of(), List.of(), false, false));

    private static CaseSheet.Voice hidden(CaseSheet.Voice voice) {
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

    private CaseSheet sheet(
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

    private CaseSheet.Decision decision() {
        return new CaseSheet.Decision("PROPOSAL", "APPROVED", null, "Sara Nyberg", at("2026-11-23T09:12"), false);
    }

    private CaseForms forms(boolean waits) {
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

    private Page caseToAccept() {
        CaseSheet.Now now = new CaseSheet.Now(
                "o1",
                "Karin Lund",
                null,
                "ACCEPT_OWNERSHIP",
                null,
                at("2026-11-24T09:12"),
                Duration.ofHours(5),
                "MOVES",
                "Per Ek",
                at("2026-11-25T09:12"),
                true);
        return Page.of(
                "case",
                "frame",
                karin("cases"),
                "c",
                sheet(
                        "ASSIGNING",
                        null,
                        proposal(),
                        decision(),
                        null,
                        null,
                        List.of(),
                        List.of(),
                        now,
                        rail(
                                2,
                                say("i dag 09.11", "today 09:11"),
                                say("i dag 09.12, eget mandat", "today 09:12, own mandate"),
                                say("senast i morgon 09.12", "by tomorrow 09:12")),
                        Set.of("ownership"),
                        process("callActivity_AcceptOwnership")),
                "forms",
                forms(false));
    }

    private Page caseToDecide() {
        CaseSheet.Now now = new CaseSheet.Now(
                "o1",
                "Karin Lund",
                "Per Ek",
                "DECIDE",
                null,
                at("2026-11-23T10:12"),
                Duration.ZERO,
                "MOVES",
                "Eva Ström",
                at("2026-11-24T10:12"),
                true);
        return Page.of(
                "case",
                "frame",
                karin("cases"),
                "c",
                sheet(
                        "DECIDING",
                        null,
                        proposal(),
                        null,
                        null,
                        null,
                        List.of(),
                        List.of(),
                        now,
                        rail(1, say("fre 20 nov 09.11", "Fri 20 Nov 09:11")),
                        Set.of("decision"),
                        process("callActivity_Decide")),
                "forms",
                forms(false));
    }

    private Page caseToAct() {
        CaseSheet.Now now = new CaseSheet.Now(
                "o1",
                "Karin Lund",
                null,
                "ACT",
                null,
                at("2026-12-04T17:00"),
                Duration.ofHours(85),
                "MOVES",
                "Per Ek",
                at("2026-12-07T17:00"),
                true);
        return Page.of(
                "case",
                "frame",
                karin("cases"),
                "c",
                sheet(
                        "ACTING",
                        null,
                        proposal(),
                        decision(),
                        "Karin Lund",
                        new CaseSheet.Plan(
                                say(
                                        "Bygga sidan med webben och flytta länkarna.",
                                        "Build the page with the web team and move the links."),
                                at("2026-12-04T17:00"),
                                at("2027-01-08T17:00")),
                        List.of(new CaseSheet.Note(
                                say(
                                        "Sidan är skissad.\nWebben börjar på onsdag.",
                                        "The page is sketched.\nThe web team starts on Wednesday."),
                                "Karin Lund",
                                at("2026-11-23T11:00"))),
                        List.of(new CaseSheet.Review(
                                "PARTLY",
                                "CUSTOMER_SAID",
                                say("Hon hittade sidan men inte knappen.", "She found the page but not the button."),
                                null,
                                say("Säg det genast.", "Say so at once."),
                                "Sara Nyberg",
                                at("2026-11-22T11:00"),
                                1)),
                        now,
                        rail(3),
                        Set.of("action", "progress", "action/completion"),
                        process("callActivity_Act")),
                "forms",
                forms(false));
    }

    private Page caseToReview() {
        CaseSheet.Now now = new CaseSheet.Now(
                "o1",
                "Sara Nyberg",
                null,
                "REVIEW_EFFECT",
                at("2026-12-18T08:00"),
                at("2026-12-28T17:00"),
                Duration.ofHours(45),
                "MOVES",
                "Karin Lund",
                at("2026-12-29T17:00"),
                true);
        return Page.of(
                "case",
                "frame",
                sara("cases", "completed"),
                "c",
                sheet(
                        "REVIEWING",
                        null,
                        proposal(),
                        decision(),
                        "Karin Lund",
                        null,
                        List.of(),
                        List.of(),
                        now,
                        rail(4),
                        Set.of("effect-review"),
                        process("callActivity_ReviewEffect")),
                "forms",
                forms(true));
    }

    private Page caseInConflict() {
        CaseSheet.Now now = new CaseSheet.Now(
                "o1",
                "Karin Lund",
                null,
                "DECIDE",
                null,
                at("2026-11-24T10:12"),
                Duration.ofHours(6),
                "MOVES",
                null,
                null,
                true);
        Typed typed = new Typed(Map.of(
                "verdict",
                List.of("AMENDED"),
                "reason",
                List.of(say("Bra, men börja med en sida.", "Good, but begin with one page.")),
                "proposal.text",
                List.of(say("Bara startsidan.", "Only the start page."))));
        CaseForms forms = new CaseForms(
                "decision",
                typed,
                Map.of(),
                Mistakes.NONE,
                true,
                null,
                List.of(trail().get(1)),
                List.of(),
                people(),
                units(),
                "Karin Lund",
                null,
                false);
        return Page.of(
                "case",
                "frame",
                karin("cases"),
                "c",
                sheet(
                        "DECIDING",
                        null,
                        proposal(),
                        null,
                        null,
                        null,
                        List.of(),
                        List.of(),
                        now,
                        rail(1),
                        Set.of("decision"),
                        null),
                "forms",
                forms);
    }

    private Page closedCase() {
        return Page.of(
                "case",
                "frame",
                sara("cases", null),
                "c",
                sheet(
                        "CLOSED",
                        "EFFECTIVE",
                        proposal(),
                        decision(),
                        "Karin Lund",
                        null,
                        List.of(),
                        List.of(new CaseSheet.Review(
                                "EFFECTIVE",
                                "CUSTOMER_SAID",
                                say("Posten kom till nya adressen.", "The post came to the new address."),
                                null,
                                say("Säg det genast.", "Say so at once."),
                                "Sara Nyberg",
                                at("2026-11-22T11:00"),
                                1)),
                        null,
                        rail(6),
                        Set.of("acknowledgement"),
                        null),
                "forms",
                forms(false));
    }

    private CaseSheet.Voice anotherVoice() {
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

    private Page caseToAppoint() {
        CaseSheet.Now now = new CaseSheet.Now(
                "o1",
                "Sten Ros",
                null,
                "APPOINT",
                null,
                at("2026-11-24T09:12"),
                Duration.ofHours(5),
                "MOVES",
                null,
                null,
                true);
        return Page.of(
                "case",
                "frame",
                karin("cases"),
                "c",
                sheet(
                        "DECIDING",
                        null,
                        proposal(),
                        null,
                        null,
                        null,
                        List.of(),
                        List.of(),
                        now,
                        rail(1, say("i dag 09.11", "today 09:11")),
                        Set.of("appointment"),
                        process("callActivity_Decide")),
                "forms",
                forms(false));
    }

    /** As somebody reads it who has nothing to do with it. */
    private List<TodoView.UnitTab> managed() {
        return List.of(new TodoView.UnitTab("nordvik/medborgarservice/kundservice", "Kundservice"));
    }

    private Page broken() {
        TodoView.Debt late = new TodoView.Debt(
                "M-2026-0388",
                "DECIDE",
                "DECIDE.APPEAL",
                say("Ingen kunde säga när det blir klart", "Nobody could say when it will be done"),
                say("Veta när", "Know when"),
                "Amir Haddad, Kundservice",
                "DETOUR",
                null,
                at("2026-11-20T16:00"),
                Duration.ZERO,
                null,
                null,
                at("2026-11-27T16:00"),
                null);
        return Page.of(
                "broken",
                "frame",
                karin("todo"),
                "broken",
                new BrokenView(
                        List.of(new UnitDebtsView.Owed("Eva Ström, Nordvik", late)),
                        managed(),
                        "/broken?cursor=x",
                        null));
    }

    private Page unit() {
        TodoView.Debt late = new TodoView.Debt(
                "M-2026-0412",
                "DECIDE",
                "DECIDE",
                say(
                        "Jag fick tre olika besked om när hantverkaren skulle komma, och ingen kom",
                        "I was told three different times for the plumber, and nobody came"),
                say("komma fram", "get there"),
                "Amir Haddad, Kundservice",
                "HARMED",
                null,
                at("2026-11-20T16:00"),
                Duration.ZERO,
                null,
                "Per Ek",
                at("2026-11-23T16:00"),
                null);
        TodoView.Debt coming = new TodoView.Debt(
                "M-2026-0397",
                "ACT",
                "ACT",
                null,
                say("Förstå fakturan innan den ska betalas", "Understand the invoice before it is due"),
                "Noor Ali, Bibliotek",
                "NOT_REACHED",
                null,
                at("2026-11-26T17:00"),
                Duration.ofHours(31),
                null,
                "Per Ek",
                at("2026-11-27T17:00"),
                null);
        return Page.of(
                "unit",
                "frame",
                karin("todo"),
                "unit",
                new UnitDebtsView(
                        "nordvik/medborgarservice/kundservice",
                        "Kundservice",
                        managed(),
                        List.of(new UnitDebtsView.Owed("Karin Lund, Kundservice", late)),
                        List.of(new UnitDebtsView.Owed("Sara Nyberg, Kundservice", coming, "7f0c/sara")),
                        Typed.NOTHING.with("kind", "ACT"),
                        "/units/nordvik/obligations?cursor=x",
                        null,
                        new UnitDebtsView.Handover(
                                List.of(new UnitDebtsView.Candidate("amir", "Amir Haddad, Kundservice")),
                                Typed.NOTHING.with("obligations", "7f0c/sara"),
                                Mistakes.NONE,
                                null,
                                List.of(say(
                                        "Amir Haddad får inte besluta i M-2026-0397.",
                                        "Amir Haddad may not decide on M-2026-0397.")))));
    }

    private Page absence(String of, String form) {
        List<Choice> people =
                List.of(new Choice("sara", "Sara Nyberg, Kundservice"), new Choice("bodil", "Bodil Ek, Bibliotek"));
        List<AbsenceView.Line> lines = List.of(
                new AbsenceView.Line(
                        "6f1c2d9e-0000-4000-8000-000000000001",
                        "Karin Lund, Kundservice",
                        LocalDate.of(2026, 11, 20),
                        LocalDate.of(2026, 11, 27),
                        "bodil",
                        "Bodil Ek",
                        true,
                        true),
                new AbsenceView.Line(
                        "6f1c2d9e-0000-4000-8000-000000000002",
                        "Karin Lund, Kundservice",
                        LocalDate.of(2026, 12, 23),
                        LocalDate.of(2027, 1, 8),
                        null,
                        null,
                        false,
                        !of.equals("unit")));
        return Page.of(
                "absence",
                "frame",
                karin(of.equals("mine") ? "absence" : ""),
                "absence",
                new AbsenceView(
                        of.equals("all") ? "/steward/absences" : "/absence",
                        of,
                        of.equals("unit") ? "nordvik/medborgarservice/kundservice" : null,
                        of.equals("unit") ? "Kundservice" : null,
                        lines,
                        of.equals("mine") ? null : people,
                        people,
                        form,
                        Typed.NOTHING.with("first", "2026-11-30").with("last", "2026-11-27"),
                        form == null
                                ? Mistakes.NONE
                                : Mistakes.of("last", t.words().say("error.ends-before-it-begins", Map.of())),
                        null,
                        List.of()));
    }

    private Page noAbsence() {
        return Page.of(
                "absence",
                "frame",
                sara("absence", null),
                "absence",
                new AbsenceView(
                        "/absence",
                        "mine",
                        null,
                        null,
                        List.of(),
                        null,
                        List.of(),
                        null,
                        Typed.NOTHING,
                        Mistakes.NONE,
                        null,
                        List.of()));
    }

    private Page emptyUnit() {
        return Page.of(
                "unit",
                "frame",
                astrid("todo"),
                "unit",
                new UnitDebtsView(
                        "nordvik/teknik", "Teknik", List.of(), List.of(), List.of(), Typed.NOTHING, null, null, null));
    }

    private Page changes() {
        List<ChangesView.Row> rows = List.of(
                new ChangesView.Row(
                        "M-2026-0377",
                        say(
                                "Ingen kunde säga när vattnet kommer tillbaka",
                                "Nobody could say when the water comes back"),
                        say("Veta om jag behöver hämta vatten", "Know whether I need to fetch water"),
                        say(
                                "Jouren skickar ett sms till alla på gatan när felet är hittat, med en tid.",
                                "The duty officer texts everybody in the street once the fault is found, with a time."),
                        "CUSTOMER_SAID",
                        say(
                                "”Den här gången visste jag det innan jag hann ringa.”",
                                "“This time I knew before I called.”"),
                        say("Den som väntar vill hellre veta.", "Whoever waits would rather know."),
                        "Vatten",
                        "Ola Vik",
                        "Noor Ali",
                        at("2026-11-20T15:40")),
                new ChangesView.Row(
                        "M-2026-0301",
                        null,
                        say("Kunna berätta utan att andra hör", "To be able to tell without others hearing"),
                        null,
                        "OBSERVED",
                        null,
                        null,
                        "Kundservice",
                        "Karin Lund",
                        "Amir Haddad",
                        at("2025-12-02T10:00")));
        return Page.of(
                "changes",
                "frame",
                sara("changes", null),
                "changes",
                new ChangesView(
                        rows,
                        Typed.NOTHING.with("q", "vatten"),
                        units(),
                        "/changes.atom?q=vatten",
                        "/changes?cursor=x",
                        null));
    }

    private Page noChanges() {
        return Page.of(
                "changes",
                "frame",
                astrid("changes"),
                "changes",
                new ChangesView(List.of(), Typed.NOTHING, units(), "/changes.atom", null, null));
    }

    private ProcessView caseHandling() {
        return new ProcessView(
                "case-handling",
                3,
                "/assets/case-handling.bpmn",
                new ProcessInWords(
                        say("Handläggning av ett ärende", "Handling of a case"),
                        say(
                                "Ett ärendes väg från att det skickas in tills effekten är sedd.",
                                "The way of a case from being submitted until its effect is seen."),
                        List.of(
                                new ProcessInWords.Part(
                                        "start",
                                        "START",
                                        say("Ärendet är inskickat", "The case is submitted"),
                                        null,
                                        List.of(),
                                        List.of()),
                                new ProcessInWords.Part(
                                        "decides",
                                        "QUESTION",
                                        say("Beslutar den som tog upp ärendet?", "Does the raiser decide?"),
                                        say("Inom eget mandat är inskickandet beslutet.", "Submitting is deciding."),
                                        List.of(
                                                new ProcessInWords.Answer(
                                                        say("Nej", "No"), say("Besluta om förslaget", "Decide")),
                                                new ProcessInWords.Answer(say("Ja", "Yes"), null)),
                                        List.of()),
                                new ProcessInWords.Part(
                                        "work",
                                        "PART",
                                        say("Genomför och följ upp", "Carry out and review"),
                                        null,
                                        List.of(),
                                        List.of(new ProcessInWords.Part(
                                                "act",
                                                "STEP",
                                                say("Genomför ändringen", "Carry out the change"),
                                                say(
                                                        "Ägaren planerar och genomför.",
                                                        "The owner plans and carries out."),
                                                List.of(),
                                                List.of()))),
                                new ProcessInWords.Part(
                                        "end",
                                        "END",
                                        say("Effekten är bekräftad", "The effect is confirmed"),
                                        null,
                                        List.of(),
                                        List.of()))));
    }

    private Page processes() {
        return Page.of("processes", "frame", karin("processes"), "processes", List.of(caseHandling()));
    }

    private Page process() {
        return Page.of("process", "frame", karin("processes"), "process", caseHandling());
    }

    private CaseSheet.Now now(String who, String kind, String silence, boolean mine) {
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

    private Page page(Frame frame, CaseSheet sheet, CaseForms forms) {
        return Page.of("case", "frame", frame, "c", sheet, "forms", forms);
    }

    private CaseSheet.Matter matter(String kind, String by, String whom, String state, String answer) {
        return new CaseSheet.Matter(
                kind,
                by,
                whom,
                say("Det hör hemma hos oss på gatan.", "It belongs with us in the street."),
                at("2026-11-21T10:00"),
                state,
                answer);
    }

    private CaseSheet.Beside beside() {
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

    private List<CaseSheet.Time> times() {
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

    private Page closingDays() {
        ClosingDaysView.Day day = new ClosingDaysView.Day(
                "d1", "Teknik", LocalDate.of(2026, 12, 11), say("Planeringsdag", "Planning day"));
        return Page.of(
                "steward/closing-days",
                "frame",
                karin("steward"),
                "closing",
                new ClosingDaysView(
                        List.of(day),
                        List.of(
                                new ClosingDaysView.Change(
                                        "Teknik",
                                        day.day(),
                                        day.reason(),
                                        true,
                                        "Stina Lind",
                                        at("2026-11-23T12:58"),
                                        0,
                                        true),
                                new ClosingDaysView.Change(
                                        "Gata",
                                        LocalDate.of(2026, 12, 7),
                                        say("Flytt", "Moving"),
                                        false,
                                        "Sten Ros",
                                        at("2026-11-20T09:12"),
                                        17,
                                        false)),
                        true,
                        units(),
                        Typed.NOTHING.with("unit", units().getFirst().value()).with("day", "2026-12-18"),
                        Mistakes.NONE,
                        12,
                        null));
    }

    private CaseSheet.Talk talk() {
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

    private Beyond asking(String call, String about, String by) {
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

    private Page hiddenCase() {
        Beyond hidden = new Beyond(
                new CaseSheet.Protection(true, true),
                new CaseSheet.Origin(null, "M-2026-0101"),
                Map.of(),
                new CaseSheet.Beside(
                        List.of(),
                        List.of(new CaseSheet.Contribution(
                                null, 0, "Hugo Berg", null, null, null, false, "OPEN", null, false, false)),
                        List.of(new CaseSheet.Matter(
                                "APPEAL", "Sara Nyberg", null, null, at("2026-11-21T10:00"), "REFUSED", null)),
                        List.of()),
                new CaseSheet.Talk(List.of(), List.of(), false, false));
        return page(
                karin("cases"),
                sheet(
                        "ACTING",
                        null,
                        new CaseSheet.Proposal(null, 4_000L, true, List.of("Kundservice")),
                        decision(),
                        "Karin Lund",
                        null,
                        List.of(),
                        List.of(new CaseSheet.Review(
                                "PARTLY", "OBSERVED", null, null, null, "Sara Nyberg", at("2026-11-22T11:00"), 1)),
                        now("Karin Lund", "ACT", "MOVES", false),
                        rail(3),
                        Set.of("voices", "following"),
                        null,
                        hidden),
                forms(false));
    }

    private Page caseToRespond() {
        return page(
                sara("cases", null),
                sheet(
                        "DECIDING",
                        null,
                        proposal(),
                        new CaseSheet.Decision(
                                "PROPOSAL",
                                "REJECTED",
                                say("Vi har redan en sådan sida.", "We have such a page already."),
                                "Karin Lund",
                                at("2026-11-23T09:12"),
                                false),
                        null,
                        null,
                        List.of(),
                        List.of(),
                        now("Sara Nyberg", "RESPOND", "LAPSES", true),
                        rail(1),
                        Set.of("response", "appeal", "messages", "following", "voices"),
                        process("callActivity_Decide")),
                forms(false));
    }

    private Page caseWithObjection() {
        Beyond beyond = new Beyond(
                new CaseSheet.Protection(true, false),
                NOTHING_MORE.origin(),
                asking("decision", "OBJECTION", "Bodil Strand").asks(),
                beside(),
                talk());
        return page(
                karin("cases"),
                sheet(
                        "ACTING",
                        null,
                        proposal(),
                        decision(),
                        "Karin Lund",
                        null,
                        List.of(),
                        List.of(),
                        now("Karin Lund", "ACT", "MOVES", true),
                        rail(3),
                        Set.of(
                                "decision",
                                "referral",
                                "action",
                                "progress",
                                "outcome",
                                "merge",
                                "handover",
                                "objection",
                                "withdrawal",
                                "proposal",
                                "appeal",
                                "contributions/cancellation",
                                "messages",
                                "following",
                                "voices",
                                "contact"),
                        process("callActivity_Act"),
                        beyond),
                forms(false));
    }

    private Page caseThatFailedTwice() {
        return page(
                karin("cases"),
                sheet(
                        "DECIDING",
                        null,
                        proposal(),
                        decision(),
                        "Ola Vik",
                        null,
                        List.of(),
                        List.of(),
                        now("Karin Lund", "DECIDE.FAILED_REVIEWS", "MOVES", true),
                        rail(1),
                        Set.of("decision", "referral"),
                        null,
                        asking("decision", "FAILED_REVIEWS", null)),
                forms(false));
    }

    private Page caseToContribute() {
        CaseSheet.Contribution mine = new CaseSheet.Contribution(
                "4b9cf8a2-0000-4000-8000-000000000001",
                2,
                "Karin Lund",
                say("Rita kartan.", "Draw the map."),
                at("2026-11-27T17:00"),
                null,
                false,
                "OPEN",
                null,
                true,
                false);
        return page(
                karin("cases"),
                sheet(
                        "ACTING",
                        null,
                        proposal(),
                        decision(),
                        "Ola Vik",
                        null,
                        List.of(),
                        List.of(),
                        now("Ola Vik", "ACT", "MOVES", false),
                        rail(3),
                        Set.of("contributions/completion", "contributions/decline"),
                        null,
                        new Beyond(
                                NOTHING_MORE.protection(),
                                NOTHING_MORE.origin(),
                                Map.of(),
                                new CaseSheet.Beside(List.of(), List.of(mine), List.of(), List.of()),
                                talk())),
                forms(false));
    }

    private Page caseToTakeOver() {
        return page(
                karin("cases"),
                sheet(
                        "ACTING",
                        null,
                        proposal(),
                        decision(),
                        "Ola Vik",
                        null,
                        List.of(),
                        List.of(),
                        now("Ola Vik", "ACT", "MOVES", false),
                        rail(3),
                        Set.of("ownership", "answer"),
                        null,
                        asking("ownership", "HANDOVER", "Ola Vik")),
                forms(false));
    }

    private Page mergedCase() {
        return page(
                sara("cases", "merged"),
                sheet(
                        "CLOSED",
                        "MERGED",
                        proposal(),
                        decision(),
                        null,
                        null,
                        List.of(),
                        List.of(),
                        null,
                        rail(6),
                        Set.of("acknowledgement", "following"),
                        null,
                        new Beyond(
                                NOTHING_MORE.protection(),
                                new CaseSheet.Origin("M-2026-0377", null),
                                Map.of(),
                                NOTHING_MORE.beside(),
                                NOTHING_MORE.talk())),
                forms(false));
    }

    private Page caseWithMistakes() {
        Map<String, String> wrong = new LinkedHashMap<>();
        wrong.put("verdict", say("Välj ett svar.", "Choose an answer."));
        wrong.put("contributors[1].what", say("Skriv vad bidraget är.", "Write what the contribution is."));
        return page(
                karin("cases"),
                sheet(
                        "DECIDING",
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        List.of(),
                        now("Karin Lund", "DECIDE", "BROKEN", true),
                        rail(1),
                        Set.of("decision", "referral"),
                        null),
                new CaseForms(
                        "decision",
                        new Typed(Map.of("contributors[1].to", List.of("hugo"))),
                        Map.of(),
                        new Mistakes(wrong),
                        false,
                        null,
                        List.of(),
                        List.of(),
                        people(),
                        units(),
                        null,
                        null,
                        false));
    }

    private Page caseWithNewVoice() {
        return page(
                sara("cases", null),
                sheet(
                        "REVIEWING",
                        null,
                        proposal(),
                        decision(),
                        "Karin Lund",
                        null,
                        List.of(),
                        List.of(),
                        now("Sara Nyberg", "REVIEW_EFFECT", "MOVES", true),
                        rail(4),
                        Set.of("effect-review", "voices"),
                        null,
                        asking("effect-review", "NEW_VOICE", "Noor Ali")),
                forms(false));
    }

    private List<CasesView.Row> someCases() {
        return List.of(
                new CasesView.Row(
                        "M-2026-0412",
                        say(
                                "Jag fick tre olika besked om när hantverkaren skulle komma, och ingen kom",
                                "I was told three different times for the plumber, and nobody came"),
                        say("få hjälp innan källaren svämmar över", "get help before the cellar is flooded"),
                        "DECIDING",
                        null,
                        "HARMED",
                        "Vatten",
                        null,
                        at("2026-11-18T10:00"),
                        "Amir Haddad",
                        "Ola Vik",
                        "DECIDE",
                        at("2026-11-20T16:00"),
                        true),
                new CasesView.Row(
                        "M-2026-0418",
                        null,
                        say("få posten till sin nya bostad", "get the post to the new home"),
                        "ACTING",
                        null,
                        "DETOUR",
                        "Kundservice",
                        "Karin Lund",
                        at("2026-11-23T09:11"),
                        "Sara Nyberg",
                        "Karin Lund",
                        "ACT",
                        at("2026-12-04T17:00"),
                        false),
                new CasesView.Row(
                        "M-2026-0399",
                        null,
                        say("kunna berätta utan att andra hör", "to be able to tell without others hearing"),
                        "ACTING",
                        null,
                        "DETOUR",
                        "Kundservice",
                        "Karin Lund",
                        at("2026-11-23T09:11"),
                        "Sara Nyberg",
                        "Karin Lund",
                        "ACT",
                        at("2026-12-04T17:00"),
                        false),
                new CasesView.Row(
                        "M-2026-0377",
                        "<script>alert('x')</script> " + "Rövsvamplångtordutanmellanslag".repeat(6),
                        say("läsa en bok", "read a book"),
                        "CLOSED",
                        "EFFECTIVE",
                        "REACHED",
                        "Bibliotek",
                        "Bodil Strand",
                        at("2025-03-01T09:00"),
                        "Noor Ali",
                        null,
                        null,
                        null,
                        false));
    }

    private Page cases() {
        List<CasesView.Row> rows = someCases();
        return Page.of(
                "cases",
                "frame",
                karin("cases"),
                "cases",
                new CasesView(
                        rows,
                        new Typed(Map.of("stage", List.of("ACTING"), "overdue", List.of("true"))),
                        units(),
                        people(),
                        true,
                        "/cases?cursor=x",
                        null));
    }

    private Page noCases() {
        return Page.of(
                "cases",
                "frame",
                astrid("cases"),
                "cases",
                new CasesView(List.of(), Typed.NOTHING.with("q", "bastu"), units(), people(), false, null, null));
    }

    private Page drafts() {
        return Page.of(
                "drafts",
                "frame",
                sara("drafts", null),
                "drafts",
                new DraftsView(List.of(
                        new DraftsView.Row(
                                "U-2026-0003",
                                say(
                                        "Kön tog slut först när luckan stängde",
                                        "The queue only ended when the desk closed"),
                                say("hämta sitt pass", "collect a passport"),
                                at("2026-11-22T15:01"),
                                2),
                        new DraftsView.Row("U-2026-0004", "", null, at("2026-11-23T12:59"), 1))));
    }

    private Page organisation() {
        OrganisationView.UnitNode service = new OrganisationView.UnitNode(
                "nordvik/medborgarservice/kundservice",
                "Kundservice",
                member("karin", "Karin Lund", "manager"),
                List.of(member("amir", "Amir Haddad", "frontline"), member("sara", "Sara Nyberg", "frontline")),
                "0470-12 34 56",
                List.of());
        OrganisationView.UnitNode library = new OrganisationView.UnitNode(
                "nordvik/medborgarservice/bibliotek",
                "Bibliotek",
                member("bodil", "Bodil Strand", "manager"),
                List.of(
                        member("noor", "Noor Ali", "frontline"),
                        new OrganisationView.Member("ulf", "Ulf Grå", "STAFF", List.of(), false)),
                null,
                List.of());
        OrganisationView.UnitNode citizens = new OrganisationView.UnitNode(
                "nordvik/medborgarservice",
                "Medborgarservice",
                member("per", "Per Ek", "manager"),
                List.of(),
                null,
                List.of(library, service));
        OrganisationView.UnitNode office = new OrganisationView.UnitNode(
                "nordvik/kansli",
                "Kansli",
                member("britt", "Britt Ås", "manager"),
                List.of(member("astrid", "Astrid Falk", "auditor"), member("stina", "Stina Öst", "steward")),
                null,
                List.of());
        OrganisationView.UnitNode root = new OrganisationView.UnitNode(
                "nordvik",
                "Nordvik",
                member("eva", "Eva Ström", "manager"),
                List.of(),
                null,
                List.of(citizens, office));
        return Page.of(
                "organisation",
                "frame",
                karin("organisation"),
                "organisation",
                new OrganisationView(
                        root,
                        List.of(
                                new OrganisationView.Trouble("PERSON_WITHOUT_UNIT", "Ulf Grå", 0),
                                new OrganisationView.Trouble("UNIT_WITHOUT_MANAGER", "Bibliotek", 3)),
                        at("2026-11-23T12:59")));
    }

    private OrganisationView.Member member(String username, String name, String role) {
        return new OrganisationView.Member(username, name, "STAFF", List.of(role), true);
    }

    private Page history(boolean intact) {
        List<HistoryView.Entry> entries = List.of(
                new HistoryView.Entry(
                        1,
                        "case.raised.v1",
                        at("2026-11-23T09:11"),
                        trail().get(3).text(),
                        List.of(),
                        "9f2c".repeat(16),
                        null,
                        false),
                new HistoryView.Entry(
                        2,
                        "case.mandate-asked.v1",
                        at("2026-11-23T09:11"),
                        trail().get(2).text(),
                        List.of(),
                        "71aa".repeat(16),
                        "9f2c".repeat(16),
                        false),
                new HistoryView.Entry(
                        3,
                        "case.decided.v1",
                        at("2026-11-23T09:12"),
                        trail().get(1).text(),
                        List.of(
                                new HistoryView.Said(
                                        t.say("history.text.reason"),
                                        say("Enkelt och ofarligt.", "Simple and harmless.")),
                                new HistoryView.Said(t.say("history.text.goal"), null)),
                        "0b3d".repeat(16),
                        "71aa".repeat(16),
                        !intact));
        return Page.of(
                "history",
                "frame",
                astrid("cases"),
                "history",
                new HistoryView(
                        "M-2026-0418",
                        intact ? voice().words() : null,
                        !intact,
                        entries,
                        new HistoryView.Verified(
                                intact, 3, "0b3d".repeat(16), intact ? null : 3L, intact ? null : "TEXT_CHANGED")));
    }

    private Page contact() {
        return Page.of(
                "contact",
                "frame",
                sara("cases", null),
                "contact",
                new ContactView(
                        "M-2026-0418", voice().words(), "Gunilla Svensson\n070-123 45 67\n<b>gunilla</b>@example.se"));
    }
}
