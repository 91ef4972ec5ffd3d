package se.mandat.web.platform;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.mandat.web.cases.CaseSheet;

/** A case to which something else has happened besides. */
final class CasePathSamples extends CasePage {

    CasePathSamples(Spoken t) {
        super(t);
    }

    @Override
    Map<String, Page> all() {
        Map<String, Page> pages = new LinkedHashMap<>();
        pages.put("case-respond", caseToRespond());
        pages.put("case-objection", caseWithObjection());
        pages.put("case-stuck", caseThatFailedTwice());
        pages.put("case-contribute", caseToContribute());
        pages.put("case-handover", caseToTakeOver());
        pages.put("case-merged", mergedCase());
        pages.put("case-new-voice", caseWithNewVoice());
        return pages;
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
}
