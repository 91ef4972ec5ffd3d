package se.mandat.web.platform;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.mandat.web.cases.CaseForms;
import se.mandat.web.cases.CaseSheet;
import se.mandat.web.cases.ContactView;
import se.mandat.web.history.HistoryView;

/** A case on its main line, with its history. */
final class CaseSamples extends CasePage {

    CaseSamples(Spoken t) {
        super(t);
    }

    @Override
    Map<String, Page> all() {
        Map<String, Page> pages = new LinkedHashMap<>();
        pages.put("case-accept", caseToAccept());
        pages.put("case-decide", caseToDecide());
        pages.put("case-act", caseToAct());
        pages.put("case-review", caseToReview());
        pages.put("case-conflict", caseInConflict());
        pages.put("case-closed", closedCase());
        pages.put("case-hidden", hiddenCase());
        pages.put("case-mistakes", caseWithMistakes());
        pages.put("case-appoint", caseToAppoint());
        pages.put("history", history(true));
        pages.put("history-broken", history(false));
        pages.put("contact", contact());
        return pages;
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
