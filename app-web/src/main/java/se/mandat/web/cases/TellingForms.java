package se.mandat.web.cases;

import java.util.ArrayList;
import java.util.List;
import se.mandat.cases.AcknowledgeOutcome;
import se.mandat.cases.AddVoice;
import se.mandat.cases.AnswerQuestion;
import se.mandat.cases.EffectVerdict;
import se.mandat.cases.EvidenceKind;
import se.mandat.cases.FollowCase;
import se.mandat.cases.ReviewEffect;
import se.mandat.cases.SendMessage;
import se.mandat.cases.VoiceGiven;
import se.mandat.shared.MandatException.FieldError;
import se.mandat.shared.Outcome;
import se.mandat.web.platform.Typed;

/** The commands that the forms of {@link TellingPages} mean. */
final class TellingForms {

    private TellingForms() {}

    static ReviewEffect.Command review(String number, Typed typed) {
        List<FieldError> mistakes = new ArrayList<>();
        EffectVerdict verdict = RaiseForm.choice(typed, "verdict", EffectVerdict.class, mistakes);
        EvidenceKind kind = RaiseForm.choice(typed, "evidence.kind", EvidenceKind.class, mistakes);
        CaseCommands.refuse(mistakes);
        return new ReviewEffect.Command(
                number,
                CaseCommands.version(typed),
                verdict,
                new ReviewEffect.Evidence(kind, typed.text("evidence.text")),
                verdict == EffectVerdict.EFFECTIVE ? typed.text("despiteNewVoice") : null,
                typed.text("learned"));
    }

    static AddVoice.Command voice(String number, Typed typed) {
        List<FieldError> mistakes = new ArrayList<>();
        VoiceGiven voice = voice(typed, mistakes);
        CaseCommands.refuse(mistakes);
        return new AddVoice.Command(number, voice);
    }

    /** A customer's voice, as the forms ask for it. */
    static VoiceGiven voice(Typed typed, List<FieldError> mistakes) {
        return new VoiceGiven(
                typed.text("customerVoice.words"),
                typed.text("customerVoice.goal"),
                RaiseForm.choice(typed, "customerVoice.outcome", Outcome.class, mistakes),
                RaiseForm.day(typed, "customerVoice.occurredOn", mistakes),
                typed.text("customerVoice.channel"),
                RaiseForm.yesOrNo(typed, "customerVoice.wantsReply"),
                typed.text("customerVoice.contact"),
                RaiseForm.yesOrNo(typed, "customerVoice.sensitive"));
    }

    static SendMessage.Command message(String number, Typed typed) {
        return new SendMessage.Command(number, typed.text("text"), typed.text("to"));
    }

    static FollowCase.Command following(String number, Typed typed) {
        return new FollowCase.Command(number, typed.is("follow", "true"));
    }

    static AcknowledgeOutcome.Command acknowledgement(String number, Typed typed) {
        return new AcknowledgeOutcome.Command(number, RaiseForm.yesOrNo(typed, "understood"), typed.text("question"));
    }

    static AnswerQuestion.Command answer(String number, Typed typed) {
        return new AnswerQuestion.Command(number, CaseCommands.version(typed), typed.text("text"));
    }
}
