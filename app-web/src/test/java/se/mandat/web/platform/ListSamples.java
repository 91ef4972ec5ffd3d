package se.mandat.web.platform;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.mandat.web.cases.CasesView;
import se.mandat.web.cases.Choice;
import se.mandat.web.cases.FollowingView;
import se.mandat.web.insight.ChangesView;

/** Lists of cases, and of what they have changed. */
final class ListSamples extends Samples {

    ListSamples(Spoken t) {
        super(t);
    }

    @Override
    Map<String, Page> all() {
        Map<String, Page> pages = new LinkedHashMap<>();
        pages.put("cases", cases());
        pages.put("cases-empty", noCases());
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
        pages.put("changes", changes());
        pages.put("changes-empty", noChanges());
        return pages;
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
                        List.of(new Choice(
                                "L-1", say("Vi svarar inom två arbetsdagar.", "We answer within two days."))),
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
                new CasesView(
                        List.of(), Typed.NOTHING.with("q", "bastu"), units(), people(), List.of(), false, null, null));
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
}
