package se.mandat.demonstration;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import se.mandat.cases.AcceptOwnership;
import se.mandat.cases.AcknowledgeOutcome;
import se.mandat.cases.AppealDecision;
import se.mandat.cases.CompleteAction;
import se.mandat.cases.DecideCase;
import se.mandat.cases.DecisionGiven;
import se.mandat.cases.EffectVerdict;
import se.mandat.cases.EvidenceKind;
import se.mandat.cases.KeepDrafts;
import se.mandat.cases.NoteProgress;
import se.mandat.cases.ObjectToDecision;
import se.mandat.cases.OfferHandover;
import se.mandat.cases.PlanAction;
import se.mandat.cases.ProposalGiven;
import se.mandat.cases.RaiseCase;
import se.mandat.cases.ReadVersion;
import se.mandat.cases.ReviewEffect;
import se.mandat.cases.Verdict;
import se.mandat.cases.VoiceGiven;
import se.mandat.promise.GivePromise;
import se.mandat.shared.Actor;
import se.mandat.shared.Caller;
import se.mandat.shared.Outcome;

/** What people do in the demonstration, each by their own use case. */
@RequestScoped
class Play {

    @Inject
    private Caller caller;

    @Inject
    private StewardsPart steward;

    @Inject
    private RaiseCase raiseCase;

    @Inject
    private KeepDrafts keepDrafts;

    @Inject
    private DecideCase decideCase;

    @Inject
    private AppealDecision appealDecision;

    @Inject
    private ObjectToDecision objectToDecision;

    @Inject
    private OfferHandover offerHandover;

    @Inject
    private AcceptOwnership acceptOwnership;

    @Inject
    private PlanAction planAction;

    @Inject
    private NoteProgress noteProgress;

    @Inject
    private CompleteAction completeAction;

    @Inject
    private ReviewEffect reviewEffect;

    @Inject
    private AcknowledgeOutcome acknowledgeOutcome;

    /** A customer's words with the goal and how it went. */
    record Words(String words, String goal, Outcome outcome) {

        VoiceGiven voice() {
            return new VoiceGiven(words, goal, outcome, null, null, false, null, null);
        }
    }

    /** What somebody wants to change; units are paths, the lead unit first. */
    record Change(String text, Long cost, Boolean reversible, List<String> units) {

        ProposalGiven proposal() {
            return new ProposalGiven(text, cost, reversible, units);
        }
    }

    private Play as(String username) {
        caller.actAs(Actor.of(username));
        return this;
    }

    /** @return the new promise's id */
    String promise(String by, String text, String consequence, String unit) {
        return as(by).steward.gives(new GivePromise.Command(text, consequence, unit));
    }

    /** @param promise the id of the promise that was broken; null when none was */
    String raise(String by, Words words, Change change, String ownerIfOwn, String promise) {
        return as(by).raiseCase
                .handleDemonstration(new RaiseCase.Command(
                        words.voice(),
                        null,
                        change == null ? null : change.proposal(),
                        ownerIfOwn == null ? null : new DecisionGiven(ownerIfOwn, null, null, null),
                        null,
                        null,
                        promise));
    }

    void draft(String by, Words words) {
        as(by).keepDrafts.begin(new RaiseCase.Command(words.voice(), null, null, null, null, null, null));
    }

    void approve(String by, String caseNumber, String reason, String owner) {
        as(by).decideCase
                .handle(new DecideCase.Command(
                        caseNumber, ReadVersion.ANY, Verdict.APPROVED, reason, owner, null, null, null, null));
    }

    void decideOn(String by, String caseNumber, Verdict verdict, String reason, Change change) {
        as(by).decideCase
                .handle(new DecideCase.Command(
                        caseNumber, ReadVersion.ANY, verdict, reason, null, null, null, null, change.proposal()));
    }

    void decide(String by, String caseNumber, Verdict verdict, String reason) {
        as(by).decideCase
                .handle(new DecideCase.Command(
                        caseNumber, ReadVersion.ANY, verdict, reason, null, null, null, null, null));
    }

    void appeal(String by, String caseNumber, String reason) {
        as(by).appealDecision.handle(new AppealDecision.Command(caseNumber, ReadVersion.ANY, reason));
    }

    void object(String by, String caseNumber, String reason) {
        as(by).objectToDecision.handle(new ObjectToDecision.Command(caseNumber, ReadVersion.ANY, reason));
    }

    void handOver(String by, String caseNumber, String to, String reason) {
        as(by).offerHandover.handle(new OfferHandover.Command(caseNumber, ReadVersion.ANY, to, reason));
    }

    void accept(String by, String caseNumber) {
        as(by).acceptOwnership.handle(new AcceptOwnership.Command(caseNumber, ReadVersion.ANY, true, null, null));
    }

    void plan(String by, String caseNumber, String what, LocalDate dueOn) {
        as(by).planAction.handle(new PlanAction.Command(caseNumber, ReadVersion.ANY, what, dueOn, null));
    }

    void note(String by, String caseNumber, String text) {
        as(by).noteProgress.handle(new NoteProgress.Command(caseNumber, text));
    }

    void complete(String by, String caseNumber, String text) {
        as(by).completeAction.handle(new CompleteAction.Command(caseNumber, ReadVersion.ANY, text));
    }

    void review(String by, String caseNumber, EffectVerdict verdict, EvidenceKind kind, String text) {
        as(by).reviewEffect
                .handle(new ReviewEffect.Command(
                        caseNumber, ReadVersion.ANY, verdict, new ReviewEffect.Evidence(kind, text), null, null));
    }

    void acknowledge(String by, String caseNumber) {
        as(by).acknowledgeOutcome.handle(new AcknowledgeOutcome.Command(caseNumber, true, null));
    }
}
