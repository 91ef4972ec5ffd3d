package se.mandat.web.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import se.mandat.cases.AcceptOwnership;
import se.mandat.cases.CancelContribution;
import se.mandat.cases.CompleteAction;
import se.mandat.cases.CompleteContribution;
import se.mandat.cases.ContributorGiven;
import se.mandat.cases.DeclineContribution;
import se.mandat.cases.NoteProgress;
import se.mandat.cases.OfferHandover;
import se.mandat.cases.PlanAction;
import se.mandat.shared.MandatException.FieldError;
import se.mandat.web.platform.Typed;

/** The commands that the forms of {@link WorkingPages} mean. */
final class WorkingForms {

    private WorkingForms() {}

    static AcceptOwnership.Command ownership(String number, Typed typed) {
        return new AcceptOwnership.Command(
                number,
                CaseCommands.version(typed),
                RaiseForm.yesOrNo(typed, "accept"),
                typed.text("betterOwner"),
                typed.text("reason"));
    }

    static OfferHandover.Command handover(String number, Typed typed) {
        return new OfferHandover.Command(number, CaseCommands.version(typed), typed.text("to"), typed.text("reason"));
    }

    static PlanAction.Command plan(String number, Typed typed) {
        List<FieldError> mistakes = new ArrayList<>();
        var dueOn = RaiseForm.day(typed, "dueOn", mistakes);
        List<ContributorGiven> contributors = Contributors.of(typed, "contributors", mistakes);
        CaseCommands.refuse(mistakes);
        return new PlanAction.Command(number, CaseCommands.version(typed), typed.text("what"), dueOn, contributors);
    }

    static NoteProgress.Command progress(String number, Typed typed) {
        return new NoteProgress.Command(number, typed.text("text"));
    }

    static CompleteAction.Command completion(String number, Typed typed) {
        return new CompleteAction.Command(number, CaseCommands.version(typed), typed.text("text"));
    }

    static CompleteContribution.Command contribution(String number, UUID obligation, Typed typed) {
        return new CompleteContribution.Command(number, obligation, CaseCommands.version(typed), typed.text("text"));
    }

    static DeclineContribution.Command decline(String number, UUID obligation, Typed typed) {
        return new DeclineContribution.Command(
                number, obligation, CaseCommands.version(typed), typed.text("better"), typed.text("reason"));
    }

    static CancelContribution.Command cancellation(String number, UUID obligation, Typed typed) {
        return new CancelContribution.Command(number, obligation, CaseCommands.version(typed), typed.text("reason"));
    }
}
