package se.mandat.web.cases;

import java.util.ArrayList;
import java.util.List;
import se.mandat.cases.AcceptOwnership;
import se.mandat.cases.AcknowledgeOutcome;
import se.mandat.cases.AppointPerson;
import se.mandat.cases.CaseView;
import se.mandat.cases.CompleteAction;
import se.mandat.cases.ContributorGiven;
import se.mandat.cases.DecideCase;
import se.mandat.cases.EffectVerdict;
import se.mandat.cases.EvidenceKind;
import se.mandat.cases.NoteProgress;
import se.mandat.cases.PlanAction;
import se.mandat.cases.ProposalGiven;
import se.mandat.cases.ReadVersion;
import se.mandat.cases.ReviewEffect;
import se.mandat.cases.Verdict;
import se.mandat.shared.MandatException;
import se.mandat.shared.MandatException.FieldError;
import se.mandat.web.platform.Spoken;
import se.mandat.web.platform.Typed;

/** The commands that the forms of a case page mean. */
final class CaseCommands {

    /** The texts that a form may hold, in the order in which they are shown to whoever wrote them in vain. */
    private static final List<String> TEXTS = List.of(
            "proposal.text",
            "proposal.cost",
            "reason",
            "what",
            "text",
            "evidence.text",
            "effectQuestion",
            "expectedEffect");

    private CaseCommands() {}

    static DecideCase.Command decision(String number, Typed typed) {
        List<FieldError> mistakes = new ArrayList<>();
        Verdict verdict = RaiseForm.choice(typed, "verdict", Verdict.class, mistakes);
        // The fields of an amendment are filled in with the proposal as it stands, and mean nothing to who approves it.
        ProposalGiven proposal = verdict == Verdict.AMENDED || typed.is("brings", "true")
                ? new ProposalGiven(
                        typed.text("proposal.text"),
                        RaiseForm.kronor(typed, "proposal.cost", mistakes),
                        RaiseForm.yesOrNo(typed, "proposal.reversible"),
                        typed.all("proposal.units"))
                : null;
        List<ContributorGiven> contributors = Contributors.of(typed, "contributors", mistakes);
        refuse(mistakes);
        return new DecideCase.Command(
                number,
                version(typed),
                verdict,
                typed.text("reason"),
                typed.text("owner"),
                typed.text("effectQuestion"),
                typed.text("expectedEffect"),
                contributors,
                proposal);
    }

    /** What an amendment begins with: the proposal as it stands. */
    static Typed begunDecision(CaseView found) {
        CaseView.ProposalView proposal = found.proposal();
        if (proposal == null) {
            return Typed.NOTHING;
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

    static AppointPerson.Command appointment(String number, Typed typed) {
        return new AppointPerson.Command(number, version(typed), typed.text("person"));
    }

    static AcceptOwnership.Command ownership(String number, Typed typed) {
        return new AcceptOwnership.Command(
                number,
                version(typed),
                RaiseForm.yesOrNo(typed, "accept"),
                typed.text("betterOwner"),
                typed.text("reason"));
    }

    static PlanAction.Command plan(String number, Typed typed) {
        List<FieldError> mistakes = new ArrayList<>();
        var dueOn = RaiseForm.day(typed, "dueOn", mistakes);
        List<ContributorGiven> contributors = Contributors.of(typed, "contributors", mistakes);
        refuse(mistakes);
        return new PlanAction.Command(number, version(typed), typed.text("what"), dueOn, contributors);
    }

    static NoteProgress.Command progress(String number, Typed typed) {
        return new NoteProgress.Command(number, typed.text("text"));
    }

    static CompleteAction.Command completion(String number, Typed typed) {
        return new CompleteAction.Command(number, version(typed), typed.text("text"));
    }

    static ReviewEffect.Command review(String number, Typed typed) {
        List<FieldError> mistakes = new ArrayList<>();
        EffectVerdict verdict = RaiseForm.choice(typed, "verdict", EffectVerdict.class, mistakes);
        EvidenceKind kind = RaiseForm.choice(typed, "evidence.kind", EvidenceKind.class, mistakes);
        refuse(mistakes);
        return new ReviewEffect.Command(
                number,
                version(typed),
                verdict,
                new ReviewEffect.Evidence(kind, typed.text("evidence.text")),
                typed.text("despiteNewVoice"),
                typed.text("learned"));
    }

    static AcknowledgeOutcome.Command acknowledgement(String number, Typed typed) {
        return new AcknowledgeOutcome.Command(number, RaiseForm.yesOrNo(typed, "understood"), typed.text("question"));
    }

    /** The version of the case that the form was shown with. */
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
        boolean proposed = typed.is("verdict", Verdict.AMENDED.name()) || typed.is("brings", "true");
        return TEXTS.stream()
                .filter(typed::has)
                .filter(field -> proposed || !field.startsWith("proposal."))
                .map(field -> new CaseForms.Written(t.say("mistake.label." + field), typed.get(field)))
                .toList();
    }

    private static void refuse(List<FieldError> mistakes) {
        if (!mistakes.isEmpty()) {
            throw MandatException.invalid(mistakes);
        }
    }
}
