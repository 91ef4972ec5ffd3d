package se.mandat.web.platform;

import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.mandat.web.absence.AbsenceView;
import se.mandat.web.cases.Choice;
import se.mandat.web.notification.SettingsView;
import se.mandat.web.obligation.TodoView;
import se.mandat.web.obligation.UnitDebtsView;
import se.mandat.web.organisation.OrganisationView;

/** Units and people, their absences and settings. */
final class PeopleSamples extends Samples {

    PeopleSamples(Spoken t) {
        super(t);
    }

    @Override
    Map<String, Page> all() {
        Map<String, Page> pages = new LinkedHashMap<>();
        pages.put("organisation", organisation());
        pages.put("unit", unit());
        pages.put("unit-empty", emptyUnit());
        pages.put("absence", absence("mine", null));
        pages.put("absence-none", noAbsence());
        pages.put("absence-unit", absence("unit", "new"));
        pages.put("absence-all", absence("all", null));
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
        return pages;
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

    private Page emptyUnit() {
        return Page.of(
                "unit",
                "frame",
                astrid("todo"),
                "unit",
                new UnitDebtsView(
                        "nordvik/teknik", "Teknik", List.of(), List.of(), List.of(), Typed.NOTHING, null, null, null));
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

    private Page settings(SettingsView settings) {
        return Page.of("settings", "frame", karin("settings"), "settings", settings);
    }
}
