package se.mandat.web.platform;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.mandat.cases.Incident;
import se.mandat.obligation.ObligationKind;
import se.mandat.web.cases.Choice;
import se.mandat.web.clock.ClockView;
import se.mandat.web.notification.DeadLettersView;
import se.mandat.web.promise.PromisesView;
import se.mandat.web.steward.IncidentsView;
import se.mandat.web.steward.StewardView;
import se.mandat.web.worktime.ClosingDaysView;

/** What stewards look after. */
final class StewardSamples extends Samples {

    StewardSamples(Spoken t) {
        super(t);
    }

    @Override
    Map<String, Page> all() {
        Map<String, Page> pages = new LinkedHashMap<>();
        pages.put("steward", steward());
        pages.put("steward-incidents", incidents());
        pages.put("steward-clock", clock());
        pages.put("closing-days", closingDays());
        pages.put("promises", promises());
        pages.put("dead-letters", deadLetters());
        pages.put(
                "dead-letters-none",
                Page.of("dead-letters", "frame", stina(), "mails", new DeadLettersView(List.of(), true, null, null)));
        return pages;
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
                        new StewardView.Row("promises", "/steward/promises", null),
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
                                new Incident(
                                        "3",
                                        Incident.Kind.CLOSING_DAY,
                                        "M-2026-0413",
                                        null,
                                        "2026-12-23",
                                        "PSQLException",
                                        1,
                                        t.now().plusSeconds(60)),
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

    private Page closingDays() {
        ClosingDaysView.Day day = new ClosingDaysView.Day(
                "d1", "Teknik", LocalDate.of(2026, 12, 11), say("Planeringsdag", "Planning day"));
        LocalDate christmasEve = LocalDate.of(2026, 12, 24);
        LocalDate newYearsEve = LocalDate.of(2026, 12, 31);
        return Page.of(
                "steward/closing-days",
                "frame",
                karin("steward"),
                "closing",
                new ClosingDaysView(
                        List.of(day),
                        List.of(
                                new ClosingDaysView.Eve(
                                        "CHRISTMAS_EVE",
                                        christmasEve,
                                        List.of(new ClosingDaysView.Day(
                                                "e1", "Gata", christmasEve, say("Snöjour", "On call for snow")))),
                                new ClosingDaysView.Eve("NEW_YEARS_EVE", newYearsEve, List.of())),
                        List.of(
                                change("ADDED", "Teknik", day.day(), day.reason(), 0, true),
                                change("REMOVED", "Gata", LocalDate.of(2026, 12, 7), say("Flytt", "Moving"), 17, false),
                                change("OPENED", "Gata", christmasEve, say("Snöjour", "On call for snow"), 3, false),
                                change("CLOSED", "Teknik", newYearsEve, say("Bokslut", "Closing of books"), 2, false)),
                        true,
                        units(),
                        List.of(new Choice(
                                newYearsEve.toString(),
                                say("Nyårsafton, torsdag 31 december", "New Year’s Eve, Thursday 31 December"))),
                        new ClosingDaysView.Form(
                                Typed.NOTHING
                                        .with("unit", units().getFirst().value())
                                        .with("day", "2026-12-18"),
                                Mistakes.NONE,
                                12),
                        new ClosingDaysView.Form(
                                Typed.NOTHING.with("day", newYearsEve.toString()),
                                Mistakes.of("reason", say("Behövs.", "Is needed.")),
                                null),
                        null));
    }

    private ClosingDaysView.Change change(
            String kind, String unit, LocalDate day, String reason, int moved, boolean working) {
        return new ClosingDaysView.Change(
                unit, day, reason, kind, "Stina Lind", at("2026-11-23T12:58"), moved, working);
    }

    private Page promises() {
        return Page.of(
                "steward/promises",
                "frame",
                stina(),
                "promises",
                new PromisesView(
                        List.of(new PromisesView.Row(
                                "L-2",
                                say("Vi svarar inom två arbetsdagar.", "We answer within two working days."),
                                say(
                                        "Vi ringer upp, ber om ursäkt och säger när svaret kommer.",
                                        "We call, apologise and say when the answer will come."),
                                "Nordvik",
                                "Stina Lind",
                                at("2026-11-20T09:12"),
                                null,
                                null)),
                        List.of(new PromisesView.Row(
                                "L-1",
                                say("Vi svarar samma dag.", "We answer the same day."),
                                say("Vi ber om ursäkt.", "We apologise."),
                                "Kundservice",
                                "Sten Ros",
                                at("2026-03-02T10:30"),
                                "Stina Lind",
                                at("2026-11-20T09:10"))),
                        true,
                        units(),
                        Typed.NOTHING.with("text", say("Vi är på plats i tid.", "We are there on time.")),
                        Mistakes.of("consequence", say("Skriv vad som händer då.", "Write what follows.")),
                        null));
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
                        true,
                        "/steward/mail?cursor=abc",
                        null));
    }
}
