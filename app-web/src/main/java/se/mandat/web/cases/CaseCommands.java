package se.mandat.web.cases;

import java.util.List;
import java.util.UUID;
import se.mandat.cases.CaseView;
import se.mandat.cases.ReadVersion;
import se.mandat.cases.Verdict;
import se.mandat.shared.MandatException;
import se.mandat.shared.MandatException.FieldError;
import se.mandat.web.platform.Spoken;
import se.mandat.web.platform.Typed;

/** What the forms of a case page have in common: what they begin with, what they were shown with, what they refuse. */
final class CaseCommands {

    /** The texts that a form may hold, in the order in which they are shown to whoever wrote them in vain. */
    private static final List<String> TEXTS = List.of(
            "customerVoice.words",
            "customerVoice.goal",
            "customerVoice.channel",
            "customerVoice.contact",
            "proposal.text",
            "proposal.cost",
            "into",
            "reason",
            "cause",
            "what",
            "text",
            "question",
            "evidence.text",
            "despiteNewVoice",
            "learned",
            "effectQuestion",
            "expectedEffect",
            "contributors[0].what",
            "contributors[1].what",
            "contributors[2].what");

    private static final String UUID_SHAPE = "\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}";

    private CaseCommands() {}

    /** What an amendment begins with: the proposal as it stands, where it cannot be left as it is. */
    static Typed begunDecision(CaseView found, CaseSheet sheet) {
        CaseSheet.Asked asked = sheet.asked("decision");
        return asked != null && asked.about().equals("FAILED_REVIEWS") ? Typed.NOTHING : proposal(found);
    }

    /** The proposal as it stands. */
    static Typed proposal(CaseView found) {
        CaseView.ProposalView proposal = found.proposal();
        if (proposal == null || proposal.text() == null) {
            return Typed.NOTHING.withAll("proposal.units", found.units());
        }
        Typed begun = Typed.NOTHING.with("proposal.text", proposal.text()).withAll("proposal.units", proposal.units());
        if (proposal.cost() != null) {
            begun = begun.with("proposal.cost", proposal.cost().toString());
        }
        return proposal.reversible() == null
                ? begun
                : begun.with("proposal.reversible", proposal.reversible().toString());
    }

    /** What a changed plan begins with: the plan as it stands. */
    static Typed begunPlan(CaseView found) {
        if (found.action().what() == null || found.action().dueOn() == null) {
            return Typed.NOTHING;
        }
        return Typed.NOTHING
                .with("what", found.action().what())
                .with("dueOn", found.action().dueOn().toString());
    }

    /** The version, of the case or of a contribution's obligation, that the form was shown with. */
    static ReadVersion version(Typed typed) {
        return typed.get("version").matches("[0-9]{1,18}")
                ? ReadVersion.of(Long.parseLong(typed.get("version")))
                : ReadVersion.MISSING;
    }

    /** The number of the last thing that had happened when the form was shown. */
    static long seen(Typed typed) {
        return typed.get("seen").matches("[0-9]{1,18}") ? Long.parseLong(typed.get("seen")) : 0;
    }

    /** What was typed into a form that can be sent no more, so that its author can take it elsewhere. */
    static List<CaseForms.Written> written(Typed typed, Spoken t) {
        boolean decides = typed.has("verdict");
        boolean proposed = !decides || typed.is("verdict", Verdict.AMENDED.name()) || typed.is("brings", "true");
        return TEXTS.stream()
                .filter(typed::has)
                .filter(field -> proposed || !field.startsWith("proposal."))
                .map(field -> new CaseForms.Written(
                        t.say("mistake.label." + field.replaceAll("\\[\\d+]", "")), typed.get(field)))
                .toList();
    }

    static UUID id(Typed typed, String field, List<FieldError> mistakes) {
        String text = typed.text(field);
        if (text == null) {
            return null;
        }
        if (!text.matches(UUID_SHAPE)) {
            mistakes.add(new FieldError(field, "mistake.choice"));
            return null;
        }
        return UUID.fromString(text);
    }

    static void refuse(List<FieldError> mistakes) {
        if (!mistakes.isEmpty()) {
            throw MandatException.invalid(mistakes);
        }
    }
}
