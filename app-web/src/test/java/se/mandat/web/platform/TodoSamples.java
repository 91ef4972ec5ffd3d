package se.mandat.web.platform;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.mandat.web.obligation.BrokenView;
import se.mandat.web.obligation.TodoView;
import se.mandat.web.obligation.UnitDebtsView;

/** What somebody owes, and what is broken. */
final class TodoSamples extends Samples {

    TodoSamples(Spoken t) {
        super(t);
    }

    @Override
    Map<String, Page> all() {
        Map<String, Page> pages = new LinkedHashMap<>();
        pages.put("todo", todo());
        pages.put("todo-empty", emptyTodo());
        pages.put("broken", broken());
        pages.put(
                "broken-none",
                Page.of("broken", "frame", karin("todo"), "broken", new BrokenView(List.of(), managed(), null, null)));
        return pages;
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
                "Karin Lund",
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
}
