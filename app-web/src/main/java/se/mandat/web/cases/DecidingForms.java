package se.mandat.web.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import se.mandat.cases.AcceptRejection;
import se.mandat.cases.AppealDecision;
import se.mandat.cases.AppointPerson;
import se.mandat.cases.CompleteProposal;
import se.mandat.cases.ContributorGiven;
import se.mandat.cases.CorrectOutcome;
import se.mandat.cases.DecideCase;
import se.mandat.cases.DecisionGiven;
import se.mandat.cases.MergeCase;
import se.mandat.cases.ObjectToDecision;
import se.mandat.cases.ProposalGiven;
import se.mandat.cases.ReferDecision;
import se.mandat.cases.Verdict;
import se.mandat.cases.WithdrawCase;
import se.mandat.shared.MandatException.FieldError;
import se.mandat.shared.Outcome;
import se.mandat.web.platform.Typed;

/** The commands that the forms of {@link DecidingPages} mean. */
final class DecidingForms {

    private DecidingForms() {}

    static DecideCase.Command decision(String number, Typed typed) {
        List<FieldError> mistakes = new ArrayList<>();
        Verdict verdict = RaiseForm.choice(typed, "verdict", Verdict.class, mistakes);
        // What belongs to another verdict may have been filled in before this one was chosen; it means nothing now.
        boolean granted = verdict != Verdict.REJECTED;
        ProposalGiven proposal = proposes(typed, verdict) ? proposal(typed, mistakes) : null;
        List<ContributorGiven> contributors = granted ? Contributors.of(typed, "contributors", mistakes) : null;
        CaseCommands.refuse(mistakes);
        return new DecideCase.Command(
                number,
                CaseCommands.version(typed),
                verdict,
                typed.text("reason"),
                granted ? typed.text("owner") : null,
                granted ? typed.text("effectQuestion") : null,
                granted ? typed.text("expectedEffect") : null,
                contributors,
                proposal);
    }

    /** Whether what is written about the proposal is meant: an amendment, or the first proposal of all. */
    static boolean proposes(Typed typed, Verdict verdict) {
        boolean changesOwnerOnly = typed.has("owner") && typed.is("may", "change-owner") && !typed.has("proposal.text");
        return verdict == Verdict.AMENDED && !changesOwnerOnly
                || verdict != Verdict.REJECTED && typed.is("brings", "true");
    }

    static ReferDecision.Command referral(String number, Typed typed) {
        List<String> units = RaiseForm.units(typed);
        return new ReferDecision.Command(number, CaseCommands.version(typed), units, typed.text("reason"));
    }

    static CorrectOutcome.Command outcome(String number, Typed typed) {
        List<FieldError> mistakes = new ArrayList<>();
        Outcome outcome = RaiseForm.choice(typed, "outcome", Outcome.class, mistakes);
        UUID voice = CaseCommands.id(typed, "voice", mistakes);
        CaseCommands.refuse(mistakes);
        return new CorrectOutcome.Command(number, CaseCommands.version(typed), voice, outcome, typed.text("reason"));
    }

    static AppointPerson.Command appointment(String number, Typed typed) {
        return new AppointPerson.Command(number, CaseCommands.version(typed), typed.text("person"));
    }

    static AcceptRejection.Command response(String number, Typed typed) {
        return new AcceptRejection.Command(number, CaseCommands.version(typed), RaiseForm.yesOrNo(typed, "accept"));
    }

    static AppealDecision.Command appeal(String number, Typed typed) {
        return new AppealDecision.Command(number, CaseCommands.version(typed), typed.text("reason"));
    }

    static ObjectToDecision.Command objection(String number, Typed typed) {
        return new ObjectToDecision.Command(number, CaseCommands.version(typed), typed.text("reason"));
    }

    static CompleteProposal.Command proposal(String number, Typed typed) {
        List<FieldError> mistakes = new ArrayList<>();
        ProposalGiven proposal = proposal(typed, mistakes);
        CaseCommands.refuse(mistakes);
        return new CompleteProposal.Command(
                number,
                CaseCommands.version(typed),
                proposal,
                new DecisionGiven(typed.text("decision.owner"), null, null, null),
                null);
    }

    static WithdrawCase.Command withdrawal(String number, Typed typed) {
        return new WithdrawCase.Command(number, CaseCommands.version(typed), typed.text("reason"));
    }

    static MergeCase.Command merge(String number, Typed typed) {
        return new MergeCase.Command(number, CaseCommands.version(typed), typed.text("into"), typed.text("reason"));
    }

    private static ProposalGiven proposal(Typed typed, List<FieldError> mistakes) {
        return new ProposalGiven(
                typed.text("proposal.text"),
                RaiseForm.kronor(typed, "proposal.cost", mistakes),
                RaiseForm.yesOrNo(typed, "proposal.reversible"),
                typed.all("proposal.units"));
    }
}
